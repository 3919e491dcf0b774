import SandboxDomain
import SandboxPresentation

/// The statuses a command ends with. Scripts rely on the numbers.
enum EndStatus: Int32, CaseIterable, Sendable {
    case done = 0
    case unexpected = 1
    case refused = 2
    case notFound = 3
    case notPermitted = 4
    case conflict = 5
    case unavailable = 6
    case checkFailed = 7
    case usage = 64
    case badInput = 65
    case interrupted = 130
}

/// Why a command did not do what it was asked to: everything its reader needs, and the status it ends with.
struct Failure: Error, Equatable {
    /// Stable, kebab-case; the `code` of the JSON form.
    var code: String
    var status: EndStatus
    /// What did not happen.
    var what: Wording
    var why: Wording
    /// Text that has no language: what a server or the operating system said.
    var detail: String?
    /// Everything that is in the way, one thing a line: what a proposal lacks, the bad rows of a file.
    var lines: [Wording] = []
    /// What would help, for whoever has more to say of it than the sentence, e.g. the command to type.
    var remedy: Remedy?
    /// What to do about it.
    var hint: Wording?
    /// The same as objects for programs.
    var issues = Issues()
    /// With which the act can be tried again without a second effect, when nobody knows whether it was done.
    var idempotencyKey: String?

    /// Objects whose sentences follow the language; their codes and places do not.
    struct Issues: Equatable {
        var ko: JSON = []
        var en: JSON = []

        subscript(language: Language) -> JSON { language == .korean ? ko : en }
    }
}
