package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<PaperRow> {
    /// Papers that were issued.
    package static let officialPapers = Listing(
        Wording("공문서", "Official papers"),
        [
            Column("number", "문서번호", "Document number", mayShrink: false) { .text($0.number) },
            Column("edition", "판", "Edition") { .integer($0.edition) },
            Column("paper", "종류", "Paper") { .code($0.kind) },
            Column("subject", "과제·회차", "About") { .text($0.subject) },
            Column("addressee", "수신", "To") { .text($0.addressee) },
            Column("issued_on", "시행일", "Issued") { .date($0.issuedOn) },
            Column("holds", "효력", "Holds") { .code($0.standing) },
            Column("grant_ended_on", "종료일", "Grant ended", for: .machines) { .date($0.grantEndedOn) },
            Column("verification", "문서확인번호", "Verification number", mayShrink: false) { .text($0.verification) },
            Column("title", "제목", "Title", for: .machines) { .text($0.title) },
            Column("language", "언어", "Language", for: .machines) { .text($0.language) },
            Column("reason", "재발급 사유", "Why anew", for: .machines) { .text($0.reason) },
            Column("issued_by", "발급자", "Issued by", for: .machines) { .text($0.issuedBy) },
            Column("size", "바이트", "Bytes", for: .machines) { .integer($0.size) },
            Column("sha256", "SHA-256", "SHA-256", for: .machines) { .text($0.sha256) },
        ])
}

extension PaperStanding: HasWording {
    package var wording: Wording {
        switch self {
        case .holds: Wording("유효", "Holds")
        case .replaced: Wording("대체됨", "Replaced")
        case .ended: Wording("종료됨", "Grant ended")
        }
    }
    package var tone: Tone { self == .holds ? .good : .caution }
}

extension Confirmation {
    /// A paper was issued.
    package init(issued paper: PaperRow, file: String?) {
        let kind = paper.kind.wording
        let named = "\(kind.ko) ‘\(paper.number)’" + (paper.edition > 1 ? " 제\(paper.edition)판" : "")
        let end = file.map { ": \($0)" } ?? "."
        self.init(
            name: paper.number,
            said: Wording(
                "\(named, .object) 발급했습니다\(end)",
                "\(kind.en) \(paper.number)\(paper.edition > 1 ? ", edition \(paper.edition)," : "") was issued\(end)"),
            fields: Self.fields(paper))
    }

    /// A paper was found.
    package init(verified found: VerifiedPaper) {
        let paper = found.paper
        let kind = paper.kind.wording
        let day = paper.issuedOn
        let named = Wording(
            "\(day.text(.korean)) 발급한 \(kind.ko) ‘\(paper.number)’ 제\(paper.edition)판",
            "\(kind.en) \(paper.number), edition \(paper.edition), issued on \(day.text(.english))")
        let ended = paper.grantEndedOn.map {
            Wording(
                " 이 지정·허가는 \($0.text(.korean)) 끝났습니다.", " Its grant ended on \($0.text(.english)).")
        }
        let said: Wording =
            if found.isAltered {
                Wording(
                    "발급한 문서와 다릅니다: 이 파일은 \(named.ko, .subject) 아닙니다. 내용이 바뀌었습니다.",
                    "It is no paper that was issued: the file bears the number of \(named.en), and its contents differ."
                )
            } else {
                switch paper.standing {
                case .holds: Wording("유효합니다: \(named.ko)입니다.", "It holds: \(named.en).")
                case .replaced:
                    Wording("대체된 문서입니다: 새 판이 있습니다. \(named.ko)입니다.", "It was replaced by a later edition: \(named.en).")
                case .ended:
                    Wording("발급한 문서이나 효력이 끝났습니다: \(named.ko)입니다.", "It was issued, and its grant is over: \(named.en).")
                }
            }
        let after = found.isAltered ? nil : ended
        self.init(
            name: paper.number, said: Wording(said.ko + (after?.ko ?? ""), said.en + (after?.en ?? "")),
            fields: Self.fields(paper) + [.init("is_altered", "바뀜", "Altered", .boolean(found.isAltered))])
    }

    private static func fields(_ paper: PaperRow) -> [Field] {
        [
            .init("number", "문서번호", "Document number", .text(paper.number)),
            .init("paper", "종류", "Paper", .code(paper.kind)),
            .init("edition", "판", "Edition", .integer(paper.edition)),
            .init("title", "제목", "Title", .text(paper.title)),
            .init("subject", "과제·회차", "About", .text(paper.subject)),
            .init("addressee", "수신", "To", .text(paper.addressee)),
            .init("issued_on", "시행일", "Issued", .date(paper.issuedOn)),
            .init("holds", "효력", "Holds", .code(paper.standing)),
            .init("grant_ended_on", "지정·허가 종료일", "Grant ended", .date(paper.grantEndedOn)),
            .init("verification", "문서확인번호", "Verification number", .text(paper.verification)),
            .init("sha256", "SHA-256", "SHA-256", .text(paper.sha256)),
        ]
    }

    /// What the office prints was stated.
    package init(office: IssuingOffice) {
        self.init(
            name: office.division,
            said: Wording(
                "\(office.division): 발신 기관의 정보를 적었습니다.", "\(office.division): what the office prints was stated."),
            fields: [
                .init("division", "처리과", "Division", .text(office.division)),
                .init("postcode", "우편번호", "Postcode", .text(office.postcode)),
                .init("address", "주소", "Address", .text(office.address)),
                .init("homepage", "누리집", "Web page", .text(office.homepage)),
                .init("phone", "전화", "Telephone", .text(office.phone)),
                .init("fax", "팩스", "Fax", .text(office.fax)),
                .init("email", "전자우편", "E-mail", .text(office.email)),
                .init("approver", "결재권자", "Approver", .text(office.approver)),
            ])
    }

    /// It was stated how to reach whoever is in charge.
    package init(official: PaperOfficial) {
        self.init(
            name: official.login,
            said: Wording(
                "\(official.title) \(official.name): 담당자 정보를 적었습니다.",
                "\(official.title) \(official.name): how to be reached was stated."),
            fields: [
                .init("login", "사용자", "Login", .text(official.login)),
                .init("name", "이름", "Name", .text(official.name)),
                .init("title", "직위", "Title", .text(official.title)),
                .init("phone", "전화", "Telephone", .text(official.phone)),
                .init("fax", "팩스", "Fax", .text(official.fax)),
                .init("email", "전자우편", "E-mail", .text(official.email)),
            ])
    }
}
