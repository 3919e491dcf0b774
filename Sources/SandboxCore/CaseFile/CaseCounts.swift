public import Postgres
public import SandboxDomain

/// How many filed cases there are at each stage by month, the latest month first.
///
/// Who sees every filed case reads the counts that are kept; a company and a ministry count their own.
public struct CaseCounts: RowQuery {
    /// By the month of filing; otherwise by the month in which a case came to its stage.
    public var byFiling = false
    /// Only this regime's.
    public var regime: RegimeCode?
    /// Only these tracks; empty for all.
    public var tracks: [TrackCode] = []

    /// All of them.
    public init() {}

    public func forEach(_ session: Session, _ body: (CaseCount) throws -> Void) throws {
        var conditions: [SQL] = ["k.counted_by = \(byFiling ? "filing" : "stage")"]
        if let wanted = try RegimeStore.listed(session, regime, "k.regime") { conditions.append(wanted) }
        if !tracks.isEmpty { conditions.append("k.track = ANY (\(tracks.map(\.code))::text[])") }
        let role = try Principal.current(session).role
        let counts: SQL = role == .desk || role == .analyst || role == .auditor ? "case_count" : "count_cases"
        try session.stream(
            """
            SELECT k.month, k.stage, k.cases FROM (SELECT k.month, k.stage, sum(k.cases)::integer AS cases FROM \(counts) AS k
                WHERE \(conditions.joined(by: " AND ")) GROUP BY k.month, k.stage HAVING sum(k.cases) <> 0) AS k
            JOIN stage AS s ON s.stage = k.stage ORDER BY k.month DESC NULLS LAST, s.position
            """, CaseCount.init, body)
    }
}

/// The cases of one stage and month.
public struct CaseCount: Sendable {
    /// The first day of the month; nil: cases of the past whose filing nobody dated.
    public let month: CivilDate?
    /// The stage.
    public let stage: Stage
    /// How many.
    public let cases: Int

    /// The month as people write it: `2026-11`.
    public var name: String? { month.map { String($0.description.prefix(7)) } }
}
