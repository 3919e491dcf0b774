import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("What other tools read", .database)
struct ReportSchemaTests {
    private func names(_ query: SQL) async throws -> [String] {
        try await TestDatabase.current.administrator.read { try $0.all(query, as: String.self) }
    }

    @Test("every view of schema report has the rights of its reader, and says what it and its columns are") func views()
        async throws
    {
        #expect(
            try await names("SELECT relname::text FROM pg_class WHERE relnamespace = 'report'::regnamespace").count >= 6
        )
        #expect(
            try await names(
                """
                SELECT c.relname::text FROM pg_class AS c
                WHERE c.relnamespace IN ('report'::regnamespace, 'past'::regnamespace, 'instant'::regnamespace)
                    AND (c.relkind <> 'v' OR NOT coalesce('security_invoker=true' = ANY (c.reloptions), false))
                """) == [])
        #expect(
            try await names(
                """
                SELECT c.relname || coalesce('.' || a.attname, '') FROM pg_class AS c
                LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum >= 0
                WHERE c.relnamespace = 'report'::regnamespace AND c.relkind = 'v'
                    AND (obj_description(c.oid) IS NULL OR a.attname IS NOT NULL AND col_description(c.oid, a.attnum) IS NULL)
                """) == [])
    }

    @Test("a function of these schemas that acts as its owner looks names up in a fixed place") func searchPaths()
        async throws
    {
        #expect(
            try await names(
                """
                SELECT p.oid::regprocedure::text FROM pg_proc AS p
                WHERE p.pronamespace IN ('report'::regnamespace, 'past'::regnamespace, 'instant'::regnamespace,
                    'register'::regnamespace) AND p.prosecdef
                    AND NOT coalesce('search_path=sandbox, pg_temp' = ANY (p.proconfig), false)
                """) == [])
    }

    @Test("a text that a spreadsheet would run is defused, and can be had back") func defused() async throws {
        let texts = ["=1+1", "+1", "-1", "@a", "\t=1", "\"=1\"", "'=1", " =1", "＝1", "'\" -2"]
        let harmless = ["1-1", "가=나", "", "'a", "a\t=", "\"b\""]
        let found = try await TestDatabase.current.administrator.read { session in
            try session.all(
                "SELECT report.defused(t) FROM unnest(\(texts + harmless)::text[]) WITH ORDINALITY AS x (t, n) ORDER BY n",
                as: String.self)
        }
        #expect(found == texts.map { "'" + $0 } + harmless)
    }
}
