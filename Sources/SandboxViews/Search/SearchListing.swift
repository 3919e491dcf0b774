package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<CaseHit> {
    /// The cases that were found, the best first.
    package static var hits: Listing<CaseHit> {
        Listing(
            Wording("검색 결과", "Found"),
            [
                Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
                Column("service", "서비스", "Service") { .marked($0.passages.service) },
                Column("company", "기업", "Company") { .marked($0.passages.company) },
                Column("stage", "단계", "Stage") { .code($0.stage) },
                Column("excerpt", "찾은 곳", "Passage") { .marked($0.passages.excerpt) },
                Column("found_in", "문서", "Found in") { .code($0.part) },
                Column("score", "점수", "Score", for: .machines) { .integer($0.score) },
                Column("paper", "첨부 번호", "Paper", for: .machines) { .integer($0.paper) },
                Column("track", "트랙", "Track", for: .machines) { .code($0.track) },
                Column("filed_on", "제출일", "Filed", for: .machines) { .date($0.filedOn) },
                Column("service_marks", "서비스 표시", "Marks in the service", for: .machines) {
                    .places($0.passages.service)
                },
                Column("company_marks", "기업 표시", "Marks in the company", for: .machines) {
                    .places($0.passages.company)
                },
                Column("excerpt_marks", "찾은 곳 표시", "Marks in the passage", for: .machines) {
                    .places($0.passages.excerpt)
                },
            ])
    }
}

extension Cell {
    fileprivate static func marked(_ text: MarkedText) -> Cell { .text(text.text, marks: text.marks) }

    fileprivate static func marked(_ text: MarkedText?) -> Cell { .text(text?.text, marks: text?.marks ?? []) }

    /// Where the words are: pairs of a start and an end, which is not in it, in Unicode code points.
    fileprivate static func places(_ text: MarkedText?) -> Cell {
        .list(
            (text?.marks ?? []).map { .list([.integer($0.lowerBound), .integer($0.upperBound)], of: .integer) },
            of: .list(of: .integer))
    }
}
