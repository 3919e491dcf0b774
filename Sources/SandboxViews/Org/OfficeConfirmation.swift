package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// An office as it is set up, and what comes next.
    /// - Parameter isEmbedded: who acts is chosen by `--as`, not by whoever connects.
    package init(setUp office: SetUpOffice.Office, isEmbedded: Bool) {
        let desk = office.desk
        let asDesk = isEmbedded ? " --as \(desk.roleName)" : ""
        // At a terminal the desk acts from now on; persons are made by an operator.
        let asOperator = isEmbedded ? " --as operator" : ""
        let (kept, entered) = (office.ministries.count - office.entered, office.entered)
        self.init(
            name: desk.roleName,
            said: office.isAuthorityNew
                ? Wording(
                    "주무부처 \(office.authority, .object) 등록했습니다.", "\(office.authority) was entered as the authority.")
                : Wording("주무부처: \(office.authority)(이미 있음)", "Authority: \(office.authority) (there already)"),
            next: [
                entered == 0
                    ? Wording("부처: \(kept)곳(이미 있음)", "Ministries: \(kept) (there already)")
                    : Wording(
                        "부처 \(entered)곳을 등록했습니다." + (kept > 0 ? " \(kept)곳은 이미 있습니다." : ""),
                        "\(Wording.counted(entered, "ministry was", "ministries were")) entered."
                            + (kept > 0 ? " \(kept) were there already." : "")),
                office.isDeskNew
                    ? Wording(
                        "담당 창구의 사용자 \(desk.roleName, .object) 만들었습니다(\(desk.displayName)).",
                        "\(desk.roleName) (\(desk.displayName)) was made for the desk.")
                    : Wording(
                        "담당 창구: \(desk.roleName)(\(desk.displayName), 이미 있음)",
                        "Desk: \(desk.roleName) (\(desk.displayName), there already)"),
                Wording("다음에 할 일:", "What comes next:"),
                .command(
                    "sandbox inbox\(asDesk)", "담당 창구의 받은 일을 봅니다", "what waits for the desk"),
                .command(
                    "sandbox paper office --division 처리과 --address 주소\(asDesk)", "공문서에 적을 발신 기관을 정합니다",
                    "what the office prints under its papers"),
                .command(
                    "sandbox org add 기업이름 --kind 기업", english: "sandbox org add COMPANY --kind company",
                    "신청할 기업을 등록합니다",
                    "a company that will file"),
                .command(
                    "sandbox user add 로그인 --role 기업 --org 기업이름\(asOperator)",
                    english: "sandbox user add LOGIN --role company --org COMPANY\(asOperator)", "기업의 사용자를 만듭니다",
                    "somebody who files for it"),
                isEmbedded
                    ? .command(
                        "sandbox case draft --as 로그인", english: "sandbox case draft --as LOGIN", "제안을 작성합니다",
                        "a proposal is begun")
                    : .command(
                        "sandbox case draft --database-url postgresql://로그인@서버/데이터베이스",
                        english: "sandbox case draft --database-url postgresql://LOGIN@HOST/DATABASE", "제안을 작성합니다",
                        "a proposal is begun"),
                .command("sandbox whoami", "지금 누구로 일하는지 봅니다", "who you are here"),
            ],
            fields: [
                .init("authority", "주무부처", "Authority", .text(office.authority)),
                .init("is_authority_new", "새로 등록", "Newly entered", .boolean(office.isAuthorityNew)),
                .init("ministries", "부처", "Ministries", .texts(office.ministries)),
                .init("entered", "새로 등록한 부처", "Ministries entered", .integer(entered)),
                .init("desk", "담당 창구", "Desk", .text(desk.roleName)),
                .init("is_desk_new", "새로 만듦", "Newly made", .boolean(office.isDeskNew)),
            ])
    }
}

extension Wording {
    /// A line to be typed, and what it is for.
    fileprivate static func command(_ line: String, english: String? = nil, _ ko: String, _ en: String) -> Wording {
        Wording("  \(line)  # \(ko)", "  \(english ?? line)  # \(en)")
    }
}
