import ArgumentParser
import SandboxCore
import SandboxDomain

extension DeadlineReference {
    /// The deadline in a word of the command line.
    static func one(_ word: String) throws -> DeadlineReference {
        do { return try DeadlineReference(word) } catch { throw BadInput(error, field: .reference) }
    }
}

extension ArgumentHelp {
    /// What a deadline is called.
    static let deadline = ArgumentHelp("The period, e.g. DE-2026-0001/2.", valueName: "ref")
}
