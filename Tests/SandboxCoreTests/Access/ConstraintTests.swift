import Postgres
import SandboxDomain
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

    @Test("every constraint and guard has a meaning, or nobody can run into it; and none is on both lists")
    func meanings() async throws {
        let found = try await TestDatabase.current.constraints()
        let meant = found.filter { ConstraintMeaning.code(of: $0) != nil }
        #expect(meant.intersection(ExpectedAccess.unreachable) == [])
        #expect(found.subtracting(meant).subtracting(ExpectedAccess.unreachable).sorted() == [], "without a meaning")
        let listed = ExpectedAccess.unreachable.union(ConstraintMeaning.named.keys)
        #expect(listed.subtracting(found).sorted() == [], "not in the schema")
    }

    @Test("a name that ends with its code needs no entry, and the table has no entry that is not needed")
    func conventions() {
        #expect(ConstraintMeaning.code(of: "event_append_only_guard") == .appendOnly)
        #expect(ConstraintMeaning.code(of: "agenda_item_reason_check") == .reasonRequired)
        #expect(ConstraintMeaning.code(of: "lapse_stage_guard") == .wrongStage)
        #expect(ConstraintMeaning.code(of: "decision_quorum_missing_guard") == .committee(.quorumMissing))
        #expect(ConstraintMeaning.code(of: "attachment_stage_guard") == .caseFile(.attachmentNotEditable))
        #expect(ConstraintMeaning.code(of: "decision_pkey") == nil)
        #expect(ConstraintMeaning.code(of: "case_file_stage_fkey") == nil)
        for (name, code) in ConstraintMeaning.named {
            let words = code.rawValue.map { $0 == "-" ? "_" : $0 }
            #expect(!name.contains("_\(String(words))_"), "\(name) says it by itself")
        }
    }
}

extension TestDatabase {
    /// The names of all constraints, unique indexes and guards.
    func constraints() async throws -> Set<String> {
        let names = try await administrator.read { session in
            try session.all(
                """
                SELECT c.conname::text FROM pg_constraint AS c
                WHERE c.connamespace = 'sandbox'::regnamespace AND c.contype <> 't'
                UNION SELECT i.relname::text FROM pg_index AS x JOIN pg_class AS i ON i.oid = x.indexrelid
                WHERE x.indisunique AND i.relnamespace = 'sandbox'::regnamespace
                UNION SELECT g[1] FROM pg_proc AS p, LATERAL regexp_matches(
                    p.prosrc, '(?:refuse\\(|CONSTRAINT = )''([a-z_]+)''', 'g') AS g
                WHERE p.pronamespace = 'sandbox'::regnamespace
                UNION SELECT g[1] FROM pg_proc AS p,
                    LATERAL regexp_matches(pg_get_function_sqlbody(p.oid), '''([a-z_]+_guard)''', 'g') AS g
                WHERE p.pronamespace = 'sandbox'::regnamespace
                UNION SELECT t.tgrelid::regclass || '_append_only_guard' FROM pg_trigger AS t
                JOIN pg_proc AS p ON p.oid = t.tgfoid AND p.proname = 'refuse_change'
                """, as: String.self)
        }
        return Set(names)
    }
}
