import Postgres
import SandboxTesting
import Testing

@testable import SandboxCore

/// Ways to act as somebody else, to look where one may not, and to bring one's own code between.
@Suite("Forged persons, forged events, and leaks beside the tables", .database)
struct ForgeryTests {
    @Test("who acts cannot be forged") func actors() async throws {
        let world = try await World.make()
        let desk = world.login(.desk)
        for (statement, state) in [
            ("SET ROLE \"\(desk)\"", "42501"), ("SET SESSION AUTHORIZATION \"\(desk)\"", "42501"),
            ("SET ROLE sandbox_owner", "42501"),
            ("SET ROLE sandbox_desk", "42501"), ("SET ROLE sandbox_role_admin", "42501"),
            ("SELECT set_config('role', '\(desk)', false)", "42501"),
            ("SELECT set_config('session_authorization', '\(desk)', false)", "42501"),
            ("GRANT sandbox_desk TO CURRENT_USER", "42501"), ("CREATE ROLE x", "42501"),
            ("ALTER ROLE \"\(desk)\" PASSWORD 'x'", "42501"), ("ALTER ROLE CURRENT_USER CREATEROLE", "42501"),
            ("ALTER ROLE CURRENT_USER BYPASSRLS", "42501"),
            ("SELECT create_person('x1', 'sandbox_desk', 6, 'x')", "42501"),
            ("SET row_security = off; SELECT FROM case_file", "42501"),
        ] {
            #expect(try await world.refusal(.companyA, statement)?.state?.rawValue == state, "\(statement)")
        }
        // Its own group role may be SET: then nobody is acting.
        for statement in [
            "SET ROLE sandbox_company; SELECT 1/count(*) FROM case_file",
            "SET ROLE sandbox_company; SELECT 1/count(*) FROM event",
            "SET ROLE sandbox_company; SELECT 1/count(*) FROM organisation",
        ] {
            #expect(try await world.refusal(.companyA, statement)?.state?.rawValue == "22012", "\(statement)")
        }
        let draft =
            "SET ROLE sandbox_company; INSERT INTO case_file (regime, track, service_name) VALUES ('kr-ict', 'demonstration', 'x')"
        #expect(try await world.refusal(.companyA, draft)?.state == .insufficientPrivilege)
    }

    @Test("a service that acts for persons is named in the log, and sees what they see") func service() async throws {
        let world = try await World.make()
        let service = world.test.roleName("service")
        let (company, other) = (world.login(.companyB), world.login(.companyA))
        try await world.test.administrator.write { session in
            try session.execute("CREATE ROLE \(identifier: service) LOGIN NOINHERIT")
            try session.execute("GRANT \(identifier: company), \(identifier: other) TO \(identifier: service)")
        }
        let database = world.test.database(as: service)
        let script = "SET LOCAL ROLE \"\(company)\"; UPDATE case_file SET summary = 's' WHERE case_file_id IN (1, 3)"
        try await database.write { try $0.simple("\(unsafe: script)") }
        let recorded = try await world.lines(
            .auditor, "SELECT case_file_id, actor, login FROM event WHERE act = 'edit' ORDER BY event_id DESC LIMIT 1")
        #expect(recorded == ["(3,\(company),\(service))"])
        // A plan that was made for one person is not used for the next.
        let counts = try await database.write { session in
            try session.execute("SET LOCAL ROLE \(identifier: company)")
            try session.simple("PREPARE mine AS SELECT count(*) FROM case_file")
            let first = try session.one("EXECUTE mine", as: Int.self)
            try session.execute("SET LOCAL ROLE \(identifier: other)")
            let second = try session.one("EXECUTE mine", as: Int.self)
            try session.simple("RESET ROLE; SAVEPOINT a")
            do {
                return [first, second, try session.one("EXECUTE mine", as: Int.self)]
            } catch is PostgresError {
                try session.simple("ROLLBACK TO a")
                return [first, second]
            }
        }
        #expect(counts == [4, 2])
    }

    @Test("nobody hangs the schema's trigger functions on a table of their own") func triggers() async throws {
        let world = try await World.make()
        let functions = try await world.test.administrator.read { session in
            try session.all(
                "SELECT proname::text FROM pg_proc WHERE pronamespace = 'sandbox'::regnamespace AND prorettype = 'trigger'::regtype",
                as: String.self)
        }
        #expect(functions.count > 8)
        for function in functions {
            for person in World.characters {
                let script = """
                    CREATE TEMP TABLE case_file (case_file_id bigint);
                    CREATE TRIGGER t BEFORE INSERT ON pg_temp.case_file
                        FOR EACH ROW EXECUTE FUNCTION sandbox.\(function)('case_file_id', 'a', 'b', 'c', 'case_file_id')
                    """
                #expect(
                    try await world.refusal(person, script)?.state == .insufficientPrivilege, "\(person): \(function)")
            }
        }
    }

    @Test("nobody brings in names that others' sessions or the guards would find") func names() async throws {
        let world = try await World.make()
        for statement in [
            "CREATE TABLE sandbox.x ()", "CREATE TABLE public.x ()", "CREATE SCHEMA x", "CREATE EXTENSION dblink",
            "CREATE FUNCTION public.length(sandbox.label) RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE FUNCTION sandbox.acting_as(name) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
            "CREATE OPERATOR public.= (LEFTARG = sandbox.code, RIGHTARG = sandbox.code, FUNCTION = texteq)",
            "CREATE OR REPLACE FUNCTION sandbox.acting_role() RETURNS name LANGUAGE sql AS $$SELECT 'x'::name$$",
            "ALTER FUNCTION sandbox.acting_group() SET search_path = pg_temp",
        ] {
            for person in [World.Person.companyA, .desk, .operatorOne, .auditor] {
                #expect(try await world.refusal(person, statement)?.state == .insufficientPrivilege, "\(statement)")
            }
        }
        // Temporary tables and functions come before the schema's in one's own session, and change nothing there.
        try await world.run(
            .companyA,
            """
            CREATE TEMP TABLE person AS SELECT '\(world.login(.companyA))'::name AS role_name, 'sandbox_desk' AS group_role,
                6::bigint AS organisation_id, NULL::timestamptz AS disabled_at;
            CREATE TEMP TABLE transition AS SELECT 'filed' AS from_stage, 'decided' AS to_stage, 'decide' AS act,
                'sandbox_company' AS group_role;
            CREATE FUNCTION pg_temp.acting_group() RETURNS text LANGUAGE sql AS $$SELECT 'sandbox_desk'$$;
            CREATE FUNCTION pg_temp.peek(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$
                BEGIN INSERT INTO pg_temp.loot VALUES ($1); RETURN true; END$$;
            CREATE TEMP TABLE loot (word text);
            SET LOCAL search_path = pg_temp, sandbox, public;
            """)
        #expect(try await world.lines(.companyA, "SELECT acting_group()") == ["(sandbox_company)"])
        #expect(try await world.lines(.companyA, "SELECT case_file_id FROM case_file ORDER BY 1") == ["(1)", "(2)"])
        // A cheap function of one's own is not asked about a row before the policy is.
        try await world.run(
            .companyA,
            "SELECT FROM case_file WHERE pg_temp.peek(service_name); SELECT FROM opinion WHERE pg_temp.peek(reason)")
        #expect(
            try await world.lines(.companyA, "SELECT word FROM loot ORDER BY 1") == ["(\"에이 서비스\")", "(\"에이 초안\")"])
        let leakproof = "CREATE FUNCTION pg_temp.l(text) RETURNS boolean LANGUAGE sql LEAKPROOF AS 'SELECT true'"
        #expect(try await world.refusal(.companyA, leakproof)?.state == .insufficientPrivilege)
    }

    @Test("statistics, sequences, counters, COPY and large objects tell nothing") func besideTheTables() async throws {
        let world = try await World.make()
        try await world.test.administrator.withoutTransaction { try $0.execute("ANALYZE") }
        for person in World.characters {
            #expect(
                try await world.lines(
                    person,
                    """
                    SELECT s.tablename FROM pg_stats AS s JOIN pg_class AS c ON c.relname = s.tablename
                    WHERE s.schemaname = 'sandbox' AND c.relrowsecurity
                    """) == [], "\(person)")
            #expect(
                try await world.lines(
                    person,
                    "SELECT sequencename FROM pg_sequences WHERE schemaname = 'sandbox' AND last_value IS NOT NULL")
                    == [])
            for statement in [
                "SELECT nextval('case_file_case_file_id_seq')", "SELECT last_value FROM event_event_id_seq",
                "SELECT setval('event_event_id_seq', 1)", "SELECT next_reference('kr-ict', 'demonstration', 2026)",
                "SELECT person_organisation_kind_matches('sandbox_company', 2)", "COPY case_file TO PROGRAM 'cat'",
                "COPY case_file FROM '/etc/passwd'", "SELECT pg_read_file('/etc/passwd')",
                "SELECT lo_import('/etc/passwd')",
                "SELECT * FROM pg_authid", "SELECT * FROM pg_statistic",
                "SELECT * FROM pg_stat_get_activity(NULL) WHERE query ~ 'secret' AND query !~ 'activity'; SELECT * FROM pg_statistic",
            ] {
                #expect(
                    try await world.refusal(person, statement)?.state == .insufficientPrivilege,
                    "\(person): \(statement)")
            }
        }
        let copied = try await world.database(.companyA).read { session in
            try session.all("SELECT case_file_id FROM case_file", as: Int64.self)
        }
        #expect(copied.sorted() == [1, 2])
        #expect(try await world.lines(.auditor, "SELECT last FROM reference_counter") == ["(4)"])
    }

    @Test("a person whose role came from elsewhere brings no rights along; one with other rights is not taken in")
    func elsewhere() async throws {
        let world = try await World.make()
        let reply = "INSERT INTO opinion (consultation_id, case_file_id, opinion) VALUES (2, 2, 'agree')"
        #expect(try await world.refusal(.twofold, reply)?.state == .insufficientPrivilege)
        #expect(try await world.lines(.stranger, "SELECT FROM case_file") == [])
        #expect(try await world.lines(.stranger, "SELECT FROM organisation") == [])
        #expect(try await world.lines(.disabled, "SELECT FROM person") == [])
        for rights in ["sandbox_desk", "pg_read_all_data", "pg_execute_server_program", "sandbox_owner"] {
            let other = world.test.roleName("other-\(rights.suffix(4))")
            try await world.test.administrator.write { session in
                try session.execute("CREATE ROLE \(identifier: other) LOGIN IN ROLE \(identifier: rights)")
            }
            let take = "SELECT create_person('\(other)', 'sandbox_company', 1, 'x')"
            #expect(try await world.refusal(.operatorOne, take)?.constraint == "person_role_guard", "\(rights)")
        }
        for role in ["postgres", "sandbox_owner", "pg_monitor", "kim; DROP", "Kim"] {
            let take = "SELECT create_person('\(role)', 'sandbox_operator', NULL, 'x')"
            #expect(
                ["person_role_name_check", "person_role_guard"].contains(
                    try await world.refusal(.operatorOne, take)?.constraint), "\(role)")
        }
        #expect(try await world.refusal(.operatorOne, "SELECT create_person('x', 'sandbox_owner', NULL, 'x')") != nil)
    }
}
