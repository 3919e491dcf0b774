import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What PostgreSQL's own catalogue says about the boundary. A table, view or function that somebody adds is held to it
/// without anybody remembering.
@Suite("The boundary in the catalogue", .database)
struct CatalogueTests {
    private func names(_ query: SQL) async throws -> [String] {
        try await TestDatabase.current.administrator.read { try $0.all(query, as: String.self) }
    }

    @Test("every table enforces row-level security on its owner too, and has a policy for the owner") func tables()
        async throws
    {
        #expect(
            try await names(
                """
                SELECT c.relname::text FROM pg_class AS c
                WHERE c.relnamespace = 'sandbox'::regnamespace AND c.relkind IN ('r', 'p') AND NOT (
                    c.relrowsecurity AND c.relforcerowsecurity AND c.relowner = 'sandbox_owner'::regrole
                    AND EXISTS (SELECT FROM pg_policy AS p
                        WHERE p.polrelid = c.oid AND p.polroles = ARRAY['sandbox_owner'::regrole::oid] AND p.polcmd = '*'))
                """) == [])
    }

    @Test("every view asks with the rights of its reader, and none is materialised") func views() async throws {
        #expect(
            try await names(
                """
                SELECT c.relname::text FROM pg_class AS c
                WHERE c.relnamespace = 'sandbox'::regnamespace AND (c.relkind = 'm'
                    OR c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false))
                """) == [])
    }

    @Test("no two functions are bound to each other: a dump of them could not be restored") func dump() async throws {
        #expect(
            try await names(
                """
                SELECT a.objid::regprocedure::text FROM pg_depend AS a
                JOIN pg_depend AS b ON b.objid = a.refobjid AND b.refobjid = a.objid
                WHERE a.objid <> a.refobjid AND a.classid = 'pg_proc'::regclass AND a.refclassid = 'pg_proc'::regclass
                    AND b.classid = 'pg_proc'::regclass AND b.refclassid = 'pg_proc'::regclass ORDER BY 1
                """) == [])
    }

    @Test("the policies of a group role ask for the acting person as well") func policies() async throws {
        // A policy that only names the role would let in whoever is a member of it: a group role that was SET, a person
        // of another database, somebody disabled. These functions answer nothing for those.
        let guards =
            "acting_(group|organisation_id|company_id|ministry_id)|own_case_ids|consulted_case_ids|own_task_ids"
            // Of this table a ministry reads its own rows alone.
            + "|case_ministry"
        #expect(
            try await names(
                """
                SELECT p.polrelid::regclass || ' ' || p.polname FROM pg_policy AS p
                JOIN pg_class AS c ON c.oid = p.polrelid AND c.relnamespace = 'sandbox'::regnamespace
                WHERE p.polroles NOT IN (ARRAY['sandbox_owner'::regrole::oid], ARRAY['sandbox_role_admin'::regrole::oid],
                        ARRAY['sandbox_register'::regrole::oid])
                    AND (coalesce(pg_get_expr(p.polqual, p.polrelid) !~ \(guards), false)
                        OR coalesce(pg_get_expr(p.polwithcheck, p.polrelid) !~ \(guards), false))
                    AND NOT (p.polcmd = 'r' AND p.polname ~ '(^|_)(everyone|read)$'
                        AND pg_get_expr(p.polqual, p.polrelid) = 'true')
                """) == [])
    }

    /// The tables that everybody with a login may read: by a policy without a condition.
    private static let everybodys: SQL = """
        SELECT p.polrelid FROM pg_policy AS p WHERE p.polcmd = 'r' AND pg_get_expr(p.polqual, p.polrelid) = 'true'
        """

    @Test("whoever has the rights of a group but is not a person sees no row of any table that is not everybody's")
    func nobody() async throws {
        let world = try await World.make()
        for group in GroupRole.allCases {
            let role = group.databaseRole
            let seen = try await world.test.administrator.write(dryRun: true) { session in
                let tables = try session.all(
                    """
                    SELECT c.relname::text FROM pg_class AS c
                    WHERE c.relnamespace = 'sandbox'::regnamespace AND c.relkind = 'r'
                        AND has_any_column_privilege(\(role), c.oid, 'SELECT') AND c.oid NOT IN (\(Self.everybodys))
                    """, as: String.self)
                let filled = try tables.filter { try session.exists("SELECT FROM \(identifier: $0)") }
                try session.execute("SET LOCAL ROLE \(identifier: role)")
                return (filled.count, try filled.filter { try session.exists("SELECT FROM \(identifier: $0)") })
            }
            #expect(seen.1 == [], "\(role)")
            #expect(group == .public || seen.0 > 1, "\(role): there is something to see")
        }
    }

    @Test("a function that acts as its owner looks names up in a fixed place") func searchPaths() async throws {
        #expect(
            try await names(
                """
                SELECT p.oid::regprocedure::text FROM pg_proc AS p
                WHERE p.pronamespace = 'sandbox'::regnamespace AND p.prosecdef
                    AND NOT coalesce('search_path=sandbox, pg_temp' = ANY (p.proconfig), false)
                """) == [])
    }

    @Test("every function is executed by those listed, and no trigger function by anybody") func grants() async throws {
        let found = try await names(
            """
            SELECT p.proname || ': ' || coalesce(string_agg(DISTINCT CASE a.grantee WHEN 0 THEN 'everybody'
                ELSE regexp_replace(a.grantee::regrole::text, '^sandbox_', '') END, ' '
                ORDER BY CASE a.grantee WHEN 0 THEN 'everybody'
                ELSE regexp_replace(a.grantee::regrole::text, '^sandbox_', '') END), 'nobody')
            FROM pg_proc AS p
            LEFT JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a ON a.grantee <> p.proowner
            WHERE p.pronamespace = 'sandbox'::regnamespace
            GROUP BY p.oid, p.proname HAVING count(a.grantee) > 0 ORDER BY p.proname COLLATE "C"
            """)
        #expect(found == ExpectedAccess.functions)
    }

    @Test("nobody but the owner and the maker of persons may create anything where names are looked up") func schemas()
        async throws
    {
        #expect(
            try await names(
                """
                SELECT r.rolname || ' in ' || n.nspname FROM pg_roles AS r CROSS JOIN pg_namespace AS n
                WHERE n.nspname IN ('sandbox', 'public', 'report', 'instant', 'past', 'register') AND has_schema_privilege(r.oid, n.oid, 'CREATE')
                    AND NOT r.rolsuper AND r.rolname NOT IN ('sandbox_owner', 'sandbox_role_admin', 'sandbox_register', 'pg_database_owner')
                    AND NOT pg_has_role(r.oid, 'sandbox_owner', 'MEMBER')
                """) == [])
    }

    @Test("no person's role has rights beside its group role") func roles() async throws {
        _ = try await World.make()
        #expect(
            try await names(
                """
                SELECT r.rolname::text FROM person AS p JOIN pg_roles AS r ON r.rolname = p.role_name
                WHERE r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication
                """) == [])
        #expect(
            try await names(
                "SELECT rolname::text FROM pg_roles WHERE rolname ~ '^sandbox_' AND (rolcanlogin OR rolsuper OR rolbypassrls)"
            )
            .filter { $0 != "sandbox_admin" } == [])
    }
}
