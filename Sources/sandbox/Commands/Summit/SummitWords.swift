import ArgumentParser
import SandboxDomain

extension Int {
    /// The number of a summit or topic in a word of the command line.
    init(summit word: String, _ field: Field = .summitNumber) throws {
        guard let number = Int(word), (1...9999).contains(number) else {
            throw BadInput(.notInRange(word, least: 1, most: 9999), field: field)
        }
        self = number
    }
}

extension ArgumentHelp {
    /// What a summit is called.
    static let summit = ArgumentHelp("The number of the summit, e.g. 1.", valueName: "number")
    /// What a topic is called.
    static let topic = ArgumentHelp("The number of the topic.", valueName: "number")
    /// What a commitment is called.
    static let commitment = ArgumentHelp("The commitment, summit and number, e.g. 1/2.", valueName: "commitment")
    /// Where something is written.
    static let source = ArgumentHelp.prose("Where it is written.")
}
