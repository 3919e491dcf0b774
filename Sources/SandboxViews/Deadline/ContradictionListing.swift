package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<DeadlineContradiction> {
    package static var contradictions: Listing<DeadlineContradiction> {
        Listing(
            Wording("기한의 모순", "Contradictions among the deadlines"),
            [
                Column("reference", "기한", "Deadline", mayShrink: false) { .text($0.reference.description) },
                Column("problem", "문제", "Problem") { .code($0.problem) },
                Column("found", "기록", "Found") { .date($0.found) },
                Column("expected", "계산", "Expected") { .date($0.expected) },
            ])
    }
}
