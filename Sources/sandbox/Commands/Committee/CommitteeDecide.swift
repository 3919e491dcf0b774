import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Decide: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "decide",
            abstract: "Record the decision on a case (의결).",
            discussion: """
                  sandbox committee decide DE-2026-0001 --outcome granted --meeting main/43
                  sandbox committee decide DE-2026-0001 --outcome granted-with-conditions --conditions conditions.yaml
                  sandbox committee decide DE-2026-0001 --outcome granted --valid-months 24 --valid-from-commencement

                A recorded decision cannot be changed. A rejection needs a reason; a grant needs the \
                reply of a ministry. Where a committee decides,
                the case must be on a frozen agenda, enough members must have \
                been present, and their votes must agree with the outcome. Conditions say what
                they are for and how to tell that they are met; without \
                --condition those that were tabled are taken.
                """
        )
        @OptionGroup var writing: WritingOptions
        @OptionGroup var retry: RetryOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "What was decided.") var outcome: DecisionOutcome?
        @Option(
            help: ArgumentHelp(
                "The day of the decision (default: that of the meeting, or today in the authority's zone).",
                valueName: "date"))
        var on: String?
        @Option(help: ArgumentHelp("The meeting; needed only where no committee decides.", valueName: "meeting"))
        var meeting: String?
        @Option(parsing: .unconditional, help: .prose("Why.")) var reason: Prose?
        @OptionGroup var list: ConditionOptions
        @Option(
            help: ArgumentHelp(
                "An earlier grant like this case that the decision does not follow; --reason says why.",
                valueName: "ref"))
        var departsFrom: [String] = []
        @Option(
            help: ArgumentHelp("A grant is valid for so many months, where less than the law allows.", valueName: "n"))
        var validMonths: Measured<InMonths>?
        @Option(
            help: ArgumentHelp("A grant is valid up to this day, where less than the law allows.", valueName: "date"))
        var validUntil: String?
        @Flag(help: "The validity begins with the business (사업개시일부터), not with the grant.") var validFromCommencement =
            false
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("의결을 기록하지 않았습니다", "no decision was recorded") }

        func run(_ tracker: Tracker) async throws {
            let reference = try CaseReference.one(reference)
            let outcome = try global.asked(outcome, .outcome, Wording("의결", "Outcome"))
            let (day, conditions) = (try on.map { try CivilDate(option: .on, $0) }, try list.list())
            let meeting = try meeting.map { try Prose(argument: $0).text(.meeting, .label) }
            let departures = try CaseReference.all(departsFrom)
            let validity = try ShorterValidity(
                months: validMonths?.int, until: try validUntil.map { try CivilDate(option: .validUntil, $0) })
            let decided = try await global.reasoned(reason) { reason in
                var act = DecideCase(
                    reference, outcome: outcome, on: day, meeting: meeting, reason: reason, conditions: conditions,
                    departsFrom: departures)
                act.validity = validity
                act.beginsWithCommencement = validFromCommencement
                return try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
            }
            let openTasks = await global.openTasks(decided.reference, tracker, dryRun: writing.dryRun)
            try global.confirm(Confirmation(decided, openTasks: openTasks), dryRun: writing.dryRun)
        }
    }
}
