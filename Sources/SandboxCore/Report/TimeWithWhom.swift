public import Postgres
public import SandboxDomain

/// With whom the cases spend their time: every day of every case, attributed to the party it waited for.
///
/// The days of the parties add up to the age of the cases exactly; those of the legislature come after the grant and are
/// totalled apart.
public struct TimeWithWhom: RowQuery {
    /// How the rows are grouped.
    public enum Grouping: String, StableCode {
        case party, ministry, track
        case caseFile = "case"
    }

    /// One row for each party, for each ministry, or for each track or case.
    public var by: Grouping = .party
    /// Only these cases; empty for all.
    public var cases: [CaseReference] = []
    /// Only days from this one on.
    public var from: CivilDate?
    /// Only days up to this one.
    public var to: CivilDate?
    /// Only this track; nil for all.
    public var track: TrackCode?
    /// Only this regime; nil for all.
    public var regime: RegimeCode?

    /// All cases.
    public init() {}

    /// Hands on the rows, the totals last.
    /// - Throws: `NotFound` for a case that is not visible; `BadInput` for days that end before they begin.
    public func forEach(_ session: Session, _ body: (AttributedTime) throws -> Void) throws {
        if let from, let to, to < from { throw BadInput(.endsBeforeStart, field: .to) }
        for reference in cases { _ = try CaseFileStore.get(session, reference) }
        let references = cases.isEmpty ? nil : cases.map(\.description)
        try session.stream(
            .embedded(
                "time_with_whom", binding: by.rawValue, references, from, to, track?.code, regime?.code),
            AttributedTime.init, body)
    }
}

/// Days attributed to one party.
public struct AttributedTime: Sendable {
    /// Whether it is a total: of the age, or of the legislature's days.
    public let isTotal: Bool
    /// The case; nil unless the rows are grouped by case.
    public let reference: String?
    /// The regime of the track.
    public let regime: RegimeCode?
    /// The track; nil unless the rows are grouped by track or case.
    public let track: TrackCode?
    /// The party; nil in the total of the age.
    public let party: AttributedParty?
    /// The ministry; nil unless the rows are grouped by ministry or case.
    public let organisation: String?
    /// How many cases.
    public let cases: Int
    /// How many days, to a thousandth.
    public let days: String
    /// The total age in days of the cases of the row's group; nil in a total of the legislature.
    public let ageDays: Int?
    /// The day looked at.
    public let asOf: CivilDate?

    /// The days as a chart shows them: whole days, halves rounded up.
    public var wholeDays: Int {
        let parts = days.split(separator: ".")
        let half = parts.count > 1 && (parts[1].first.map { $0 >= "5" } ?? false)
        return (Int(parts[0]) ?? 0) + (half ? 1 : 0)
    }

    init(
        isTotal: Bool, reference: String?, regime: RegimeCode?, track: TrackCode?, party: AttributedParty?,
        organisation: String?, cases: Int, days: String, ageDays: Int?, asOf: CivilDate?
    ) {
        (self.isTotal, self.reference, self.regime, self.track) = (isTotal, reference, regime, track)
        (self.party, self.organisation, self.cases, self.days) = (party, organisation, cases, days)
        (self.ageDays, self.asOf) = (ageDays, asOf)
    }
}
