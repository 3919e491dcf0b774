internal import Postgres
internal import SandboxDomain

/// Finds regimes by their code, or the one that is meant where none is named.
enum RegimeStore {
    /// The regime of that code; without one, the only regime there is, or the only one of the authority for which the person acts.
    /// - Throws: `NotFound`; `BadInput` when there are several and none is named.
    static func get(_ session: Session, _ asked: RegimeCode?) throws -> RegimeCode { try dated(session, asked).regime }

    /// The same, with today's date at its authority.
    static func dated(_ session: Session, _ asked: RegimeCode?) throws -> (regime: RegimeCode, today: CivilDate) {
        let known = try session.all(
            "SELECT regime, authority_date(regime), regime = ANY (o.own) FROM regime, (SELECT own_regimes()) AS o (own) ORDER BY regime"
        ) { (regime: RegimeCode, today: CivilDate, isOwn: Bool) in (regime: regime, today: today, isOwn: isOwn) }
        if let asked {
            guard let found = known.first(where: { $0.regime == asked }) else {
                let meant = closestWord(to: asked.code, among: known.map(\.regime.code))
                throw NotFound(.regime, asked.code, suggestion: meant)
            }
            return (found.regime, found.today)
        }
        let own = known.filter(\.isOwn)
        guard let only = known.count == 1 ? known.first : own.count == 1 ? own.first : nil else {
            throw BadInput(.missingName(.regime, known: (own.isEmpty ? known : own).map(\.regime.code)))
        }
        return (only.regime, only.today)
    }

    /// The time zone of that regime's authority; without one, that of the regime which a report takes (``ReportedRegime``).
    /// - Throws: `NotFound`; `BadInput` while there is no regime.
    static func timeZone(_ session: Session, _ asked: RegimeCode?) throws -> String {
        let zones = try session.all("SELECT DISTINCT time_zone FROM regime ORDER BY time_zone", as: String.self)
        if asked == nil, zones.count == 1 { return zones[0] }
        let regime = try get(session, asked ?? ReportedRegime().answer(session)?.code)
        return try session.one("SELECT time_zone FROM regime WHERE regime = \(regime)", as: String.self)
    }

    /// What must hold of the regime of a row of a list: that it is the one asked for, or one of those of the desk that
    /// looks. Nil: a list of all.
    static func listed(_ session: Session, _ asked: RegimeCode?, _ column: SQL) throws -> SQL? {
        if let asked { return "\(column) = \(try get(session, asked))" }
        let own: [String]? = try session.one("SELECT listed_regimes()")
        return own.map { "\(column) = ANY (\($0)::text[])" as SQL }
    }

    /// The track of that code in the regime; without one, in the only regime that has it.
    /// - Throws: `NotFound`; `BadInput` when several regimes have it.
    static func track(_ session: Session, _ track: TrackCode, of asked: RegimeCode?) throws -> KnownTrack {
        try self.track(track, of: asked, among: TrackList().answer(session))
    }

    /// The same among tracks that have been read.
    static func track(_ track: TrackCode, of asked: RegimeCode?, among tracks: [KnownTrack]) throws -> KnownTrack {
        let known = tracks.filter { $0.code == track && (asked ?? $0.regime) == $0.regime }
        guard let first = known.first else { throw NotFound(.track, track.code) }
        guard known.count == 1 else {
            throw BadInput(.missingName(.regime, known: known.map(\.regime.code)))
        }
        return first
    }

    /// The regime as it is now; nil if there is none of that code.
    static func document(_ session: Session, _ regime: RegimeCode) throws -> RegimeDocument? {
        let json: String? = try session.first(
            "SELECT regime_document(regime)::text FROM regime WHERE regime = \(regime)")
        return try json.map { try RegimeFile(yaml: Array($0.utf8), file: nil).document }
    }
}
