import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// One person from outside, with psql and bad intentions, or with a session left open: the others go on.
@Suite("Nobody outside stops the others", .database)
struct OutsiderTests {
    @Test(
        "whoever has taken a number, or written in the log, and then does nothing, is not waited for",
        arguments: [
            (
                "UPDATE case_file SET stage = 'filed' WHERE case_file_id = 1", World.Person.companyB,
                "UPDATE case_file SET stage = 'filed' WHERE case_file_id = 3"
            ),
            ("UPDATE case_file SET summary = 'x' WHERE case_file_id = 1", .auditor, "SELECT seal_audit()"),
            ("UPDATE case_file SET summary = 'x' WHERE case_file_id = 1", .analyst, "SELECT instant.stable()"),
        ])
    func idle(begun: String, other: World.Person, act: String) async throws {
        let world = try await World.make()
        try await world.database(.companyA).idling("\(unsafe: begun)") {
            // The rest of the register is read and written at once.
            try await world.run(
                .desk, "SET LOCAL lock_timeout = '1s'; UPDATE case_file SET stage = 'received' WHERE case_file_id = 4")
            for person in [World.Person.companyB, .ministryAsked, .desk, .analyst, .anyone] {
                try await world.run(
                    person,
                    "SET LOCAL lock_timeout = '1s'; SELECT count(*) FROM register.grants; SELECT count(*) FROM track")
            }
            try await world.run(other, act)
        }
        #expect(try await world.lines(.auditor, "SELECT * FROM audit_break()") == [])
        #expect(try await world.lines(.auditor, "SELECT * FROM audit_row_break()") == [])
    }

    @Test(
        "a case that somebody keeps keeps no ministry from replying, and no desk from looking",
        arguments: ["SELECT reference FROM case_file WHERE case_file_id = 2 FOR UPDATE"])
    func kept(begun: String) async throws {
        let world = try await World.make()
        let reference = try #require(
            try await world.lines(.desk, "SELECT reference FROM case_file WHERE case_file_id = 2").first)
        let ministry = Tracker(world.database(.ministryOpen))
        try await world.database(.companyA).idling("\(unsafe: begun)") {
            let desk = world.database(.desk)
            // It is no reason to wait for a look, whether there is a lapse to record or not.
            try await desk.write { session in
                try session.execute("SET LOCAL lock_timeout = '1s'")
                try session.execute("SELECT record_lapses()")
            }
            let name = try CaseReference(String(reference.dropFirst().dropLast()))
            _ = try await ministry.perform(ReplyToConsultation(name, opinion: .agree))
        }
    }

    @Test("no lock that everybody may take keeps the desk from its work") func locks() async throws {
        let world = try await World.make()
        let works = ["summit 1", "milestones", "roadmap ai", "calendar kr"]
        let keys = works.map { AdvisoryKey("\($0)").number }
        try await world.database(.companyA).holding(
            """
            SELECT pg_advisory_lock(k) FROM unnest(\(keys)::bigint[] || 'sandbox.case_count'::regclass::oid::bigint) AS k
            """
        ) {
            for work in works {
                try await world.run(.desk, "SET LOCAL lock_timeout = '1s'; SELECT take_turn('\(work)')")
            }
            let turns = try await world.test.administrator.write(dryRun: true) { session in
                try session.simple("SET LOCAL ROLE sandbox_owner; SELECT fold_case_counts(), fold_case_counts()")
                return try session.one(
                    """
                    SELECT count(*) FILTER (WHERE l.locktype = 'advisory'),
                        count(*) FILTER (WHERE l.mode = 'ShareUpdateExclusiveLock')
                    FROM pg_locks AS l WHERE l.pid = pg_backend_pid()
                        AND (l.locktype = 'advisory' OR l.relation = 'sandbox.case_count'::regclass)
                    """
                ) { (advisory: Int, folding: Int) in [advisory, folding] }
            }
            #expect(turns == [0, 1])
        }
        for person in [World.Person.companyA, .ministryAsked, .analyst, .auditor, .anyone] {
            #expect(
                try await world.refusal(person, "SELECT take_turn('summit 1')")?.state == .insufficientPrivilege)
        }
        // Of two one waits.
        try await world.database(.desk).holding("SELECT take_turn('summit 1')") {
            let waited = try await world.refusal(
                .deskTwin, "SET LOCAL lock_timeout = '100ms'; SELECT take_turn('summit 1')")
            #expect(waited?.state?.rawValue == "55P03")
        }
    }

    @Test("nobody keeps bytes outside the tables, or writes to replicas past them") func bytes() async throws {
        let world = try await World.make()
        let statements = [
            "SELECT lo_create(0)", "SELECT lo_creat(-1)", "SELECT lo_from_bytea(0, 'x')",
            "SELECT lo_import('/etc/hostname')", "SELECT lo_export(1, '/tmp/x')",
            "SELECT pg_logical_emit_message(true, 'a', 'b')",
            "SELECT pg_logical_emit_message(false, 'a', 'b'::bytea)", "COPY (SELECT 1) TO PROGRAM 'id'",
            "COPY (SELECT 1) TO '/tmp/x'", "SELECT pg_read_file('/etc/hostname')", "SELECT pg_ls_dir('.')",
            "CREATE TABLE public.mine (x text)", "CREATE SCHEMA mine", "CREATE SEQUENCE sandbox.mine",
        ]
        for person in [World.Person.companyA, .ministryAsked, .desk, .analyst, .auditor, .operatorOne, .anyone] {
            for statement in statements {
                #expect(
                    try await world.refusal(person, statement)?.state == .insufficientPrivilege,
                    "\(person): \(statement)")
            }
        }
    }

    @Test("a person has so many connections, and sessions that end when they idle") func limits() async throws {
        let world = try await World.make()
        let limits = try await world.test.administrator.read {
            [logins = [world.login(.companyA), world.login(.desk)]] session in
            try session.all(
                """
                SELECT r.rolconnlimit || ' ' || array_to_string(s.setconfig, ' ') FROM pg_roles AS r
                JOIN pg_db_role_setting AS s ON s.setrole = r.oid WHERE r.rolname = ANY (\(logins)::text[]) ORDER BY 1
                """, as: String.self)
        }
        #expect(
            limits == [
                "20 idle_in_transaction_session_timeout=60s statement_timeout=5min",
                "60 idle_in_transaction_session_timeout=10min",
            ])
    }

    @Test("a disabled person reads and writes nothing more, in no transaction that is open") func disabled()
        async throws
    {
        let world = try await World.make()
        let login = world.login(.companyB)
        // Rehearsed, it changes nothing.
        try await world.database(.operatorOne).write(dryRun: true) { try $0.execute("SELECT disable_person(\(login))") }
        #expect(try await world.lines(.companyB, "SELECT acting_group()") == ["(sandbox_company)"])

        let company = world.database(.companyB)
        await #expect(throws: PostgresError.self) {
            try await company.holding("SELECT count(*) FROM case_contact") {
                try await world.database(.operatorOne).write { try $0.execute("SELECT disable_person(\(login))") }
            }
        }
        // The session was ended, and whoever had it cannot begin another.
        await #expect(throws: (any Error).self) { try await company.read { try $0.execute("SELECT 1") } }
        let (mayLogIn, groups) = try await world.test.administrator.read { session in
            try session.one(
                """
                SELECT r.rolcanlogin, (SELECT count(*) FROM pg_auth_members AS m WHERE m.member = r.oid) FROM pg_roles AS r
                WHERE r.rolname = \(login)
                """
            ) { (mayLogIn: Bool, groups: Int) in (mayLogIn, groups) }
        }
        #expect(!mayLogIn && groups == 0)
    }
}
