import Postgres
import SandboxTesting
import Testing

/// What an act meets and what follows it is read in one function each.
@Suite("Triggers", .database)
struct TriggerTests {
    private func found(_ query: SQL) async throws -> [String] {
        try await TestDatabase.current.administrator.read { try $0.all(query, as: String.self) }
    }

    /// Triggers of our own tables, without those of the log, those that count, those that look at a single day and those that
    /// are deferred.
    private let own: SQL = """
        SELECT c.relname, t.tgname, p.proname, t.tgtype & 2 <> 0 AS is_before
        FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_proc AS p ON p.oid = t.tgfoid
        WHERE c.relnamespace = 'sandbox'::regnamespace AND NOT t.tgisinternal AND t.tgconstraint = 0
            AND p.proname NOT IN ('record_insert', 'record_change', 'refuse_change', 'keep_case_counts', 'refuse_day')
        """

    @Test("each table has at most one guard and one function of steps") func one() async throws {
        let several = try await found(
            """
            SELECT o.relname || ': ' || string_agg(DISTINCT o.proname, ', ') FROM (\(own)) AS o
            GROUP BY o.relname, o.is_before HAVING count(DISTINCT o.proname) > 1 ORDER BY 1
            """)
        #expect(several == [])
    }

    @Test("a trigger is called by its function; a second one of the same function adds when it is run")
    func names() async throws {
        let others = try await found(
            "SELECT relname || ': ' || tgname FROM (\(own)) AS o WHERE NOT starts_with(tgname, proname) ORDER BY 1")
        #expect(others == [])
    }
}
