package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<Precedent> {
    /// Earlier grants like a case.
    package static var precedents: Listing<Precedent> {
        Listing(
            Wording("동일·유사 과제", "Precedents"),
            [
                Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
                Column("score", "점수", "Score") { .integer($0.score) },
                Column("company", "기업", "Company") { .text($0.company) },
                Column("service", "서비스", "Service") { .text($0.service) },
                Column("decided_on", "의결일", "Decided") { .date($0.decidedOn) },
                Column("shared_laws", "같은 법령", "Laws in common") { .texts($0.sharedLaws) },
                Column("shared_articles", "같은 조항", "Articles in common", for: .machines) { .texts($0.sharedArticles) },
                Column("covers_all", "법령 일치", "All laws") { .boolean($0.coversAll) },
                Column("likeness", "유사도", "Likeness") { .integer($0.likeness) },
                Column("outcome", "의결", "Outcome", for: .machines) { .code($0.outcome) },
                Column("track", "트랙", "Track", for: .machines) { .code($0.track) },
                Column("laws", "법령", "Laws", for: .machines) { .texts($0.laws) },
                Column("conditions", "부가조건", "Conditions") { .texts($0.conditions) },
            ])
    }

    /// Inside a case: what is worth a look.
    package static var hints: Listing<Precedent> {
        Listing(
            Wording("동일·유사 과제", "Precedents"),
            precedents.columns.filter {
                ["reference", "score", "service", "decided_on", "covers_all"].contains($0.key)
            })
    }
}
