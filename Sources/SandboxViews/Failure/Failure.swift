package import SandboxDomain
package import SandboxPresentation

/// Why something did not happen: everything its reader needs, in both languages, whoever asked, by any interface.
package struct Failure: Error, Equatable {
    /// What kind of failure it is. Each interface has its own numbers for them: exit statuses, statuses of HTTP.
    package enum Status: Sendable, CaseIterable {
        case unexpected, refused, notFound, notPermitted, conflict, unavailable, checkFailed, usage, badInput
    }

    /// Stable, kebab-case; the `code` of the JSON form.
    package var code: String
    package var status: Status
    /// What did not happen.
    package var what: Wording
    package var why: Wording
    /// Text that has no language: what a server or the operating system said.
    package var detail: String?
    /// Everything that is in the way, one thing a line: what a proposal lacks, the bad rows of a file.
    package var lines: [Wording]
    /// What would help, for an interface that can add to the sentence, e.g. the command to type.
    package var remedy: Remedy?
    /// What to do about it.
    package var hint: Wording?
    /// The same as objects for programs.
    package var issues: Issues
    /// With which the act can be tried again without a second effect, when nobody knows whether it was done.
    package var idempotencyKey: String?

    package init(
        code: String, status: Status, what: Wording, why: Wording, detail: String? = nil, lines: [Wording] = [],
        hint: Wording? = nil, issues: Issues = Issues(), idempotencyKey: String? = nil
    ) {
        (self.code, self.status, self.what, self.why) = (code, status, what, why)
        (self.detail, self.lines, self.hint) = (detail, lines, hint)
        (self.issues, self.idempotencyKey) = (issues, idempotencyKey)
    }

    /// Objects whose sentences follow the language; their codes and places do not.
    package struct Issues: Equatable, Sendable {
        package var ko: JSON = []
        package var en: JSON = []

        package init() {}

        init(_ make: (Language) -> JSON) { (ko, en) = (make(.korean), make(.english)) }

        package subscript(language: Language) -> JSON { language == .korean ? ko : en }
    }
}
