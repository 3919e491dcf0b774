import SandboxCore
import SandboxDomain
package import SandboxPresentation

/// A rule by its name: its code for machines, its words for people.
package struct RuleName: Worded {
    package let code: String
    package let wording: Wording

    package init(_ code: String, _ korean: String, _ english: String) {
        self.code = code
        wording = Wording(korean, english)
    }
}
