package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<CaseCount> {
    package static var caseCounts: Listing<CaseCount> {
        Listing(
            Wording("과제 수", "Counts of cases"),
            [
                Column("month", "달", "Month", mayShrink: false) { .text($0.name) },
                Column("stage", "단계", "Stage") { .code($0.stage) },
                Column("cases", "과제", "Cases") { .integer($0.cases) },
            ])
    }
}
