import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct CaseHistoryCommand: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "What happened to a case: who, what and when, as the database booked it.",
        discussion: """
              sandbox case history DE-2026-0001
              sandbox case history DE-2026-0001 --format jsonl

            The machine formats have what was there before and after, and the digests of the chain.
            """
    )
    @Argument(help: .reference) var reference: String
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        let query = CaseHistory(try CaseReference.one(reference))
        let output = global.output
        guard output.format == .table else { return try await global.print(query, Self.listing, tracker) }
        try global.print(Step.steps(try await tracker.answer(query)), Self.steps, output)
    }

    /// Every event, for programs.
    static let listing = Listing<BookedEvent>([
        Column("at", "일시", "When") { .moment($0.at) },
        Column("act", "일", "What") { .code(WordedCode($0.act, .events)) },
        Column("actor", "사용자", "Who") { .text($0.actor) },
        Column("organisation", "기관", "For") { .text($0.organisation) },
        Column("entity", "대상", "Of") { .code(WordedCode($0.entity, .entities)) },
        Column("key", "번호", "Key") { .text($0.key) },
        Column("sequence", "순번", "Sequence") { .integer($0.sequence) },
        Column("event_id", "기록번호", "Event") { .integer($0.id.number) },
        Column("old", "이전", "Before") { .json($0.old) },
        Column("new", "이후", "After") { .json($0.new) },
        Column("hash", "해시", "Hash") { .text($0.hash) },
    ])

    private static let steps = Listing<Step>([
        Column("at", "일시", "When", mayShrink: false) { .moment($0.event.at) },
        Column("act", "일", "What") { .code(WordedCode($0.event.act, .events)) },
        Column("actor", "사용자", "Who") { .text($0.event.actor) },
        Column("organisation", "기관", "For") { .text($0.event.organisation) },
        Column("entity", "대상", "Of") { .code(WordedCode($0.event.entity, .entities)) },
        Column("key", "번호", "Key") { .text($0.keys.joined(separator: ", ")) },
    ])

    /// What people see as one step: events that somebody caused on things of one kind in one go.
    private struct Step {
        let event: BookedEvent
        var keys: [String]

        static func steps(_ events: [BookedEvent]) -> [Step] {
            var steps: [Step] = []
            for event in events {
                if let last = steps.last?.event, last.at == event.at, last.act == event.act,
                    last.entity == event.entity,
                    last.actor == event.actor
                {
                    steps[steps.count - 1].keys.append(event.key)
                } else {
                    steps.append(Step(event: event, keys: [event.key]))
                }
            }
            return steps
        }
    }
}
