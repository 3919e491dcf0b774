import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Several regimes of several authorities", .database)
struct SeveralAuthoritiesTests {
    private static let other = "다른 주무부"

    /// The desk of another authority.
    private func otherDesk(_ casework: Casework) async throws -> Tracker {
        try casework.database.tracker(as: try await casework.database.person(.desk, of: Self.other, named: "otherdesk"))
    }

    @Test(
        "a regime is of the authority that was entered first, or whose desk applied it, or which was named"
    )
    func whose() async throws {
        let casework = try await Casework()
        let other = try await otherDesk(casework)
        #expect(try await casework.analyst.answer(RegimeView(.koreanICT)).authority == casework.desk.organisation)
        let applied = try await other.perform(ApplyRegime(SmallRegime.file(["{code: kr,": "{code: other,"])))
        #expect(applied.authority == Self.other)
        let list = try await casework.analyst.answer(RegimeList())
        #expect(list.map(\.authority) == [casework.desk.organisation, Self.other])
        await #expect(throws: Refusal.regime(.otherAuthority("small", Self.other))) {
            try await casework.desk.perform(ApplyRegime(SmallRegime.file(["시험법": "시험법 2"])))
        }
        await #expect(throws: Refusal.organisation(.wrongKind(.desk, .company))) {
            try await other.perform(ApplyRegime(SmallRegime.file(), authority: casework.company.organisation))
        }
        // Handed over, it is no longer theirs.
        let given = try await other.perform(
            ApplyRegime(SmallRegime.file(["{code: kr,": "{code: other,"]), authority: casework.desk.organisation))
        #expect(given.authority == casework.desk.organisation && !given.isNew)
        await #expect(throws: Refusal.regime(.otherAuthority("small", casework.desk.organisation))) {
            try await other.perform(ApplyRegime(SmallRegime.file(["시험법": "시험법 2"])))
        }
    }

    @Test(
        "a desk's lists are of its own regimes, or of the one named; who acts for no authority sees all")
    func lists() async throws {
        let casework = try await Casework()
        let filed = try await casework.consulting()
        let other = try await otherDesk(casework)
        _ = try await other.perform(ApplyRegime(SmallRegime.file()))
        _ = try await casework.desk.perform(try ScheduleMeeting(committee: "main"))
        func seen(_ tracker: Tracker, _ regime: RegimeCode? = nil) async throws -> [Int] {
            var (cases, asked, deadlines) = (CaseList(), ConsultationList(), DeadlineList())
            (cases.regime, asked.regime, deadlines.regime) = (regime, regime, regime)
            var page = deadlines
            page.limit = 10
            var meetings = MeetingList()
            meetings.regime = regime
            return [
                try await tracker.answer(cases).count, try await tracker.answer(asked).count,
                try await tracker.answer(deadlines).count, try await tracker.answer(page).count,
                try await tracker.answer(meetings).count,
            ]
        }
        let all = try await seen(casework.analyst.tracker)
        #expect(all.allSatisfy { $0 > 0 }, "\(filed): \(all)")
        #expect(try await seen(casework.desk.tracker) == all)
        #expect(try await seen(other) == [0, 0, 0, 0, 0])
        #expect(try await seen(other, .koreanICT) == all)
        #expect(try await seen(casework.desk.tracker, "small") == [0, 0, 0, 0, 0])
        // The one that is consulted on waits for a ministry, this one for the desk whose regime it is.
        _ = try await casework.received()
        #expect(try await other.answer(Inbox()).isEmpty)
        #expect(try await casework.desk.answer(Inbox()).map(\.task) == [.consult])
        #expect(try await other.answer(CaseCounts()).isEmpty)
    }

    @Test("the desk's only regime is meant where none is named; a report takes one, and names the others")
    func defaults() async throws {
        let casework = try await Casework()
        let other = try await otherDesk(casework)
        _ = try await other.perform(ApplyRegime(SmallRegime.file(["{code: kr,": "{code: other,"])))
        let file = """
            company,service,track,ministries,conditions,regulation,filed_on,decided_on,decision,meeting,note,inferred_fields,source
            옛 회사,옛 서비스,demonstration,,,,,2020-01-02,granted,,,,x
            """
        let imported = try await casework.desk.perform(ImportCases(Array(file.utf8), file: "old.csv"))
        #expect(imported.imported == 1)
        #expect(try await casework.desk.answer(ReportedRegime())?.code == .koreanICT)
        #expect(try await other.answer(ReportedRegime())?.code == "small")
        let taken = try await casework.analyst.answer(ReportedRegime())
        #expect(taken?.code == .koreanICT && taken?.others == ["small"])
        #expect(try await casework.analyst.answer(ReportedRegime(track: "trial"))?.code == "small")
        #expect(try await casework.analyst.answer(ReportedRegime("small"))?.others == [])
        await #expect(throws: NotFound.self) { try await casework.analyst.answer(ReportedRegime("smal")) }
        var change = CalendarChange()
        change.added = [Holiday("2030-05-02", "임시", kind: .temporary)]
        for desk in [casework.desk.tracker, other] {
            #expect(try await desk.perform(ChangeCalendar(change)).calendar.entered.count == 1)
        }
    }

    @Test("one law of both desks' calendars may be changed by either; a calendar of another authority's only may not")
    func calendars() async throws {
        let casework = try await Casework()
        let other = try await otherDesk(casework)
        let day = "2030-05-02"
        func announce(_ person: String) async throws -> String? {
            do {
                try await casework.database.database(as: person).write(dryRun: true) { session in
                    try session.execute(
                        """
                        SELECT announce_holidays('kr', ARRAY[ROW(\(day)::date, '임시', NULL, 'temporary', NULL, NULL)::holiday])
                        """)
                }
                return nil
            } catch let error as PostgresError { return error.constraint }
        }
        let name = try await other.answer(WhoAmI()).roleName
        #expect(try await announce(name) == "regime_other_authority_guard")
        _ = try await other.perform(ApplyRegime(SmallRegime.file()))
        #expect(try await announce(name) == nil)
        #expect(try await announce(casework.desk.name) == nil)
    }

    @Test("a company, and a ministry, with cases under one authority is edited by its desk, and closed by no other's")
    func organisations() async throws {
        let casework = try await Casework()
        let other = try await otherDesk(casework)
        let (mine, theirs) = (casework.desk.name, try await other.answer(WhoAmI()).roleName)
        func edit(_ person: String, _ change: String, _ organisation: String) async throws -> String? {
            do {
                try await casework.database.database(as: person).write(dryRun: true) { session in
                    try session.execute(
                        "UPDATE organisation SET \(unsafe: change) WHERE name = \(organisation)")
                }
                return nil
            } catch let error as PostgresError { return error.constraint }
        }
        let rename = "name_en = 'x'"
        let close = "closed_on = current_date"
        // Of no regime yet: anybody's.
        for name in [casework.company.organisation, casework.mcst.organisation] {
            for change in [rename, close] { #expect(try await edit(theirs, change, name) == nil) }
        }
        _ = try await casework.consulting()
        for name in [casework.company.organisation, casework.mcst.organisation] {
            for change in [rename, close] {
                #expect(try await edit(theirs, change, name) == "regime_other_authority_guard", "\(name): \(change)")
                #expect(try await edit(mine, change, name) == nil, "\(name): \(change)")
            }
        }
        #expect(try await edit(theirs, close, casework.rival.organisation) == nil)
        // With a case of the past under the other, either edits it, and the other's desk does not close it.
        _ = try await other.perform(ApplyRegime(SmallRegime.file(["{code: kr,": "{code: other,"])))
        try await casework.database.administrator.write { session in
            try session.simple(
                """
                SET LOCAL session_replication_role = replica;
                INSERT INTO case_file (regime, track, reference, company_id, stage, service_name, origin, filed_at)
                SELECT t.regime, t.track, 'OLD-1', c.company_id, 'decided', 'x', 'import', now()
                FROM track AS t, case_file AS c WHERE t.regime = 'small' AND c.stage = 'consulting' LIMIT 1
                """)
        }
        #expect(try await edit(theirs, rename, casework.company.organisation) == nil)
        #expect(try await edit(theirs, close, casework.company.organisation) == "regime_other_authority_guard")
        #expect(try await edit(mine, close, casework.company.organisation) == nil)
    }

    @Test(
        "what an act names beside its own subject is not another authority's either",
        arguments: [
            // A task of one's own on a roadmap of theirs.
            """
            INSERT INTO roadmap_entry (roadmap_id, reform_task_id, position, task_no)
            SELECT r.roadmap_id, t.reform_task_id, 9, 'X9' FROM roadmap AS r, reform_task AS t WHERE r.roadmap = 'theirs' AND t.title = 'mine'
            """,
            // One's own task is continued by theirs, which gets its links.
            """
            INSERT INTO task_merge (reform_task_id, into_id, status, reason)
            SELECT t.reform_task_id, i.reform_task_id, 'merged', 'x' FROM reform_task AS t, reform_task AS i
            WHERE t.title = 'mine' AND i.title = 'theirs'
            """,
            // A case of one's own on a summit of theirs.
            """
            INSERT INTO raised_point (summit_id, kind, body, case_file_id)
            SELECT s.summit_id, 'proposal', 'x', c.case_file_id FROM summit AS s, case_file AS c
            WHERE s.regime = 'kr-ict' AND c.regime = 'small'
            """,
            // A paper about a meeting of theirs.
            """
            INSERT INTO official_paper (paper, template_no, meeting_id, language, verification, title, official, content)
            SELECT 'agenda', p.template_no, i.meeting_id, 'ko', '0000-0000-0000-0000', 'x', current_user, 'x'
            FROM agenda_item AS i, paper_template AS p WHERE p.regime = 'kr-ict' AND p.paper = 'agenda' LIMIT 1
            """,
        ])
    func beside(act: String) async throws {
        let casework = try await Casework()
        let other = try await otherDesk(casework)
        _ = try await other.perform(ApplyRegime(SmallRegime.file(["{code: kr,": "{code: other,"])))
        _ = try await casework.voted(try await casework.replied())
        for (person, regime, name) in [
            (casework.desk.name, "kr-ict", "theirs"), (try await other.answer(WhoAmI()).roleName, "small", "mine"),
        ] {
            try await casework.database.database(as: person).write { session in
                try session.simple(
                    """
                    INSERT INTO roadmap (roadmap, regime, name) VALUES ('\(unsafe: name)', '\(unsafe: regime)', 'x');
                    INSERT INTO reform_task (title) VALUES ('\(unsafe: name)');
                    INSERT INTO roadmap_entry (roadmap_id, reform_task_id, position, task_no)
                    SELECT r.roadmap_id, t.reform_task_id, 1, 'P1' FROM roadmap AS r, reform_task AS t
                    WHERE r.roadmap = '\(unsafe: name)' AND t.title = '\(unsafe: name)';
                    INSERT INTO summit (regime, summit_no, name, held_on) VALUES ('\(unsafe: regime)', 1, 'x', current_date);
                    INSERT INTO paper_official (role_name, title, phone) VALUES (current_user, 'x', '02-100-2000')
                    """)
            }
        }
        try await casework.database.administrator.write { session in
            try session.simple(
                """
                SET LOCAL session_replication_role = replica;
                INSERT INTO case_file (regime, track, reference, company_id, stage, service_name, origin, filed_at)
                SELECT t.regime, t.track, 'OLD-1', c.company_id, 'decided', 'x', 'import', now()
                FROM track AS t, case_file AS c WHERE t.regime = 'small' LIMIT 1
                """)
        }
        let login = try await other.answer(WhoAmI()).roleName
        let error = await #expect(throws: PostgresError.self) {
            try await casework.database.database(as: login).write(dryRun: true) { try $0.simple("\(unsafe: act)") }
        }
        #expect(error?.constraint == "regime_other_authority_guard", "\(String(describing: error))")
    }
}
