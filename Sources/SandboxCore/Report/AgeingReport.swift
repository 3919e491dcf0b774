public import Postgres
public import SandboxDomain

/// How long the open cases have been at their stage.
public struct AgeingReport: RowQuery {
    /// Only this track; nil for all.
    public var track: TrackCode?
    /// Only this regime; nil for all.
    public var regime: RegimeCode?

    /// All tracks.
    public init() {}

    /// Hands on the classes, the youngest first; a class without cases too.
    public func forEach(_ session: Session, _ body: (AgeingRow) throws -> Void) throws {
        try session.stream(.embedded("ageing", binding: track?.code, regime?.code), AgeingRow.init, body)
    }
}

/// The open cases of one class of age.
public struct AgeingRow: Sendable {
    /// The day looked at, the latest where authorities are in different time zones; nil without an open case.
    public let asOf: CivilDate?
    /// The lowest number of calendar days.
    public let minDays: Int
    /// The highest number; nil: no limit.
    public let maxDays: Int?
    /// How many cases.
    public let cases: Int
    /// Those that wait to be received.
    public let filed: Int
    /// Those that wait for the desk.
    public let received: Int
    /// Those in consultation.
    public let consulting: Int
    /// The case that has been there longest.
    public let oldest: String?

    init(
        asOf: CivilDate?, minDays: Int, maxDays: Int?, cases: Int, filed: Int, received: Int, consulting: Int,
        oldest: String?
    ) {
        (self.asOf, self.minDays, self.maxDays, self.cases) = (asOf, minDays, maxDays, cases)
        (self.filed, self.received, self.consulting, self.oldest) = (filed, received, consulting, oldest)
    }

    /// The class as people write it: `8–14`, `181+`.
    public var name: String { maxDays.map { "\(minDays)–\($0)" } ?? "\(minDays)+" }
}
