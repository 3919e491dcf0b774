public import Postgres
public import SandboxDomain

/// The desk records what happened to a regime as a whole: that its sandbox was established, that a report was published.
public struct RecordRegimeEvent: Operation {
    let regime: RegimeCode
    let event: String
    let day: CivilDate?
    let text: String?

    /// - Parameters:
    ///   - event: an event of the table `deadline_event` whose subject is the regime, e.g. `established`.
    ///   - day: nil for today, in the authority's zone.
    ///   - text: the act that established it, or the title and place of the report.
    public init(_ regime: RegimeCode, event: String, on day: CivilDate? = nil, text: String? = nil) {
        (self.regime, self.event, self.day, self.text) = (regime, event, day, text)
    }

    /// Returns what the regime owes next.
    /// - Throws: `BadInput` for an event that is not one of a regime; `Refusal.regime(.begun)`,
    ///   `Refusal.regime(.notBegun)`, `Refusal.dateInFuture`.
    public func perform(_ session: Session) throws -> [RegimeDuty] {
        _ = try Principal.current(session).required([.desk])
        let (regime, today) = try RegimeStore.dated(session, regime)
        let known = try session.all(
            "SELECT event FROM deadline_event WHERE subject = 'regime' ORDER BY event", as: String.self)
        let event = foldedWord(event)
        guard known.contains(event) else { throw BadInput(.unknownWord(event, known: known), field: .event) }
        let day = day ?? today
        let (begun, isWaiting) = try facts(session, regime, event, day)
        try RegimeRule.mayRecord(on: day, today: today, begun: begun, isWaiting: isWaiting)
        try session.execute(
            """
            INSERT INTO regime_event (regime, event, on_day, text)
            VALUES (\(regime), \(event), \(day), \(text.map(normalised)))
            """)
        return try RegimeDuties(of: regime).answer(session)
    }

    private func facts(
        _ session: Session, _ regime: RegimeCode, _ event: String, _ day: CivilDate
    ) throws -> (begun: CivilDate?, isWaiting: Bool) {
        let newest: SQL = "(SELECT max(v.version) FROM regime_version AS v WHERE v.regime = \(regime))"
        let begun = try session.first(
            """
            SELECT min(x.on_day) FROM regime_event AS x
            WHERE x.regime = \(regime) AND x.event = \(event) AND (x.on_day = \(day) OR EXISTS (SELECT FROM deadline_rule AS r
                WHERE r.regime = x.regime AND r.version = \(newest) AND r.starts_on = x.event))
            """, as: CivilDate?.self)
        let isWaiting = try session.exists(
            """
            SELECT FROM deadline_rule AS r JOIN deadline_event AS e ON e.event = r.starts_on AND e.subject = 'regime'
            WHERE r.regime = \(regime) AND r.version = \(newest) AND \(event) = ANY (r.ends_on) AND NOT EXISTS (
                SELECT FROM regime_event AS x
                WHERE x.regime = r.regime AND x.event = r.starts_on AND x.on_day <= \(day))
            """)
        return (begun ?? nil, isWaiting)
    }
}
