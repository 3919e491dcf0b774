import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// Role × table × command, as the catalogue grants it and as the server answers.
@Suite("Who may give which command on which table", .database)
struct PrivilegeTests {
    /// The expected table: `["case_file": ["company": "raw", …], …]`.
    private static let expected: [String: [String: String]] = {
        let rows = ExpectedAccess.privileges.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (row[0], Dictionary(uniqueKeysWithValues: zip(ExpectedAccess.roles, row.dropFirst())))
            })
    }()

    @Test("the grants are the expected ones, for every table and view there is") func grants() async throws {
        let found = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT c.relname::text, r.name, coalesce(nullif(concat(
                    CASE WHEN has_any_column_privilege('sandbox_' || r.name, c.oid, 'SELECT') THEN 'r' END,
                    CASE WHEN has_any_column_privilege('sandbox_' || r.name, c.oid, 'INSERT') THEN 'a' END,
                    CASE WHEN has_any_column_privilege('sandbox_' || r.name, c.oid, 'UPDATE') THEN 'w' END,
                    CASE WHEN has_table_privilege('sandbox_' || r.name, c.oid, 'DELETE') THEN 'd' END), ''), '-')
                FROM pg_class AS c CROSS JOIN unnest(\(ExpectedAccess.roles)::text[]) AS r (name)
                WHERE c.relnamespace = 'sandbox'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                """
            ) { (table: String, role: String, commands: String) in (table, role, commands) }
        }
        for (table, role, commands) in found {
            #expect(commands == Self.expected[table]?[role], "\(role) on \(table)")
        }
        #expect(Set(found.map { $0.0 }) == Set(Self.expected.keys))
    }

    @Test("nobody may truncate, refer to or hang a trigger on a table, or use a sequence") func nothingElse()
        async throws
    {
        let found = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT c.relname || ' ' || a.privilege_type || ' ' || a.grantee::regrole
                FROM pg_class AS c, LATERAL aclexplode(c.relacl) AS a
                WHERE c.relnamespace = 'sandbox'::regnamespace AND a.grantee <> c.relowner
                    AND (c.relkind = 'S' OR a.is_grantable
                        OR a.privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))
                """, as: String.self)
        }
        #expect(found == [])
    }

    @Test("what is not granted is refused, whoever tries it, and by the same words everywhere") func refused()
        async throws
    {
        let world = try await World.make()
        for (table, commands) in Self.expected {
            // A column that could be written; views have none.
            let column = try await world.test.administrator.read { session in
                try session.first(
                    """
                    SELECT attname::text FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
                    WHERE a.attrelid = \(table)::regclass AND a.attnum > 0 AND a.attidentity = '' AND c.relkind = 'r'
                    ORDER BY a.attnum LIMIT 1
                    """, as: String.self)
            }
            for person in World.characters where person != .twofold {
                let granted = commands[person.group.role.rawValue] ?? "-"
                for (command, statement) in Self.commands(table, column) where !granted.contains(command) {
                    // Who may delete may also lock the table; SQL has no way to grant the one without the other.
                    if command == "l" && granted.contains("d") { continue }
                    let error = try await world.refusal(person, statement)
                    #expect(error?.state == .insufficientPrivilege, "\(person): \(statement)")
                    #expect(error?.message.hasPrefix("permission denied for") == true, "\(person): \(statement)")
                }
            }
        }
    }

    private static func commands(_ table: String, _ column: String?) -> [(String, String)] {
        let read = [("r", "SELECT FROM \(table)")]
        guard let column else { return read }
        return read + [
            ("a", "INSERT INTO \(table) DEFAULT VALUES"), ("w", "UPDATE \(table) SET \(column) = NULL"),
            ("d", "DELETE FROM \(table)"), ("t", "TRUNCATE \(table)"), ("l", "LOCK TABLE \(table) IN SHARE MODE"),
        ]
    }

    @Test("nobody can lock a table, the desk included: no right in one as a whole would let them") func locks()
        async throws
    {
        let administrator = try TestDatabase.current.administrator
        let lockable = try await administrator.read { session in
            try session.all(
                """
                SELECT r.name || ' ' || c.oid::regclass
                FROM unnest('{company,ministry,public,analyst,auditor,desk}'::text[]) AS r (name)
                CROSS JOIN pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('sandbox', 'report', 'register', 'past', 'instant') AND c.relkind IN ('r', 'v')
                    AND has_table_privilege('sandbox_' || r.name, c.oid, 'UPDATE, DELETE, TRUNCATE') ORDER BY 1
                """, as: String.self)
        }
        #expect(lockable == [])
        let world = try await World.make()
        for table in ["exemption_item", "agenda_item", "case_task", "attachment", "case_file", "event", "grant_act"] {
            for person in [World.Person.companyA, .ministryAsked, .anyone, .desk] {
                let refusal = try await world.refusal(
                    person, "LOCK TABLE \(table) IN ROW EXCLUSIVE MODE; LOCK TABLE \(table)")
                #expect(refusal?.state == .insufficientPrivilege, "\(table)")
            }
        }
    }
}
