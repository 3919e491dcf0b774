import ArgumentParser
import SandboxCore
import SandboxDomain

extension MeetingReference {
    /// The meeting in a word of the command line.
    static func one(_ word: String, _ field: Field = .meetingReference) throws -> MeetingReference {
        do { return try MeetingReference(word) } catch { throw BadInput(error, field: field) }
    }
}

extension ArgumentHelp {
    /// What a meeting is called.
    static let meeting = ArgumentHelp("The meeting: committee and number, e.g. main/43.", valueName: "meeting")
}
