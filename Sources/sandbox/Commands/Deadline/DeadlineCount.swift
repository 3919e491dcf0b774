import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Deadline {
    struct Count: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "count",
            abstract: "Count a period from a day, without a case: every day of it, and the article.",
            discussion: """
                  sandbox deadline count K4 --from 2026-06-17 --stop 2026-06-25..2026-06-29
                  sandbox deadline count --length 5 --unit day --counting petition --from 2026-09-22T14:00

                The days of --stop do not count, both ends included. \
                --known-on counts on the calendar as it was known that
                day: a holiday announced later is then none.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Argument(
            help: ArgumentHelp("The rule, e.g. K4 or k7-tabling; else --length and --counting.", valueName: "rule"))
        var rule: String?
        @Option(help: ArgumentHelp("The day of the event, and its time where hours matter.", valueName: "date[Thh:mm]"))
        var from: String
        @Option(help: ArgumentHelp("Days that do not count; may be given several times.", valueName: "from..to"))
        var stop: [String] = []
        @Option(help: ArgumentHelp("What extensions add, in the rule's unit.", valueName: "n")) var extend = 0
        @Option(help: ArgumentHelp("Whose rule, where several regimes have it.", valueName: "code")) var regime: String?
        @Option(help: ArgumentHelp("Without a rule: how long.", valueName: "n")) var length: Int?
        @Option(help: "Without a rule: day, week, month or year (default: day).") var unit: PeriodUnit?
        @Option(
            help: ArgumentHelp(
                "Without a rule: civil, burden, petition, validity, backward, same-date or validity-same-date.",
                valueName: "method"))
        var counting: String?
        @Option(help: ArgumentHelp("Without a rule: on which calendar.", valueName: "code")) var calendar: String?
        @Option(help: ArgumentHelp("On the calendar as it was known on this day.", valueName: "date")) var knownOn:
            String?

        var notDone: Wording { Wording("세지 못했습니다", "nothing was counted") }

        func run(_ tracker: Tracker) async throws {
            let parts = from.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
            var query = CountPeriod(try wanted, from: try CivilDate(option: .from, String(parts[0])))
            if parts.count == 2 {
                query.startMinute = try Self.minute(String(parts[1]))
            }
            query.stops = try stop.map { try PeriodCount.Stop(option: $0) }
            query.added = extend
            query.knownOn = try knownOn.map { try CivilDate(option: .knownOn, $0) }
            let counted = try await tracker.answer(query)
            guard counted.isKnown else { throw Failure.countUnknown(counted) }
            try global.print(Detail(counted, knownOn: query.knownOn, global.language))
            guard counted.isBorneOut else {
                throw Failure.countContradicted(counted.ends.dueOn, counted.days.last?.date)
            }
        }

        private var wanted: CountPeriod.Wanted {
            get throws {
                if let rule {
                    let plain = [(Field.length, length != nil), (.unit, unit != nil), (.counting, counting != nil)]
                    if let other = plain.first(where: \.1) {
                        throw BadInput(.contradiction(.value(rule), .field(other.0)))
                    }
                    return .rule(rule, regime: regime.map { RegimeCode($0) })
                }
                guard let length else { throw BadInput(.missingName(.length)) }
                guard let counting else { throw BadInput(.missingName(.counting)) }
                return .plain(
                    PeriodLength(length, unit ?? .day), counting: counting, calendar: calendar.map { CalendarCode($0) })
            }
        }

        /// The minute of the day in `14:30`.
        private static func minute(_ text: String) throws -> Int {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
                $0.utf8.count == 2 ? Int($0) : nil
            }
            guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
                (0..<60).contains(minute)
            else { throw BadInput(.notADate(text), field: .from) }
            return hour * 60 + minute
        }
    }
}

extension PeriodCount.Stop {
    /// The days in the value of `--stop`.
    fileprivate init(option text: String) throws {
        guard let dots = text.firstRange(of: "..") else { throw BadInput(.notAPeriod(text), field: .stop) }
        let first = try CivilDate(option: .stop, String(text[..<dots.lowerBound]))
        let last = try CivilDate(option: .stop, String(text[dots.upperBound...]))
        guard first <= last else { throw BadInput(.endsBeforeStart, field: .stop) }
        self.init(from: first, to: last)
    }
}
