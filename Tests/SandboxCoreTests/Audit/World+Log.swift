import Postgres
import SandboxDomain
import SandboxTesting

@testable import SandboxCore

extension World {
    /// Changes the log as nobody may, asks what the check says of it, and takes the change back.
    func verdict(_ change: String, token: SealToken? = nil) async throws -> [AuditBreak] {
        try await test.administrator.write(dryRun: true) { session in
            try session.simple(
                """
                SET LOCAL session_replication_role = replica; ALTER TABLE event ALTER event_id DROP IDENTITY,
                    DROP CONSTRAINT event_pkey, DROP CONSTRAINT event_chain_seq_key;
                \(unsafe: change)
                """)
            return try AuditVerify(token: token).verdict(session).breaks
        }
    }

    /// The auditor seals the log.
    @discardableResult
    func sealed() async throws -> LoggedSeal {
        try await database(.auditor).write { try AuditSeal().perform($0) }
    }
}
