import ArgumentParser
import SandboxCore
import SandboxDomain

extension ClockReference {
    /// The clock in a word of the command line.
    static func one(_ word: String) throws -> ClockReference {
        do { return try ClockReference(word) } catch { throw BadInput(error, field: .reference) }
    }
}

extension ArgumentHelp {
    /// What a clock is called.
    static let clock = ArgumentHelp("The period, e.g. DE-2026-0001/2.", valueName: "ref")
}
