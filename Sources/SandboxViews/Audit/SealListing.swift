package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<LoggedSeal> {
    /// Every column that is digested, under the name it has in the table `audit_seal`.
    package static var seals: Listing<LoggedSeal> {
        Listing(
            Wording("봉인", "Seals"),
            [
                Column("seal_no", "번호", "Number") { .integer($0.token.number) },
                Column("up_to", "마지막 기록", "Up to event") { .integer($0.token.upTo) },
                Column("events", "기록 수", "Events") { .integer($0.events) },
                Column("heads", "마지막 해시", "Heads", for: .machines) { .text($0.heads) },
                Column("sealed_at", "일시(UTC)", "Sealed at (UTC)") { .text($0.sealedAt) },
                Column("sealed_by", "사용자", "By") { .text($0.sealedBy) },
                Column("digest", "해시", "Digest", for: .machines) { .text($0.token.digest) },
                Column("token", "보관할 줄", "Token", mayShrink: false) { .text($0.token.description) },
            ])
    }
}
