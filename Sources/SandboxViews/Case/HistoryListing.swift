package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<LoggedEvent> {
    /// Every event, for programs.
    package static var history: Listing<LoggedEvent> {
        Listing(
            Wording("이력", "History"),
            [
                Column("at", "일시", "When") { .moment($0.at) },
                Column("act", "일", "What") { .code(StableCodeWording($0.act, .events)) },
                Column("actor", "사용자", "Who") { .text($0.actor) },
                Column("organisation", "기관", "For") { .text($0.organisation) },
                Column("entity", "대상", "Of") { .code(StableCodeWording($0.entity, .entities)) },
                Column("key", "번호", "Key") { .text($0.key) },
                Column("sequence", "순번", "Sequence") { .integer($0.sequence) },
                Column("event_id", "기록번호", "Event") { .integer($0.id.number) },
                Column("old", "이전", "Before") { .json($0.old) },
                Column("new", "이후", "After") { .json($0.new) },
                Column("hash", "해시", "Hash") { .text($0.hash) },
            ])
    }
}

extension Listing<HistoryStep> {
    /// For people.
    package static var history: Listing<HistoryStep> {
        Listing(
            Wording("이력", "History"),
            [
                Column("at", "일시", "When", mayShrink: false) { .moment($0.event.at) },
                Column("act", "일", "What") { .code(StableCodeWording($0.event.act, .events)) },
                Column("actor", "사용자", "Who") { .text($0.event.actor) },
                Column("organisation", "기관", "For") { .text($0.event.organisation) },
                Column("entity", "대상", "Of") { .code(StableCodeWording($0.event.entity, .entities)) },
                Column("key", "번호", "Key") { .text($0.keys.joined(separator: ", ")) },
            ])
    }
}

/// What people see as one step: events that somebody caused on things of one kind in one go.
package struct HistoryStep: Sendable {
    package let event: LoggedEvent
    package private(set) var keys: [String]

    package static func steps(_ events: [LoggedEvent]) -> [HistoryStep] {
        var steps: [HistoryStep] = []
        for event in events {
            if let last = steps.last?.event, last.at == event.at, last.act == event.act,
                last.entity == event.entity, last.actor == event.actor
            {
                steps[steps.count - 1].keys.append(event.key)
            } else {
                steps.append(HistoryStep(event: event, keys: [event.key]))
            }
        }
        return steps
    }
}
