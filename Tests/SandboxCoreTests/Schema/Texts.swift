import Postgres
import SandboxTesting

/// The only column of what the administrator is answered.
func texts(_ sql: SQL) async throws -> [String] {
    try await TestDatabase.current.administrator.read { try $0.all(sql, as: String.self) }
}
