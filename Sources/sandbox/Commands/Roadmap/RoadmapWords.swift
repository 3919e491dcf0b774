import ArgumentParser
import SandboxCore
import SandboxDomain

extension TaskReference {
    /// The task in a word of the command line.
    static func one(_ word: String) throws -> TaskReference {
        do { return try TaskReference(word) } catch { throw BadInput(error, field: .task) }
    }
}

extension RoadmapCode {
    /// The code in an option's value.
    init(option field: Field, _ text: String) throws {
        do { try self.init(text) } catch { throw BadInput(error, field: field) }
    }
}

extension SaidDate {
    /// A date or period in an option's value.
    init(option field: Field, _ text: String) throws {
        do { self.init(normalised(try TextRule.label.checked(text))) } catch { throw BadInput(error, field: field) }
    }
}

extension ArgumentHelp {
    /// What a reform task is called.
    static let task = ArgumentHelp("The reform task, e.g. ai-2020/P05.", valueName: "task")
    /// A bound on when facts were entered.
    static let knownBy = ArgumentHelp("Only what had been entered by the end of this day.", valueName: "date")
}
