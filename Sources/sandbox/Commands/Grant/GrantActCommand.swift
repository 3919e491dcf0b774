import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

/// A command that does one act upon a grant. It says which, and what was typed about it.
protocol GrantActCommand: TrackerCommand {
    var options: GrantActOptions { get }
    var act: GrantAct { get }
    /// Adds what was typed. The case and the day are there already.
    func complete(_ act: inout ActOnGrant) throws
}

/// Which grant, which day, under which key, and what every command has.
struct GrantActOptions: ParsableArguments {
    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("The case whose grant it is, e.g. DE-2026-0001.", valueName: "ref"))
    var reference: String
    @Option(
        help: ArgumentHelp("The day it takes effect (default: today in the authority's zone).", valueName: "date"))
    var on: String?
    @OptionGroup var retry: RetryOptions
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
}

/// What a new version replaces, and why.
struct ReplacingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The earlier act that it replaces, by its number.", valueName: "n")) var replaces: Int?
    @Option(parsing: .unconditional, help: .prose("Why it is replaced.")) var reason: Prose?

    /// The reason, which is asked for where something is replaced.
    func text(_ global: GlobalOptions) throws -> String? {
        guard replaces != nil else {
            if reason != nil { throw BadInput(.missingName(.replaces)) }
            return nil
        }
        return try global.asked(reason, .reason, Wording("교체 사유", "Why it is replaced"))
    }
}

extension GrantActCommand {
    var global: GlobalOptions { options.global }
    var notDone: Wording { Wording("기록하지 않았습니다", "nothing was recorded") }

    func complete(_ act: inout ActOnGrant) throws {}

    func run(_ tracker: Tracker) async throws {
        var act = ActOnGrant(try CaseReference.one(options.reference), act)
        act.on = try options.on.map { try CivilDate(option: .on, $0) }
        try complete(&act)
        let isDryRun = options.writing.dryRun
        try global.confirm(
            Confirmation(try await tracker.perform(act, key: options.retry.key, dryRun: isDryRun)), dryRun: isDryRun)
    }

    /// An amount of money somebody typed.
    func checked(amount: Int64?) throws -> Int64? {
        if let amount, amount < 0 {
            throw BadInput(.notInRange("\(amount)", minimum: 0, maximum: .max), field: .amount)
        }
        return amount
    }
}
