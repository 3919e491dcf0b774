import ArgumentParser
import SandboxCore
import SandboxDomain

extension SessionReference {
    /// The session in a word of the command line.
    static func one(_ word: String, _ field: Field = .sessionReference) throws -> SessionReference {
        do { return try SessionReference(word) } catch { throw BadInput(error, field: field) }
    }
}

extension ArgumentHelp {
    /// What a session is called.
    static let session = ArgumentHelp("The session: body and number, e.g. main/43.", valueName: "session")
}
