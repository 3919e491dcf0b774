public import Postgres
public import SandboxDomain

/// The desk makes a regime what a file says.
///
/// A file that says what stands there already changes nothing. Any other makes a new version, under which cases are filed
/// from its day on; cases keep the version they were filed under, unless the file says that it applies to open cases too.
/// What a file no longer names is closed, not removed.
public struct ApplyRegime: Operation {
    let file: RegimeFile

    /// - Parameter file: the regime, whole.
    public init(_ file: RegimeFile) { self.file = file }

    /// What an application came to.
    public struct Applied: Sendable {
        /// The regime.
        public let regime: RegimeCode
        /// Its newest version.
        public let version: Int
        /// The day from which cases are filed under it; nil for always.
        public let validFrom: CivilDate?
        /// Whether the file made it; otherwise it said what stood there.
        public let isNew: Bool
        /// What changed; empty for a regime that was not there.
        public let differences: [RegimeDocument.Difference]
        /// The open clocks that run under another version's rule now, each with its end before and after.
        public let moved: [MovedClock]
    }

    /// Does the act.
    /// - Throws: `Refusal.regime(.fixed)`, `Refusal.regime(.prefixTaken)`, `Refusal.regime(.bodyTaken)`; `BadInput` for a time zone or a day that
    ///   cannot be.
    public func perform(_ session: Session) throws -> Applied {
        _ = try Principal.current(session).required([.desk])
        try session.lock("apply-regime")
        let document = file.document
        let standing = try RegimeStore.document(session, document.code)
        if let standing { try document.mayFollow(standing) }
        try check(session, document)
        let made: Int? = try session.one(
            """
            SELECT apply_regime(\(document.json)::jsonb, \(file.text), \(file.validFrom)::date, \(file.note))
            """)
        let moved =
            file.appliesToOpenCases
            ? try session.all(
                """
                SELECT reference, clock_no, rule, organisation, old_due_on, new_due_on
                FROM move_open_cases(\(document.code))
                """, MovedClock.init) : []
        let newest = try session.one(
            """
            SELECT version, CASE WHEN isfinite(valid_from) THEN valid_from END FROM regime_version
            WHERE regime = \(document.code) ORDER BY version DESC LIMIT 1
            """
        ) { (version: Int, validFrom: CivilDate?) in (version, validFrom) }
        return Applied(
            regime: document.code, version: newest.0, validFrom: newest.1, isNew: made != nil,
            differences: standing.map { document.differences(since: $0) } ?? [], moved: moved)
    }

    /// What a file by itself cannot tell: whether its time zone is one, whether its prefixes and the codes of its committees
    /// are free, and whether its day is no earlier than that of the version before.
    private func check(_ session: Session, _ document: RegimeDocument) throws {
        guard try session.exists("SELECT FROM pg_timezone_names WHERE name = \(document.timeZone)") else {
            throw file.issue(.notATimeZone(document.timeZone), field: "time_zone")
        }
        let prefixes = document.tracks.map(\.prefix) + document.tracks.compactMap { $0.grant?.prefix }
        let taken = try session.first(
            """
            SELECT prefix, regime FROM (SELECT regime, prefix FROM track UNION SELECT regime, prefix FROM grant_track) AS p
            WHERE regime <> \(document.code) AND prefix = ANY (\(prefixes)::text[])
            ORDER BY prefix LIMIT 1
            """
        ) { (prefix: String, regime: RegimeCode) in (prefix, regime) }
        if let (prefix, regime) = taken { throw Refusal.regime(.prefixTaken(prefix, by: regime)) }
        let named = try session.first(
            """
            SELECT body, regime FROM committee_body
            WHERE regime <> \(document.code) AND body = ANY (\(document.bodies.map(\.code))::text[])
            ORDER BY body LIMIT 1
            """
        ) { (body: String, regime: RegimeCode) in (body, regime) }
        if let (body, regime) = named { throw Refusal.regime(.bodyTaken(body, by: regime)) }
        let earliest: CivilDate? = try session.one(
            """
            SELECT max(valid_from) FROM regime_version WHERE regime = \(document.code) AND isfinite(valid_from)
            """)
        if let day = file.validFrom, let earliest, day < earliest {
            throw file.issue(.dateOutside(day, earliest: earliest, latest: "2060-12-31"), field: "valid_from")
        }
    }
}

/// An open clock that came under the rule of another version.
public struct MovedClock: Sendable {
    /// The case.
    public let reference: String
    /// The clock's number within the case.
    public let number: Int
    /// The rule's code, the same before and after.
    public let rule: String
    /// Who owes the act; nil for the lead authority.
    public let organisation: String?
    /// When it ended before; nil while a stop holds it up.
    public let before: CivilDate?
    /// When it ends now.
    public let after: CivilDate?

    init(
        reference: String, number: Int, rule: String, organisation: String?, before: CivilDate?, after: CivilDate?
    ) {
        (self.reference, self.number, self.rule, self.organisation) = (reference, number, rule, organisation)
        (self.before, self.after) = (before, after)
    }
}
