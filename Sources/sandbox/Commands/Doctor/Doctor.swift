import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

struct Doctor: TrackerCommand {
    static let configuration = CommandConfiguration(
        name: "doctor",
        abstract: "Say what an operator must know of this installation; 7 if there is a problem.",
        discussion: """
              sandbox doctor
              sandbox doctor --format json --as auditor

            It looks at the schema, the server's settings, connections and locks, at the calendars, the deadlines and the
            seals. It changes nothing. What the role that asks may not see is listed as hidden.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @Flag(help: "List only what is not ok.") var brief = false

    func run(_ tracker: Tracker) async throws {
        let findings = try await tracker.diagnose()
        try global.print(brief ? findings.filter { $0.verdict != .ok } : findings, .findings(global.language))
        let problems = findings.filter { $0.verdict == .problem }
        if let first = problems.first { throw Failure.unhealthy(first, count: problems.count) }
    }
}

extension Failure {
    /// Exit status 7, naming the first problem.
    fileprivate static func unhealthy(_ first: Finding, count: Int) -> Failure {
        Failure(
            code: "doctor-problems", status: .checkFailed,
            what: Wording("문제가 있습니다", "this installation has problems"),
            why: Wording(
                "\(count)건, 처음은: \(first.sentence.ko)",
                "\(count) problem\(count == 1 ? "" : "s"); the first: \(first.sentence.en)"),
            hint: first.remedy)
    }
}
