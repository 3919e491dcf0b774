public import Postgres
public import SandboxDomain

/// Would the register take a regime file? Nothing is changed, and anybody may ask.
public struct CheckRegime: Query {
    let file: RegimeFile

    /// - Parameter file: the complete regime.
    public init(_ file: RegimeFile) { self.file = file }

    /// - Throws: what ``ApplyRegime`` would: `Refusal.regime(.fixed)`, `.prefixTaken` and `.committeeTaken`; `BadInput` for a
    ///   time zone that the server does not know, or a day before that of the version before.
    public func answer(_ session: Session) throws {
        if let standing = try RegimeStore.document(session, file.document.code) {
            try file.document.mayFollow(standing)
        }
        do {
            try session.execute(
                "SELECT check_regime(\(file.document.json)::jsonb, \(file.validFrom)::date)")
        } catch let error as PostgresError { throw file.refusal(error) ?? error }
    }
}

extension RegimeFile {
    /// That the time zone is none, at its place.
    public var unknownTimeZone: BadInput { issue(.notATimeZone(document.timeZone), field: "time_zone") }

    /// The detail names what the register refuses, and the regime that has it (`check_regime`).
    func refusal(_ error: PostgresError) -> (any Error)? {
        let words = error.detail?.split(separator: " ").map(String.init) ?? []
        guard let constraint = error.constraint, let named = words.first, let last = words.last else { return nil }
        switch constraint {
        case "regime_time_zone_guard": return issue(.notATimeZone(named), field: "time_zone")
        case "regime_prefix_guard": return Refusal.regime(.prefixTaken(named, by: RegimeCode(last)))
        case "committee_regime_guard": return Refusal.regime(.committeeTaken(named, by: RegimeCode(last)))
        case "regime_version_order_guard":
            guard let day = validFrom, let newest = try? CivilDate(iso: named) else { return nil }
            return issue(.dateOutside(day, earliest: newest, latest: "2060-12-31"), field: "valid_from")
        default: return nil
        }
    }
}
