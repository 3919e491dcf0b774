import SandboxCore
package import SandboxDomain
package import SandboxPresentation

extension Listing<RegimeDocument.Difference> {
    /// What changed between two versions of a regime.
    package static var differences: Listing<RegimeDocument.Difference> {
        Listing(
            Wording("제도의 변경", "What changed in the regime"),
            [
                Column("place", "곳", "Place", mayShrink: false) { .text($0.place) },
                Column("before", "전", "Before") { .text($0.before) },
                Column("after", "후", "After") { .text($0.after) },
            ])
    }
}
