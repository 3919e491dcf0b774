import SandboxCore
package import SandboxDomain
package import SandboxPresentation

extension Listing<ReadOtherwise> {
    /// The ends by other readings of the law, with the article each rests on.
    package static var otherReadings: Listing<ReadOtherwise> {
        Listing(
            Wording("다른 해석", "Read otherwise"),
            [
                Column("reading", "해석", "Reading", for: .machines) { .code($0.reading.kind) },
                Column("due_on", "만료일", "Due") { .date($0.dueOn) },
                Column("basis", "근거", "Article") { .text($0.reading.basis) },
                Column("text", "해석", "Reading", for: .people) {
                    .code(RuleName($0.reading.kind.rawValue, $0.reading.korean, $0.reading.english))
                },
                Column("text_ko", "해석", "Reading (Korean)", for: .machines) { .text($0.reading.korean) },
                Column("text_en", "영문 해석", "Reading", for: .machines) { .text($0.reading.english) },
            ])
    }
}
