package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<MatchingCase> {
    /// Cases that name a provision a task changes.
    package static var matchingCases: Listing<MatchingCase> {
        Listing(
            Wording("조항이 맞는 과제", "Cases that name its provisions"),
            [
                Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
                Column("company", "기업", "Company") { .text($0.company) },
                Column("service", "서비스", "Service") { .text($0.service) },
                Column("stage", "단계", "Stage") { .code($0.stage) },
                Column("provisions", "조항", "Provisions") { .texts($0.provisions) },
            ])
    }
}
