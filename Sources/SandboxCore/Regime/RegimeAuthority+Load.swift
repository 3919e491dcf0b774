internal import Postgres
internal import SandboxDomain

extension RegimeAuthority {
    /// Whose that regime is.
    static func get(_ session: Session, _ regime: RegimeCode) throws -> RegimeAuthority {
        RegimeAuthority(regime, of: try session.one("SELECT authority_of(\(regime))", as: String?.self))
    }
}
