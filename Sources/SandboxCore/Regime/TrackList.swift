public import Postgres
public import SandboxDomain

/// The tracks there are, regime by regime in the order of the law, closed ones too.
public struct TrackList: Query {
    public init() {}

    public func answer(_ session: Session) throws -> [KnownTrack] { try session.get(Self.statement) }

    static var statement: Statement<[KnownTrack]> {
        .all(
            "SELECT regime, track, name_ko, name_en, closed_on IS NULL FROM track ORDER BY regime, position, track"
        ) { (regime: RegimeCode, track: TrackCode, korean: String, english: String, isOpen: Bool) in
            KnownTrack(regime: regime, code: track, korean: korean, english: english, isOpen: isOpen)
        }
    }
}
