public import Postgres
public import SandboxDomain

/// The desk makes a regime match a file.
///
/// A file that says what the register already has changes nothing. Any other file makes a new version, under which
/// cases are filed from its day on. Cases keep the version they were filed under, unless the file says that it also
/// applies to open cases. What a file no longer names is closed, not removed.
public struct ApplyRegime: Operation {
    let file: RegimeFile
    let authority: String?

    /// - Parameters:
    ///   - file: the complete regime.
    ///   - authority: the organisation whose regime it is from now on; nil for that whose it is, and for a new regime the one
    ///     for which the desk acts.
    public init(_ file: RegimeFile, authority: String? = nil) { (self.file, self.authority) = (file, authority) }

    /// The result of applying a file.
    public struct Applied: Sendable {
        /// The regime.
        public let regime: RegimeCode
        /// Whose it is; nil as long as there is no authority.
        public let authority: String?
        /// Its newest version.
        public let version: Int
        /// The day from which cases are filed under it; nil for always.
        public let validFrom: CivilDate?
        /// Whether the file made it; otherwise the file said what was already there.
        public let isNew: Bool
        /// What changed; empty for a regime that was not there.
        public let differences: [RegimeDocument.Difference]
        /// The open deadlines that run under another version's rule now, each with its end before and after.
        public let moved: [ReappliedDeadline]
    }

    /// - Throws: `Refusal.regime(.fixed)`, `.prefixTaken`, `.committeeTaken` and `.otherAuthority`; `BadInput` for an
    ///   impossible time zone or day.
    public func perform(_ session: Session) throws -> Applied {
        let desk = try Principal.current(session)
        _ = try desk.required([.desk])
        if try session.exists("SELECT FROM regime WHERE regime = \(file.document.code)") {
            try RegimeAuthority.get(session, file.document.code).mayAct(desk.organisation)
        }
        return try apply(session)
    }

    /// For the desk, or whoever makes the database.
    func apply(_ session: Session) throws -> Applied {
        let document = file.document
        let standing = try RegimeStore.document(session, document.code)
        if let standing { try document.mayFollow(standing) }
        let made = try make(session, document)
        let moved =
            file.appliesToOpenCases
            ? try session.all(
                """
                SELECT reference, deadline_no, rule, organisation, old_due_on, new_due_on
                FROM move_open_cases(\(document.code))
                """, ReappliedDeadline.init) : []
        let newest = try session.one(
            """
            SELECT version, CASE WHEN isfinite(valid_from) THEN valid_from END FROM regime_version
            WHERE regime = \(document.code) ORDER BY version DESC LIMIT 1
            """
        ) { (version: Int, validFrom: CivilDate?) in (version, validFrom) }
        return Applied(
            regime: document.code, authority: try RegimeAuthority.get(session, document.code).authority,
            version: newest.0, validFrom: newest.1, isNew: made != nil,
            differences: made == nil ? [] : standing.map { document.differences(since: $0) } ?? [], moved: moved)
    }

    /// Makes the version; nil if the register already says the same. What a file alone cannot show, the register
    /// refuses; here that refusal gets its place in the file.
    private func make(_ session: Session, _ document: RegimeDocument) throws -> Int? {
        let authority = try authority.map { name in
            let named = try OrganisationStore.get(session, name)
            guard named.kind == .authority else {
                throw Refusal.organisation(.wrongKind(.desk, named.kind))
            }
            return named.id
        }
        do {
            return try session.one(
                """
                SELECT apply_regime(\(document.json)::jsonb, \(file.text), \(file.validFrom)::date, \(file.note),
                    \(authority)::bigint)
                """)
        } catch let error as PostgresError {
            throw file.refusal(error) ?? error
        }
    }
}

/// An open deadline that came under the rule of another version.
public struct ReappliedDeadline: Sendable {
    /// The case.
    public let reference: String
    /// The deadline's number within the case.
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
