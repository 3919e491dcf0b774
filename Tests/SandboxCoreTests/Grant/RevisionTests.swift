import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("The end of a grant and the law that decides it", .database)
struct RevisionTests {
    private func legal(_ person: Casework.Person, _ reference: CaseReference, on day: CivilDate? = nil) async throws
        -> GrantDetail.Legal
    {
        var view = GrantView(reference)
        view.asOf = day
        return try await person.answer(view).legal
    }

    private func code<O: Operation>(_ person: Casework.Person, _ act: O) async -> Refusal.Code? {
        do {
            try await person.perform(act)
            return nil
        } catch let error as Refusal { return error.code } catch { return (error as? ServerRefusal)?.code }
    }

    private func plan(_ reference: CaseReference, level: LawLevel? = nil, task: TaskReference? = nil) -> ActOnGrant {
        ActOnGrant.act(reference, .plan) {
            $0.level = level
            $0.detail = .plan(.change("복제를 허용", provision: "저작권법 제35조의5", by: "2027-06-30", task: task))
        }
    }

    @Test("a revision that was asked for keeps a demonstration running, until the finding and then the permit")
    func conversion() async throws {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 400)
        #expect(
            await code(casework.mcst, ActOnGrant.act(reference, .recordFinding) { $0.finding = .needed })
                == .grant(.revisionNotRequested))
        try await casework.company.perform(ActOnGrant.act(reference, .requestRevision))
        let before = try await legal(casework.company, reference)
        let dayAfter = try #require(before.endOn?.adding(days: 1))
        var later = try await legal(casework.company, reference, on: dayAfter)
        #expect((later.state, later.reason, later.since) == (.deemedRunning, .revisionPending, dayAfter))
        #expect(later.lastOn == nil)

        #expect(try await casework.mcst.answer(Inbox()).map(\.task).contains(.recordFinding))
        try await casework.mcst.perform(
            ActOnGrant.act(reference, .recordFinding) { ($0.finding, $0.level) = (.needed, .act) })
        #expect(
            await code(casework.mcst, ActOnGrant.act(reference, .recordFinding) { $0.finding = .needed })
                == .grant(.revisionNotRequested))
        later = try await legal(casework.company, reference, on: dayAfter)
        #expect((later.state, later.reason) == (.expired, .permitNotApplied))

        #expect(
            await code(casework.company, ActOnGrant.act(reference, .applyPermit) { $0.successor = reference })
                == .grant(.permitNotApplicable))
        let draft = try await casework.drafted(.temporaryPermit)
        #expect(
            await code(casework.company, ActOnGrant.act(reference, .applyPermit) { $0.successor = draft })
                == .grant(.permitNotApplicable))
        let permit = try await casework.replied(.temporaryPermit)
        try await casework.company.perform(ActOnGrant.act(reference, .applyPermit) { $0.successor = permit })
        later = try await legal(casework.company, reference, on: dayAfter)
        #expect((later.state, later.reason) == (.deemedRunning, .permitPending))
        _ = try await casework.voted(permit)
        try await casework.desk.perform(DecideCase(permit, outcome: .granted))
        #expect(try await legal(casework.company, reference).state == .converted)
        let detail = try await casework.company.answer(GrantView(permit))
        #expect(detail.head.predecessors == [reference.description])
        #expect(detail.legal.state == .preparing)
    }

    @Test("a permit that is not given ends what waited for it") func refusedPermit() async throws {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 400)
        try await casework.company.perform(ActOnGrant.act(reference, .requestRevision))
        try await casework.mcst.perform(ActOnGrant.act(reference, .recordFinding) { $0.finding = .needed })
        let permit = try await casework.replied(.temporaryPermit)
        try await casework.company.perform(ActOnGrant.act(reference, .applyPermit) { $0.successor = permit })
        _ = try await casework.voted(permit, .against)
        try await casework.desk.perform(DecideCase(permit, outcome: .rejected, reason: "안전성 미흡"))
        let now = try await legal(casework.company, reference)
        #expect(now.state == .running && now.lastOn == now.endOn)
        let later = try await legal(casework.company, reference, on: now.endOn?.adding(days: 1))
        #expect((later.state, later.reason) == (.expired, .permitRefused))
    }

    @Test("a law that is not to be revised: the demonstration ends on the day notified") func notNeeded() async throws {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 400)
        try await casework.company.perform(ActOnGrant.act(reference, .requestRevision))
        let end = try await legal(casework.company, reference).endOn
        let notified = try #require(end?.adding(days: 30))
        try await casework.mcst.perform(
            ActOnGrant.act(reference, .recordFinding) { ($0.finding, $0.until) = (.notNeeded, notified) })
        #expect(try await legal(casework.company, reference, on: notified).state == .deemedRunning)
        let later = try await legal(casework.company, reference, on: notified.adding(days: 1))
        #expect((later.state, later.reason) == (.expired, .revisionNotNeeded))
    }

    @Test("a temporary permit is deemed extended until the law changes, unless an Act must change")
    func deemedExtension()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.running(.temporaryPermit, daysAgo: 300)
        try await casework.company.perform(ActOnGrant.act(reference, .askExtension))
        try await casework.desk.perform(ActOnGrant.act(reference, .extend) { $0.months = 24 })
        let dayAfter = try #require(try await legal(casework.company, reference).endOn?.adding(days: 1))
        var later = try await legal(casework.company, reference, on: dayAfter)
        #expect((later.state, later.reason) == (.undetermined, .levelUnknown))
        try await casework.mcst.perform(plan(reference, level: .decree))
        later = try await legal(casework.company, reference, on: dayAfter)
        #expect((later.state, later.reason, later.level) == (.deemedExtended, .lawNotChanged, .decree))
        try await casework.mcst.perform(
            ActOnGrant.act(reference, .revise) { ($0.step, $0.level) = (.started, .act) })
        later = try await legal(casework.company, reference, on: dayAfter)
        #expect((later.state, later.reason) == (.expired, .actMustChange))
    }

    @Test("a plan is owed from the day of the grant and from each request, in the inbox, and links the reform task")
    func plans() async throws {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 100)
        let roadmap = try await casework.task()
        let owed = try #require(try await casework.mcst.answer(Inbox()).first { $0.task == .plan })
        #expect(owed.dueOn != nil)
        let due = try #require(
            try await casework.desk.answer(GrantView(reference)).dues.first { $0.rule == "k10" })
        #expect(due.state == "overdue" && due.organisation == "문화체육관광부")
        try await casework.mcst.perform(plan(reference, task: roadmap))
        #expect(try await !casework.mcst.answer(Inbox()).map(\.task).contains(.plan))
        #expect(await code(casework.mcst, plan(reference)) == .grant(.planNotOwed))
        #expect(try await casework.desk.answer(TaskView(roadmap)).cases.map(\.reference) == [reference])

        try await casework.company.perform(ActOnGrant.act(reference, .requestRevision))
        #expect(
            try await casework.desk.answer(GrantView(reference)).dues.contains {
                $0.rule == "k9" && $0.state == "running"
            })
        try await casework.mcst.perform(
            ActOnGrant.act(reference, .plan) { $0.detail = .plan(.whyNot("판결을 기다립니다.")) })
        #expect(try await !casework.desk.answer(GrantView(reference)).dues.contains { $0.rule == "k9" })
    }

    @Test("the regular permit of the changed law ends a grant well") func graduation() async throws {
        let casework = try await Casework()
        let reference = try await casework.running()
        let done = try await casework.desk.perform(ActOnGrant.act(reference, .graduate) { $0.label = "등록 제1호" })
        #expect(done.state == .graduated)
        #expect(await code(casework.company, ActOnGrant.act(reference, .incident)) == .grant(.wrongState))
        try await casework.company.perform(
            ActOnGrant.act(reference, .report) { $0.detail = .report(TrialReport(.result)) })
    }

    @Test("a grant that is given up") func givenUp() async throws {
        let casework = try await Casework()
        let reference = try await casework.running()
        #expect(try await casework.company.perform(ActOnGrant.act(reference, .renounce)).state == .ended)
        #expect(await code(casework.desk, ActOnGrant.act(reference, .inspect)) == .grant(.wrongState))
    }

    @Test("expiries: the worst first, and one forecast that changes re-ranks them at once") func expiries() async throws
    {
        let casework = try await Casework()
        let (early, late) = (try await casework.running(daysAgo: 500), try await casework.running(daysAgo: 100))
        let task = try await casework.task()
        try await casework.desk.perform(LinkCases(task, to: [late]))
        var rows = try await casework.analyst.answer(ExpiriesReport())
        #expect(rows.map(\.reference) == [early, late] && rows.map(\.gapDays) == [nil, nil])
        try await casework.desk.perform(LinkCases(task, to: [early]))
        func forecast(_ day: CivilDate, version: Int) async throws {
            var update = UpdateTask(task, status: .promulgated, version: version)
            update.inForceOn = .set(day)
            try await casework.desk.perform(update)
        }
        try await forecast("2060-01-01", version: 1)
        rows = try await casework.analyst.answer(ExpiriesReport())
        #expect(rows.map(\.reference) == [early, late])
        #expect(rows.allSatisfy { ($0.gapDays ?? 0) > 0 && $0.tasks == ["ai-2020/P05"] })
        let between = try #require(rows[0].endOn?.adding(days: 10))
        try await forecast(between, version: 2)
        rows = try await casework.analyst.answer(ExpiriesReport())
        #expect(rows.map(\.reference) == [early, late] && rows.map { ($0.gapDays ?? 0) > 0 } == [true, false])
        try await casework.desk.perform(UnlinkCases(task, from: [early]))
        rows = try await casework.analyst.answer(ExpiriesReport())
        #expect(rows.map(\.reference) == [early, late] && rows[0].gapDays == nil)
    }

    @Test(
        "what a ministry forecasts of a milestone ranks the expiries anew; other milestones and days gone by say nothing"
    )
    func milestones() async throws {
        let casework = try await Casework()
        let (early, late) = (try await casework.running(daysAgo: 500), try await casework.running(daysAgo: 100))
        let task = try await casework.task()
        try await casework.desk.perform(LinkCases(task, to: [late, early]))
        func expiries() async throws -> [ExpiryRow] { try await casework.analyst.answer(ExpiriesReport()) }
        func forecast(_ day: String, _ milestone: Milestone = .inForce) async throws {
            var said = PromiseMilestone(task, milestone, said: DatePhrase(day))
            said.reason = "저작권자 협의"
            try await casework.mcst.perform(said)
        }
        try await forecast("2060-01-01", .preAnnounced)
        #expect(try await expiries().map(\.forecastOn) == [nil, nil])
        try await forecast("2060-01-01")
        #expect(try await expiries().map(\.reference) == [early, late])
        let between = try #require(try await expiries()[0].endOn?.adding(days: 10))
        try await forecast(between.description)
        var rows = try await expiries()
        #expect(rows.map(\.gapDays).map { $0.map { $0 > 0 } } == [true, false])
        // In time for both, then a day that has gone by: the law is not there, and nobody says when it will be.
        try await forecast(try #require(try await casework.desk.answer(Today()).adding(days: 1)).description)
        rows = try await expiries()
        #expect(rows.allSatisfy { ($0.gapDays ?? 1) < 0 })
        try await forecast("2020-01-01")
        rows = try await expiries()
        #expect(rows.map(\.forecastOn) == [nil, nil] && rows.map(\.tasks) == [["ai-2020/P05"], ["ai-2020/P05"]])
    }

    @Test("an Act among the provisions of the reform task bars the deemed extension, whatever the ministry said")
    func provisionLevel() async throws {
        let casework = try await Casework()
        let reference = try await casework.running(.temporaryPermit, daysAgo: 300)
        try await casework.company.perform(ActOnGrant.act(reference, .askExtension))
        try await casework.desk.perform(ActOnGrant.act(reference, .extend) { $0.months = 24 })
        let task = try await casework.task()
        try await casework.mcst.perform(plan(reference, level: .decree, task: task))
        let dayAfter = try #require(try await legal(casework.company, reference).endOn?.adding(days: 1))
        #expect(try await legal(casework.company, reference, on: dayAfter).state == .deemedExtended)
        try await casework.desk.perform(
            EditProvisions(task, add: Provision(law: "저작권법", article: "제35조의5", level: .act)))
        let later = try await legal(casework.company, reference, on: dayAfter)
        #expect((later.state, later.reason, later.level) == (.expired, .actMustChange, .act))
        #expect(try await casework.analyst.answer(ExpiriesReport()).map(\.level) == [.act])
    }
}

extension Casework {
    /// A reform task that 문화체육관광부 owes.
    func task() async throws -> TaskReference {
        try await database.administrator.write { session in
            try session.execute("SET LOCAL ROLE sandbox_owner")
            try session.simple(
                """
                INSERT INTO roadmap (roadmap, regime, name) VALUES ('ai-2020', 'kr-ict', '로드맵');
                INSERT INTO reform_task (title) VALUES ('저작권법 개정');
                INSERT INTO roadmap_entry (roadmap_id, reform_task_id, position, task_no)
                SELECT r.roadmap_id, t.reform_task_id, 1, 'P05' FROM roadmap AS r, reform_task AS t;
                INSERT INTO task_ministry (reform_task_id, ministry_id)
                SELECT t.reform_task_id, o.organisation_id FROM reform_task AS t, organisation AS o
                WHERE o.name = '문화체육관광부';
                """)
        }
        return try TaskReference("ai-2020/P05")
    }
}
