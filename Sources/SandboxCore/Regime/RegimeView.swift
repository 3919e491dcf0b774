public import Postgres
public import SandboxDomain

/// One version of a regime: what it says, since when, and who applied it.
public struct RegimeView: Query {
    let regime: RegimeCode
    let version: Int?

    /// - Parameter version: nil for the newest.
    public init(_ regime: RegimeCode, version: Int? = nil) { (self.regime, self.version) = (regime, version) }

    public func answer(_ session: Session) throws -> RegimeEdition {
        _ = try RegimeStore.get(session, regime)
        let found = try session.first(
            """
            SELECT v.version, CASE WHEN isfinite(v.valid_from) THEN v.valid_from END,
                authority_time(v.applied_at, v.regime), v.applied_by::text, v.note, v.document,
                coalesce(v.document, regime_document(v.regime, v.version)::text), authority_of(v.regime),
                v.version = (SELECT max(n.version) FROM regime_version AS n WHERE n.regime = v.regime)
            FROM regime_version AS v
            WHERE v.regime = \(regime) AND \(version.map { "v.version = \(Int64($0))" as SQL } ?? "true")
            ORDER BY v.version DESC LIMIT 1
            """, EditionRow.init)
        guard let found else { throw NotFound(.regime, "\(regime) \(version.map { "v\($0)" } ?? "")") }
        let kept = try RegimeFile(yaml: Array(found.contents.utf8), file: nil).document
        // The newest version is what the database has now, even if its file says less: it was applied before files held
        // all of a regime.
        let document = found.isNewest ? try RegimeStore.document(session, regime) ?? kept : kept
        // What was recorded before files were kept is JSON, which is valid YAML; people get it as a file again.
        let isFile = document == kept && found.file.map { !$0.hasPrefix("{") } ?? false
        return RegimeEdition(
            regime: regime, version: found.version, validFrom: found.validFrom, appliedAt: found.appliedAt,
            appliedBy: found.appliedBy, authority: found.authority, note: found.note, document: document,
            yaml: isFile ? found.contents + "\n" : document.yaml)
    }
}

private struct EditionRow {
    let version: Int
    let validFrom: CivilDate?
    let appliedAt: String
    let appliedBy: String
    let note: String?
    let file: String?
    let contents: String
    let authority: String?
    let isNewest: Bool
}

/// One version of a regime.
public struct RegimeEdition: Sendable {
    /// The regime.
    public let regime: RegimeCode
    /// Its number.
    public let version: Int
    /// The day from which cases are filed under it; nil for always.
    public let validFrom: CivilDate?
    /// When it was applied.
    public let appliedAt: String
    /// Who applied it.
    public let appliedBy: String
    /// Whose the regime is now; nil as long as there is no authority.
    public let authority: String?
    /// Why.
    public let note: String?
    /// What it says.
    public let document: RegimeDocument
    /// The regime as a file: the very one that was applied, or one that says the same.
    public let yaml: String
}
