import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// Whoever must act or will lose a right sees it in the inbox in time.
@Suite("The inbox is complete", .database)
struct InboxDutyTests {
    /// Periods that run today and of which the inbox of nobody who owes them says anything.
    static let forgotten: SQL = """
        SELECT f.reference || ' ' || d.rule || ' ' || d.due_on FROM deadline_today AS d JOIN case_file AS f USING (case_file_id)
        WHERE d.ended_on IS NULL AND d.state IN ('running', 'overdue') AND d.due_on <= d.today + 30
            AND d.started_on <= d.today + 30 AND NOT EXISTS (SELECT FROM open_task_today AS t
                WHERE t.case_file_id = d.case_file_id AND t.due_on <= d.due_on AND CASE WHEN d.organisation_id IS NULL
                    THEN t.waiting_on IN ('desk', 'committee') ELSE t.organisation_id = d.organisation_id END)
        ORDER BY 1
        """

    private func forgotten(_ casework: Casework) async throws -> [String] {
        try await casework.database.administrator.read { try $0.all(Self.forgotten, as: String.self) }
    }

    /// What is to be done, but for what the desk publishes and issues (``GrantDutyTests``).
    private func tasks(_ person: Casework.Person) async throws -> [InboxTask] {
        try await person.answer(Inbox()).map(\.task).filter { $0.paper == nil && $0 != .publish }
    }

    @Test("every rule of every shipped regime calls for something that somebody is told to do") func rules()
        async throws
    {
        let casework = try await Casework()
        try await casework.desk.perform(
            ApplyRegime(RegimeFile(yaml: try regimeFile("eu-ai-act.yaml"), file: "eu-ai-act.yaml")))
        let nameless = try await casework.database.administrator.read { session in
            try session.all(
                """
                SELECT r.regime || ' ' || r.rule FROM deadline_rule AS r LEFT JOIN deadline_event AS e ON e.event = r.ends_on[1]
                WHERE r.ends_on <> '{}' AND e.task IS NULL
                """, as: String.self)
        }
        #expect(nameless == [])
        let words = try await casework.database.administrator.read { session in
            try session.all("SELECT DISTINCT task FROM deadline_event WHERE task IS NOT NULL", as: String.self)
        }
        #expect(words.allSatisfy { InboxTask(rawValue: $0) != nil })
    }

    @Test("no period of the law is in nobody's inbox: each rule on a case of its own") func everyRule() async throws {
        let casework = try await Casework()
        let reference = try await casework.decided()
        // Those that belong to a proceeding are met where one is (below).
        let started = try await casework.database.administrator.write { session in
            try session.execute("SET LOCAL ROLE sandbox_owner")
            return try session.all(
                """
                INSERT INTO deadline (case_file_id, deadline_no, deadline_rule_id, subject, subject_id, owed_by, organisation_id,
                    started_on, promised_on, length, unit, started_by)
                SELECT c.case_file_id, 100 + row_number() OVER (ORDER BY r.position), r.deadline_rule_id, 'decision',
                    1000 + r.deadline_rule_id, r.owed_by, CASE r.owed_by WHEN 'applicant' THEN c.company_id
                        WHEN 'ministry' THEN (SELECT min(k.ministry_id) FROM consultation AS k WHERE k.case_file_id = c.case_file_id)
                        END,
                    authority_date(c.regime) + CASE WHEN m.runs_backward THEN 10 ELSE 0 END, authority_date(c.regime), 5, 'day', 'x'
                FROM case_file AS c JOIN deadline_rule AS r ON r.regime = c.regime AND r.version = c.regime_version
                JOIN counting_method AS m ON m.counting = r.counting LEFT JOIN deadline_event AS e ON e.event = r.ends_on[1]
                WHERE c.reference = \(reference.description) AND coalesce(e.task, '-') <> ALL
                    ('{reply,table,decide,opine,answer-objection}')
                RETURNING deadline_no
                """, as: Int64.self)
        }
        #expect(started.count > 12)
        #expect(try await forgotten(casework) == [])
        // The lists have the same days.
        let inbox = try await casework.company.answer(Inbox())
        let listed = Set(try await casework.company.answer(DeadlineList()).compactMap(\.dueOn))
        let exported = Set(try await casework.company.answer(DeadlineExport()).compactMap(\.dueOn))
        for item in inbox where item.dueOn != nil {
            #expect(item.dueOn.map { listed.contains($0) && exported.contains($0) } == true, "\(item.task)")
        }
        let lost = inbox.filter { $0.rule?.missedEnglish != nil }.map(\.task)
        for task in [
            InboxTask.askExtension, .requestRevision, .applyPermit, .askRedeliberation, .fileObjection, .commence,
        ] {
            #expect(lost.contains(task), "what follows after \(task)")
        }
    }

    @Test("rights that will be lost, reports after the end, and the end itself, each in time") func rights()
        async throws
    {
        try await TestDatabase.current.travel(to: "2026-11-30")
        let casework = try await Casework()
        let reference = try await casework.running()
        #expect(try await tasks(casework.company).isEmpty)
        let end = try #require(try await casework.company.answer(GrantView(reference)).legal.endOn)
        func travel(_ days: Int) async throws {
            try await casework.database.travel(to: try #require(end.adding(days: days)))
        }
        try await travel(-70)
        #expect(Set(try await tasks(casework.company)).isSuperset(of: [.askExtension, .requestRevision, .validityEnd]))
        #expect(try await forgotten(casework) == [])
        try await travel(-1)
        #expect(try await tasks(casework.company) == [.validityEnd])
        try await travel(5)
        #expect(try await tasks(casework.company) == [.reportResult])
        try await travel(60)
        let late = try #require(try await casework.company.answer(Inbox()).first)
        #expect(late.task == .reportResult && (late.daysLeft ?? 0) < 0)
        let pursued = try #require(
            try await casework.desk.answer(Inbox()).first { $0.task == .pursue && $0.rule?.code == "k15" })
        #expect(pursued.dueOn == nil && pursued.lateOn == late.dueOn)
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("the desk sees whom to remind, and its own period, also while others are late") func desk() async throws {
        try await TestDatabase.current.travel(to: "2026-11-30")
        let casework = try await Casework()
        let reference = try await casework.received()
        #expect(try await tasks(casework.desk) == [.consult])
        let today = try await casework.desk.answer(Today())
        let day = try #require(today.adding(days: 20))
        try await casework.desk.perform(AskSupplement(reference, request: "자료", dueOn: day))
        #expect(try await tasks(casework.desk).isEmpty)
        try await casework.database.travel(to: try #require(today.adding(days: 380)))
        let row = try #require(try await casework.desk.answer(Inbox()).first)
        #expect(row.task == .remind && row.lateOn == day && row.request == "자료" && (row.daysLeft ?? 0) < -200)
        #expect(row.rule?.code == "k6")
        #expect(try await tasks(casework.company) == [.supplement])
        try await casework.company.perform(AnswerSupplement(reference, answer: "예"))
        #expect(try await tasks(casework.desk) == [.consult])
        try await casework.desk.perform(SendConsultation(reference, to: ["문화체육관광부"]))
        #expect(try await tasks(casework.desk) == [.remind], "its own period is over")
        #expect(try await forgotten(casework) == [])
    }

    @Test("a consultation that waits for its notice, and a lapse that is contested") func notice() async throws {
        try await TestDatabase.current.travel(to: "2026-11-30")
        let casework = try await Casework()
        _ = try await casework.database.organisation("행정안전부", kind: "ministry")
        let reference = try await casework.received()
        try await casework.desk.perform(SendConsultation(reference, to: ["행정안전부"]))
        #expect(try await tasks(casework.desk) == [.notify])
        #expect(try await forgotten(casework) == [])
        let rapid = try await casework.consulting(.rapidConfirmation)
        let today = try await casework.desk.answer(Today())
        try await casework.database.travel(to: try #require(today.adding(days: 50)))
        #expect(try await tasks(casework.desk).contains(.decide))
        try await casework.mcst.perform(ContestLapse(rapid, ministry: nil, reason: "통보받지 못함"))
        #expect(try await tasks(casework.desk).contains(.resolveLapse))
    }

    @Test("orders until they are followed, suspensions, and an insurance that runs out while the trial goes on")
    func supervision() async throws {
        try await TestDatabase.current.travel(to: "2026-11-30")
        let casework = try await Casework()
        let reference = try await casework.running()
        let today = try await casework.desk.answer(Today())
        let day = try #require(today.adding(days: 10))
        let order = try await casework.desk.perform(ActOnGrant.act(reference, .correct) { $0.until = day })
        try await casework.desk.perform(ActOnGrant.act(reference, .suspend))
        var inbox = try await casework.company.answer(Inbox())
        #expect(
            inbox.map(\.task) == [.fileObjection, .fileObjection, .followOrder, .remedySuspension].sorted(by: inbox))
        #expect(inbox.first { $0.task == .followOrder }?.dueOn == day)
        #expect(try await tasks(casework.desk) == [.resume])
        #expect(
            try await casework.company.answer(DeadlineList()).contains { $0.task == .followOrder && $0.dueOn == day })
        try await casework.database.travel(to: try #require(today.adding(days: 11)))
        #expect(Set(try await tasks(casework.desk)) == [.resume, .pursueOrder])
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = order.number })
        try await casework.desk.perform(ActOnGrant(reference, .resume))
        inbox = try await casework.company.answer(Inbox())
        #expect(!inbox.map(\.task).contains(.followOrder) && !inbox.map(\.task).contains(.remedySuspension))
        await #expect(throws: Refusal.grant(.partNotOpen(order.number))) {
            try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = order.number })
        }

        let short = try #require(today.adding(days: 400))
        try await casework.database.administrator.write { session in
            try session.execute("SET LOCAL ROLE sandbox_owner")
            try session.execute("UPDATE insurance SET covers_to = \(short)")
            try session.execute("SELECT keep_open_tasks(ARRAY(SELECT case_file_id FROM exemption_grant))")
        }
        try await casework.database.travel(to: try #require(today.adding(days: 420)))
        let renew = try #require(try await casework.company.answer(Inbox()).first { $0.task == .renewInsurance })
        #expect(renew.dueOn == short)
        #expect(try await casework.desk.answer(Inbox()).first { $0.task == .pursueInsurance }?.lateOn == short)
        #expect(
            try await casework.desk.answer(DeadlineList()).filter { $0.dueOn == short }.map(\.task) == [.renewInsurance]
        )
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("what others did is news until it is seen, and nobody's own act is") func news() async throws {
        let casework = try await Casework()
        func news(_ person: Casework.Person) async throws -> [String?] {
            var inbox = Inbox()
            inbox.withNews = true
            return try await person.answer(inbox).filter { $0.task == .news }.map(\.act)
        }
        let reference = try await casework.running()
        #expect(try await news(casework.company).contains("decision"))
        #expect(try await news(casework.desk).first == "commence")
        #expect(try await news(casework.mcst).contains("decision"))
        #expect(try await news(casework.pipc).isEmpty)
        for person in [casework.company, casework.desk, casework.mcst] {
            try await person.perform(MarkNews(until: try await person.tracker.instant()))
            #expect(try await news(person).isEmpty)
        }
        try await casework.company.perform(ActOnGrant.act(reference, .incident))
        try await casework.company.perform(
            ActOnGrant.act(reference, .report) { $0.detail = .report(TrialReport(.periodic)) })
        #expect(try await news(casework.company).isEmpty)
        #expect(try await news(casework.desk) == ["report", "incident"])
        #expect(try await news(casework.mcst) == ["report", "incident"])
        let returned = try await casework.filed()
        try await casework.desk.perform(ReturnCase(returned, reason: "요건 미비"))
        let withdrawn = try await casework.consulting()
        try await casework.company.perform(WithdrawCase(withdrawn, reason: "변경"))
        #expect(try await news(casework.company).count == 1)
        #expect(try await news(casework.mcst).count == 3)
        #expect(try await news(casework.desk).count == 3)
    }

    @Test("a page of the inbox is its beginning") func page() async throws {
        let casework = try await Casework()
        for _ in 0..<5 { _ = try await casework.filed() }
        let all = try await casework.desk.answer(Inbox()).map(\.reference)
        #expect(all.count == 5)
        var page = Inbox()
        page.limit = 2
        #expect(
            try await casework.desk.answer(page).map(\.reference) == Array(all.prefix(3)),
            "one more tells that there are more")
        var rounds = ConsultationList()
        for _ in 0..<3 { _ = try await casework.consulting() }
        let newest = try await casework.mcst.answer(rounds).map(\.reference)
        rounds.limit = 1
        #expect(try await casework.mcst.answer(rounds).map(\.reference) == Array(newest.prefix(2)))
    }
}

extension [InboxTask] {
    /// These tasks in the order in which an inbox has them.
    fileprivate func sorted(by inbox: [InboxItem]) -> [InboxTask] {
        let order = inbox.map(\.task)
        return sorted { (order.firstIndex(of: $0) ?? .max) < (order.firstIndex(of: $1) ?? .max) }
    }
}
