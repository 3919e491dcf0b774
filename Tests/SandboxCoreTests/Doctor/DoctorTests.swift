import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("What an operator must know", .database)
struct DoctorTests {
    private func findings(_ check: Finding.Check, as role: String = "postgres") async throws -> [Finding] {
        try await TestDatabase.current.tracker(as: role).diagnose().filter { $0.check == check }
    }

    private func arrange(_ sql: SQL) async throws {
        try await TestDatabase.current.administrator.write { try $0.simple(sql) }
    }

    @Test("a fresh database has no problem but that the test server is not made to last") func fresh() async throws {
        let all = try await TestDatabase.current.tracker(as: "postgres").diagnose()
        let problems = all.filter { $0.verdict == .problem }
        #expect(problems.compactMap(\.subject) == ["fsync", "full_page_writes", "synchronous_commit"])
        #expect(!all.contains { $0.verdict == .hidden })
        #expect(Set(all.map(\.check)) == Set(Finding.Check.allCases))
    }

    @Test("every role gets an answer, and is told what it may not see", arguments: GroupRole.allCases)
    func roles(group: GroupRole) async throws {
        let test = try TestDatabase.current
        let role = try await test.person(group, of: [.company, .ministry, .desk].contains(group) ? "어느 기관" : nil)
        let all = try await test.tracker(as: role).diagnose()
        #expect(Set(all.map(\.check)) == Set(Finding.Check.allCases))
        #expect(all.first { $0.check == .role } == Finding(.role, .ok, role, found: group.rawValue))
        #expect(all.contains(Finding(.seal, .hidden)) == (group != .auditor))
        #expect(all.contains(Finding(.size, .hidden)) == ![.operator, .auditor].contains(group))
        #expect(all.contains(Finding(.transaction, .hidden)))
    }

    @Test("who is bound by no rule is told so, and so is a stranger") func whoAsks() async throws {
        #expect(try await findings(.role) == [Finding(.role, .notice, "postgres", found: "superuser")])
        let stranger = try TestDatabase.current.roleName("stranger")
        try await arrange("CREATE ROLE \(identifier: stranger) LOGIN")
        #expect(try await findings(.schema, as: stranger).map(\.verdict) == [.hidden])
        #expect(try await findings(.role, as: stranger) == [Finding(.role, .notice, stranger)])
        #expect(try await findings(.size, as: stranger).isEmpty)
    }

    @Test("a schema of another version is a problem, and the register is left alone") func schema() async throws {
        let newest = Tracker.schemaVersion
        try await arrange(
            "INSERT INTO schema_migration (version, name, sha256, duration_ms) VALUES (\(unsafe: "\(newest + 1)"), 'later', 'x', 0)"
        )
        #expect(
            try await findings(.schema)
                == [Finding(.schema, .problem, "schema-newer", found: "\(newest + 1)", expected: "\(newest)")])
        #expect(try await findings(.calendar).isEmpty)
    }

    @Test("definitions that are not this program's are a problem") func definitions() async throws {
        try await arrange("SET LOCAL session_replication_role = replica; UPDATE schema_definition SET sha256 = 'x'")
        #expect(try await findings(.schema).map(\.subject) == ["schema-definitions-differ"])
        #expect(try await findings(.schema).map(\.verdict) == [.problem])
    }

    @Test("the settings of this session are seen, whoever made them") func settings() async throws {
        let connection =
            try TestDatabase.current.conninfo()
            + " options='-c statement_timeout=0 -c jit=on -c row_security=off -c default_transaction_isolation=serializable'"
        let tracker = try Tracker(connection)
        let wrong = try await tracker.diagnose().filter { $0.check == .setting && $0.verdict != .ok }
        await tracker.close()
        #expect(wrong.contains(Finding(.setting, .notice, "statement_timeout", found: "0")))
        #expect(wrong.contains(Finding(.setting, .notice, "jit", found: "on", expected: "off")))
        #expect(wrong.contains(Finding(.setting, .problem, "row_security", found: "off", expected: "on")))
        #expect(wrong.contains { $0.subject == "default_transaction_isolation" && $0.verdict == .notice })
    }

    @Test("more lanes than the server has connections are a problem") func connections() async throws {
        let tracker = try TestDatabase.current.tracker(as: "postgres", lanes: 1000)
        let found = try await tracker.diagnose().filter { $0.check == .connections }
        #expect(found.map(\.verdict) == [.problem])
    }

    @Test(
        "connections, transaction numbers and calendars are judged by how much is left",
        arguments: [
            (Examination.connections(used: 80, usable: 97, lanes: 4), .notice),
            (Examination.connections(used: 10, usable: 97, lanes: 4), .ok),
            (Examination.connections(used: 95, usable: 97, lanes: 4), .problem),
            (Examination.wraparound(200_000_000), .ok), (Examination.wraparound(500_000_000), .notice),
            (Examination.wraparound(1_500_000_000), .problem),
            (ServerSetting.all[0].finding("on"), .ok), (ServerSetting.all[0].finding("off"), .problem),
            (ServerSetting.all[0].finding(nil), .hidden),
        ] as [(Finding, Finding.Verdict)])
    func judged(finding: Finding, verdict: Finding.Verdict) {
        #expect(finding.verdict == verdict)
    }

    @Test("a transaction that stays open and a statement that waits are told") func activity() async throws {
        let test = try TestDatabase.current
        let (reached, reach) = AsyncStream.makeStream(of: Int.self)
        let holding = Task {
            try await test.administrator.write { session in
                try session.execute("SELECT pg_advisory_xact_lock(77)")
                reach.yield(try session.one("SELECT pg_backend_pid()"))
                try session.execute("SELECT pg_sleep(50)")
            }
        }
        let process = try #require(await reached.first { _ in true })
        let waiter = test.database(as: "postgres")
        let waiting = Task { try await waiter.write { try $0.execute("SELECT pg_advisory_xact_lock(77)") } }
        let reader = test.database(as: "postgres")
        var found: [Finding] = []
        while !found.contains(where: { $0.check == .locks && $0.verdict == .notice }) {
            found = try await reader.read { session in
                var examination = Examination(session)
                try examination.activity(patience: 0, lockPatience: 0)
                return examination.findings
            }
        }
        #expect(found.contains { $0.check == .transaction && $0.subject == String(process) })
        holding.cancel()
        await #expect(throws: CancellationError.self) { try await holding.value }
        _ = try await waiting.value
    }

    @Test(
        "what the definitions have lost is named",
        arguments: [
            (
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'sandbox.case_file_pkey'::regclass", .index,
                "case_file_pkey"
            ),
            (
                "ALTER TABLE organisation ADD CONSTRAINT odd_check CHECK (name <> 'x') NOT VALID", .constraint,
                "odd_check ON organisation"
            ),
            (
                "ALTER TABLE audit_seal DISABLE TRIGGER append_only", .trigger,
                "append_only ON audit_seal"
            ),
            ("ALTER TABLE case_file NO FORCE ROW LEVEL SECURITY", .rowSecurity, "case_file"),
            ("GRANT DELETE ON case_file TO PUBLIC", .publicRight, "DELETE ON case_file"),
            ("GRANT USAGE ON SCHEMA report TO PUBLIC", .publicRight, "USAGE ON SCHEMA report"),
            (
                "CREATE FUNCTION sandbox.odd() RETURNS void LANGUAGE sql SECURITY DEFINER AS ''", .publicRight,
                "EXECUTE ON odd()"
            ),
            ("UPDATE pg_database SET datcollversion = '0' WHERE datname = current_database()", .collation, nil),
        ] as [(String, Finding.Check, String?)])
    func catalogue(sql: String, check: Finding.Check, subject: String?) async throws {
        #expect(try await findings(check).map(\.verdict) == [.ok])
        try await arrange("\(unsafe: sql)")
        let found = try await findings(check)
        #expect(found.map(\.verdict) == [.problem])
        #expect(found.map(\.subject) == [subject])
    }

    @Test("what was dropped, changed or added by hand is named, whoever asks") func tampered() async throws {
        #expect(try await findings(.definition).map(\.verdict) == [.ok])
        try await arrange(
            """
            DROP POLICY staff ON opinion; ALTER TABLE opinion DROP CONSTRAINT opinion_reason_check;
            CREATE INDEX odd_idx ON opinion (replied_at)
            """)
        let company = try await TestDatabase.current.person(.company, of: "한빛에이아이")
        for role in ["postgres", company] {
            let found = try await findings(.definition, as: role)
            #expect(
                found.map(\.subject) == [
                    "index sandbox.odd_idx", "constraint opinion_reason_check on sandbox.opinion",
                    "policy staff on sandbox.opinion",
                ])
            #expect(found.map(\.verdict) == [.notice, .problem, .problem])
            #expect(found.map(\.found) == ["foreign", "missing", "missing"])
        }
        try await arrange("UPDATE schema_definition SET form = NULL")
        #expect(try await findings(.definition) == [Finding(.definition, .notice)])
    }

    @Test("an event that was changed since the last seal is a problem; what is sealed is for the whole check")
    func log()
        async throws
    {
        let test = try TestDatabase.current
        let auditor = try await test.person(.auditor)
        let fresh = try await findings(.log, as: auditor)
        #expect(fresh.map(\.verdict) == [.ok] && fresh.first?.subject == "0")
        #expect(try await findings(.log, as: test.person(.desk, of: "어느 기관")).map(\.verdict) == [.hidden])
        let change: SQL = """
            SET LOCAL session_replication_role = replica;
            UPDATE event SET actor = 'somebody' WHERE event_id = (SELECT max(event_id) FROM event)
            """
        try await arrange(change)
        let broken = try await findings(.log, as: auditor)
        #expect(broken.map(\.verdict) == [.problem] && broken.first?.found == "content-changed")
        _ = try await test.tracker(as: auditor).perform(AuditSeal())
        #expect(try await findings(.log, as: auditor).map(\.verdict) == [.ok])
        _ = try await test.person(.analyst)
        let later = try await findings(.log, as: auditor)
        #expect(later.map(\.verdict) == [.ok] && later.first?.subject != "0" && later.first?.found != "0")
        try await arrange(
            """
            SET LOCAL session_replication_role = replica;
            DELETE FROM event WHERE event_id = (SELECT max(event_id) FROM event)
            """)
        #expect(try await findings(.log, as: auditor).map(\.found) == ["missing-after"])
    }

    @Test("periods past the calendar are told as the check of the calendar has them") func pastCalendar() async throws {
        #expect(try await findings(.pastCalendar).map(\.verdict) == [.ok])
        let casework = try await Casework()
        let reference = try await casework.received()
        // The years of the period are no longer said to be complete.
        var change = CalendarChange()
        (change.reopened, change.reason) = (Array(2019...2027), "오기")
        try await casework.desk.perform(ChangeCalendar(change))
        let found = try await findings(.pastCalendar)
        #expect(found.map(\.verdict) == [.notice])
        #expect(found.first?.subject == reference.description)
    }

    @Test("a regime whose holidays end within a year is told") func calendar() async throws {
        let today: CivilDate = try await TestDatabase.current.administrator.read {
            try $0.one("SELECT (now() AT TIME ZONE 'Asia/Seoul')::date")
        }
        let verdicts = [-1, 364, 365].map { days in
            Examination.calendar("kr-ict", reach: today.adding(days: days), today: today).verdict
        }
        #expect(verdicts == [.problem, .notice, .ok])
        try await arrange("SET LOCAL session_replication_role = replica; DELETE FROM calendar_year")
        #expect(try await findings(.calendar) == [Finding(.calendar, .notice, "kr-ict")])
    }

    @Test("deadlines that contradict themselves are a problem") func deadlines() async throws {
        let casework = try await Casework()
        let reference = try await casework.received()
        #expect(try await findings(.deadlines).map(\.verdict) == [.ok])
        try await arrange(
            "SET LOCAL session_replication_role = replica; UPDATE calendar_day SET next_open = next_open + 7")
        let found = try await findings(.deadlines)
        #expect(found.map(\.verdict) == [.problem])
        #expect(found.first?.subject?.hasPrefix(reference.description) == true)
    }

    @Test("a log never sealed, or long ago, is told") func seals() async throws {
        #expect(try await findings(.seal) == [Finding(.seal, .notice)])
        let test = try TestDatabase.current
        let auditor = try await test.person(.auditor)
        _ = try await test.tracker(as: auditor).perform(AuditSeal())
        #expect(try await findings(.seal, as: auditor).map(\.verdict) == [.ok])
        _ = try await test.person(.analyst)
        try await arrange(
            """
            SET LOCAL session_replication_role = replica;
            UPDATE audit_seal SET sealed_at = sealed_at - interval '40 days'
            """)
        #expect(try await findings(.seal, as: auditor).map(\.verdict) == [.notice])
    }
}
