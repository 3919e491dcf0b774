public import Postgres
public import SandboxDomain

/// What regimes owe as a whole, and until when: an annual report, say.
public struct RegimeDuties: RowQuery {
    let regime: RegimeCode?

    /// - Parameter regime: nil for all of them.
    public init(of regime: RegimeCode? = nil) { self.regime = regime }

    /// Hands on the rows, the first to end first.
    public func forEach(_ session: Session, _ body: (RegimeDuty) throws -> Void) throws {
        if let regime { _ = try RegimeStore.get(session, regime) }
        try session.stream(
            """
            SELECT d.regime, d.rule, d.name_ko, d.name_en, d.basis, d.owed_by, d.done, d.last_on, d.started_on, d.due_on,
                d.days_left, calendar_doubt(d.regime, d.certainty)
            FROM regime_duty AS d WHERE \(regime.map { "d.regime = \($0)" as SQL } ?? "true")
            ORDER BY d.due_on, d.regime, d.rule
            """, RegimeDuty.init, body)
    }
}

/// What a regime owes next under one of its rules.
public struct RegimeDuty: Sendable {
    /// The regime.
    public let regime: RegimeCode
    /// The rule.
    public let rule: String
    /// The rule in Korean.
    public let korean: String
    /// The rule in English.
    public let english: String
    /// The article.
    public let basis: String
    /// Who owes it.
    public let owedBy: DeadlineDebtor
    /// How often it has been done.
    public let done: Int
    /// When it was done last.
    public let lastOn: CivilDate?
    /// The day the period runs from.
    public let startedOn: CivilDate
    /// The last day.
    public let dueOn: CivilDate?
    /// Days from today to the last day; negative past it.
    public let daysLeft: Int?
    /// That it is counted on days nobody has announced; nil where everything is known.
    public let doubt: CalendarDoubt?
}
