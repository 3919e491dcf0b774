package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<PaperRow> {
    /// Papers that were issued.
    package static let officialPapers = Listing(
        Wording("공문서", "Official papers"),
        [
            Column("number", "문서번호", "Number", mayShrink: false) { .text($0.number) },
            Column("edition", "판", "Edition") { .integer($0.edition) },
            Column("paper", "종류", "Paper") { .code($0.kind) },
            Column("subject", "과제·회차", "About") { .text($0.subject) },
            Column("addressee", "수신", "To") { .text($0.addressee) },
            Column("issued_on", "시행일", "Issued") { .date($0.issuedOn) },
            Column("holds", "효력", "Holds") { .code(PaperStanding($0.holds)) },
            Column("verification", "문서확인번호", "Verification", mayShrink: false) { .text($0.verification) },
            Column("title", "제목", "Title", for: .machines) { .text($0.title) },
            Column("language", "언어", "Language", for: .machines) { .text($0.language) },
            Column("reason", "재발급 사유", "Why anew", for: .machines) { .text($0.reason) },
            Column("issued_by", "발급자", "Issued by", for: .machines) { .text($0.issuedBy) },
            Column("size", "바이트", "Bytes", for: .machines) { .integer($0.size) },
            Column("sha256", "SHA-256", "SHA-256", for: .machines) { .text($0.sha256) },
        ])
}

/// Whether a later edition has taken the place of a paper.
enum PaperStanding: String, CaseIterable, HasWording {
    case holds, replaced

    init(_ holds: Bool) { self = holds ? .holds : .replaced }

    var wording: Wording {
        self == .holds ? Wording("유효", "Holds") : Wording("대체됨", "Replaced")
    }
    var tone: Tone { self == .holds ? .good : .caution }
}

extension Confirmation {
    /// A paper was issued.
    package init(issued paper: PaperRow, file: String?) {
        let kind = paper.kind.wording
        self.init(
            name: paper.number,
            said: Wording(
                "\(kind.ko) ‘\(paper.number)’\(paper.edition > 1 ? " 제\(paper.edition)판" : "")을 발급했습니다"
                    + (file.map { ": \($0)" } ?? "."),
                "\(kind.en) \(paper.number)\(paper.edition > 1 ? ", edition \(paper.edition)," : "") was issued"
                    + (file.map { ": \($0)" } ?? ".")),
            fields: Self.fields(paper))
    }

    /// A paper was found.
    package init(verified paper: PaperRow) {
        let kind = paper.kind.wording
        let day = paper.issuedOn
        self.init(
            name: paper.number,
            said: paper.holds
                ? Wording(
                    "유효합니다: \(day.text(.korean)) 발급한 \(kind.ko) ‘\(paper.number)’ 제\(paper.edition)판입니다.",
                    "It holds: \(kind.en) \(paper.number), edition \(paper.edition), issued on \(day.text(.english)).")
                : Wording(
                    "대체된 문서입니다: \(day.text(.korean)) 발급한 \(kind.ko) ‘\(paper.number)’ 제\(paper.edition)판입니다.",
                    "It was replaced: \(kind.en) \(paper.number), edition \(paper.edition), issued on \(day.text(.english))."
                ),
            fields: Self.fields(paper))
    }

    private static func fields(_ paper: PaperRow) -> [Field] {
        [
            .init("number", "문서번호", "Number", .text(paper.number)),
            .init("paper", "종류", "Paper", .code(paper.kind)),
            .init("edition", "판", "Edition", .integer(paper.edition)),
            .init("title", "제목", "Title", .text(paper.title)),
            .init("subject", "과제·회차", "About", .text(paper.subject)),
            .init("addressee", "수신", "To", .text(paper.addressee)),
            .init("issued_on", "시행일", "Issued", .date(paper.issuedOn)),
            .init("holds", "효력", "Holds", .code(PaperStanding(paper.holds))),
            .init("verification", "문서확인번호", "Verification", .text(paper.verification)),
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
