import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct Inbox: TrackerCommand {
    static let configuration = CommandConfiguration(
        name: "inbox",
        abstract: "What waits for you, the most urgent first, and what others did since you last looked.",
        discussion: """
              sandbox inbox
              sandbox inbox --as desk --format json
              sandbox inbox --mine
              sandbox inbox --seen

            What others did comes last, until you mark it as seen with --seen. \
            “Too late at” names the next meeting of the committee if the period for tabling a case ends before it; \
            “others' day” is the last day of those for whom the desk waits.
            """
    )
    @Flag(help: "Only on cases assigned to you, or to somebody whose deputy you are today.") var mine = false
    @Flag(help: "Mark as seen what others did, as far as it is shown.") var seen = false
    @Option(help: ArgumentHelp("At most n rows; 0 for all (default: 50 on a terminal, else all).", valueName: "n"))
    var limit: Int?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        if seen, mine { throw BadInput(.contradiction(.field(.seen), .field(.mine))) }
        if seen, limit != nil { throw BadInput(.contradiction(.field(.seen), .field(.limit))) }
        let limit = seen ? nil : try global.output.limit(asked: global.checked(limit: limit), table: 50)
        var inbox = SandboxCore.Inbox()
        (inbox.withNews, inbox.isMine, inbox.limit) = (true, mine, limit)
        if seen { inbox.newsUntil = try await tracker.instant() }
        try await global.print(inbox, .inbox(global.language), tracker, limit: limit)
        if let moment = inbox.newsUntil { try await tracker.perform(MarkNews(until: moment)) }
    }
}
