import Postgres
import SandboxTesting
import Testing

@testable import SandboxCore

/// Every constraint has a name of the house's form, and everybody who can run into one is told what it means.
@Suite("Constraints and guards", .database)
struct ConstraintTests {
    @Test("every constraint is named for its table, its columns and its kind") func names() async throws {
        let badlyNamed = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT c.conname::text FROM pg_constraint AS c
                LEFT JOIN pg_class AS r ON r.oid = c.conrelid LEFT JOIN pg_type AS t ON t.oid = c.contypid
                WHERE c.connamespace = 'sandbox'::regnamespace AND c.contype <> 't' AND NOT (
                    c.conname LIKE coalesce(r.relname, t.typname) || '\\_%' AND c.conname ~ CASE c.contype
                        WHEN 'p' THEN '_pkey$' WHEN 'u' THEN '_key$' WHEN 'f' THEN '_fkey$' WHEN 'c' THEN '_check$'
                        WHEN 'x' THEN '_excl$' ELSE '' END)
                """, as: String.self)
        }
        #expect(badlyNamed == [])
    }

    @Test("every constraint and guard has a meaning, or nobody can run into it; and none stands in both lists")
    func meanings()
        async throws
    {
        let found = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT c.conname::text FROM pg_constraint AS c
                WHERE c.connamespace = 'sandbox'::regnamespace AND c.contype <> 't'
                UNION SELECT i.relname::text FROM pg_index AS x JOIN pg_class AS i ON i.oid = x.indexrelid
                WHERE x.indisunique AND i.relnamespace = 'sandbox'::regnamespace
                UNION SELECT g[1] FROM pg_proc AS p, LATERAL regexp_matches(p.prosrc, 'refuse\\(''([a-z_]+)''', 'g') AS g
                WHERE p.pronamespace = 'sandbox'::regnamespace
                UNION SELECT g[1] FROM pg_proc AS p,
                    LATERAL regexp_matches(pg_get_function_sqlbody(p.oid), '''([a-z_]+_guard)''', 'g') AS g
                WHERE p.pronamespace = 'sandbox'::regnamespace
                UNION SELECT t.tgrelid::regclass || '_append_only_guard' FROM pg_trigger AS t
                JOIN pg_proc AS p ON p.oid = t.tgfoid AND p.proname = 'refuse_change'
                ORDER BY 1
                """, as: String.self)
        }
        let known = Set(ConstraintMeaning.refusals.keys)
        #expect(known.intersection(ExpectedAccess.unreachable) == [])
        let listed = known.union(ExpectedAccess.unreachable)
        #expect(Set(found).subtracting(listed).sorted() == [], "without a meaning")
        #expect(listed.subtracting(found).sorted() == [], "not in the schema")
    }
}
