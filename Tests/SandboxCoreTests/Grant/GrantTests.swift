import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("The life of a grant", .database)
struct GrantTests {
    private func refusal(_ person: Casework.Person, _ act: ActOnGrant) async -> Refusal? {
        do {
            try await person.perform(act)
            return nil
        } catch { return error as? Refusal }
    }

    private func view(_ person: Casework.Person, _ reference: CaseReference, on day: CivilDate? = nil) async throws
        -> GrantDetail
    {
        var view = GrantView(reference)
        view.asOf = day
        return try await person.answer(view)
    }

    @Test("from the decision to the end: certificate, insurance, start, report, expiry") func path() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted(conditions: true)
        var legal = try await view(casework.company, reference).legal
        #expect((legal.state, legal.reason) == (.preparing, .notCommenced))
        #expect(try await view(casework.desk, reference).head.certificate == "DEC-\(legal.today.year)-0001")

        #expect(
            await refusal(casework.company, .act(reference, .commence)) == .grant(.conditionsUnmet([1])))
        try await casework.meet(reference, 1)
        let end = try #require(legal.endOn)
        #expect(
            await refusal(casework.company, .act(reference, .commence)) == .grant(.insuranceMissing(until: end)))
        let insured = try await casework.company.perform(ActOnGrant.insured(reference))
        #expect(await refusal(casework.company, .act(reference, .commence)) != nil)
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = insured.number })
        #expect(try await casework.company.perform(ActOnGrant.act(reference, .commence)).state == .running)

        try await casework.desk.perform(ActOnGrant.act(reference, .publish) { $0.label = "관보 제1호" })
        try await casework.company.perform(
            ActOnGrant.act(reference, .report) {
                var report = TrialReport(.periodic)
                (report.progress, report.users) = (40, 1200)
                report.problems = [("인증 오류", "서버 증설", true), ("민원", nil, false)]
                report.conditions = [(2, true)]
                $0.detail = .report(report)
            })
        let detail = try await view(casework.mcst, reference)
        #expect(detail.acts.map(\.act) == [.insure, .confirm, .commence, .publish, .report])
        #expect(detail.acts.last?.progress == 40)
        legal = try await view(casework.company, reference, on: legal.endOn?.adding(days: 1)).legal
        #expect((legal.state, legal.reason) == (.expired, .validityEnded))
        #expect(legal.since == legal.endOn?.adding(days: 1))
        let running = try await casework.analyst.answer(GrantList())
        #expect(running.map(\.state) == [.running])
    }

    @Test("a grant is for those who see its case, and each act is somebody's") func persons() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted()
        await #expect(throws: NotFound.self) { try await casework.rival.answer(GrantView(reference)) }
        await #expect(throws: NotFound.self) { try await casework.rival.perform(ActOnGrant.act(reference, .report)) }
        await #expect(throws: NotPermitted.self) {
            try await casework.desk.perform(ActOnGrant.act(reference, .commence))
        }
        await #expect(throws: NotPermitted.self) {
            try await casework.company.perform(ActOnGrant.act(reference, .suspend))
        }
        #expect(try await casework.rival.answer(GrantList()).isEmpty)
        let pending = try await casework.filed()
        await #expect(throws: NotFound.self) { try await casework.company.answer(GrantView(pending)) }
    }

    @Test("a validity shorter than the law allows, and none longer") func validity() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted(validity: .months(6))
        let detail = try await view(casework.company, reference)
        let (granted, end) = (try #require(detail.legal.grantedOn), try #require(detail.legal.endOn))
        #expect(end.dayNumber == GrantHistory.monthsOn(granted.dayNumber, 6) - 1)
        let ask = try #require(detail.dues.first { $0.rule == "k13-demonstration" }?.dueOn)
        #expect(ask.dayNumber == GrantHistory.monthsOn(end.dayNumber, -2))
        let other = try await casework.replied()
        _ = try await casework.voted(other)
        var decision = DecideCase(other, outcome: .granted)
        decision.validity = .months(25)
        let longest = try #require(CivilDate(dayNumber: GrantHistory.monthsOn(granted.dayNumber, 24) - 1))
        await #expect(throws: Refusal.grant(.validityTooLong(latest: longest))) {
            try await casework.desk.perform(decision)
        }
    }

    @Test("a validity that begins with the business; until then nothing runs but the period for the start") func later()
        async throws
    {
        try await TestDatabase.current.travel(to: "2024-08-01")
        let casework = try await Casework()
        let reference = try await casework.replied()
        _ = try await casework.voted(reference)
        var decision = DecideCase(reference, outcome: .granted)
        (decision.validity, decision.beginsWithCommencement) = (.months(12), true)
        try await casework.desk.perform(decision)
        var detail = try await view(casework.company, reference)
        #expect(detail.legal.state == .preparing && detail.legal.endOn == nil && detail.legal.lastOn == nil)
        #expect(detail.dues.map(\.rule) == ["k10", "k19"])
        #expect(await refusal(casework.company, .act(reference, .askExtension)) == .grant(.validityNotBegun))
        let idle = try await casework.decided()

        // Two years on: one has no start and can be revoked for it, the other has run out, and nothing is owed on it.
        try await casework.database.travel(to: "2026-08-10")
        #expect(try await view(casework.company, reference).dues.map(\.state) == ["overdue", "overdue"])
        #expect(try await view(casework.company, idle).legal.state == .expired)
        #expect(try await view(casework.company, idle).dues.map(\.rule) == ["k10", "k15"])
        var mine = DeadlineList()
        mine.mineOnly = true
        let owed = try await casework.company.answer(mine)
        #expect(Set(owed.filter { $0.rule == "k19" }.map(\.reference.caseFile)) == [reference])
        let exported = try await casework.company.answer(DeadlineExport())
        #expect(Set(exported.filter { $0.rule == "k19" }.map(\.reference)) == [reference])
        #expect(Set(owed.map(\.rule)) == ["k15", "k19"])
        try await casework.desk.perform(ActOnGrant.act(reference, .recordHearing) { $0.ground = "not-commenced" })
        #expect(
            await refusal(casework.desk, .act(idle, .recordHearing) { $0.ground = "not-commenced" })
                == .grant(.wrongState(.expired, allowed: GrantState.inForce)))

        let insured = try await casework.company.perform(ActOnGrant.insured(reference, to: "2027-08-08"))
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = insured.number })
        #expect(
            await refusal(casework.company, .act(reference, .commence))
                == .grant(.insuranceMissing(until: "2027-08-09")))
        let longer = try await casework.company.perform(ActOnGrant.insured(reference, to: "2027-08-09"))
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = longer.number })
        #expect(try await casework.company.perform(ActOnGrant.act(reference, .commence)).endOn == "2027-08-09")
        detail = try await view(casework.company, reference)
        #expect(detail.legal.state == .running && detail.dues.contains { $0.rule == "k14" && $0.dueOn == "2027-06-09" })
        // On the days before, the grant is what it was.
        let before = try await view(casework.company, reference, on: "2026-08-09").legal
        #expect(before.state == .preparing && before.endOn == nil)
    }

    @Test("an act under a key is done once") func once() async throws {
        let casework = try await Casework()
        let reference = try await casework.running()
        let report = ActOnGrant.act(reference, .report) { $0.detail = .report(TrialReport(.periodic)) }
        let first = try await casework.company.perform(report, key: "k")
        #expect(try await casework.company.perform(report, key: "k").number == first.number)
        await #expect(throws: Refusal.idempotencyKeyReused("k")) {
            try await casework.company.perform(ActOnGrant.act(reference, .incident), key: "k")
        }
        #expect(try await view(casework.company, reference).acts.count { $0.act == .report } == 1)
    }

    @Test("made unnecessary by interpretation: the desk says whose it is, and no plan is owed any more")
    func interpreted()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.running()
        await #expect(throws: NotPermitted.self) {
            try await casework.mcst.perform(ActOnGrant.act(reference, .recordInterpretation))
        }
        #expect(try await casework.mcst.answer(Inbox()).map(\.task) == [.plan])
        #expect(try await casework.desk.perform(ActOnGrant.act(reference, .recordInterpretation)).state == .unnecessary)
        #expect(try await casework.mcst.answer(Inbox()).isEmpty)
        #expect(try await view(casework.company, reference).dues.isEmpty)
        #expect(try await casework.analyst.answer(ExpiriesReport()).isEmpty)
    }

    @Test("certificates are numbered without gaps, per track") func certificates() async throws {
        let casework = try await Casework()
        var numbers: [String] = []
        for track in [TrackCode.demonstration, .temporaryPermit, .demonstration] {
            let reference = try await casework.granted(track)
            numbers.append(try await view(casework.desk, reference).head.certificate ?? "")
        }
        #expect(numbers.map { $0.suffix(4) } == ["0001", "0001", "0002"])
        #expect(numbers.map { $0.prefix(3) } == ["DEC", "TPC", "DEC"])
    }

    @Test("suspended, resumed; ordered to correct once; revoked after a hearing") func orders() async throws {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 40)
        #expect(try await casework.desk.perform(ActOnGrant.act(reference, .suspend)).state == .suspended)
        #expect(
            await refusal(casework.desk, .act(reference, .suspend))
                == .grant(.wrongState(.suspended, allowed: [.running, .deemedRunning])))
        #expect(try await casework.desk.perform(ActOnGrant.act(reference, .resume)).state == .running)
        try await casework.desk.perform(ActOnGrant.act(reference, .correct) { $0.until = "2060-01-01" })
        #expect(
            await refusal(casework.desk, .act(reference, .correct) { $0.until = "2060-01-01" })
                == .grant(.doneOnce(.correct)))
        func hear(_ act: GrantAct, _ ground: String) -> ActOnGrant { .act(reference, act) { $0.ground = ground } }
        #expect(await refusal(casework.desk, hear(.revoke, "fraud")) == .grant(.hearingMissing("fraud")))
        guard case .grant(.groundNotGiven) = await refusal(casework.desk, hear(.recordHearing, "not-commenced")) else {
            Issue.record("heard on a ground that is not given")
            return
        }
        try await casework.desk.perform(hear(.recordHearing, "condition-unmet"))
        #expect(await refusal(casework.desk, hear(.revoke, "fraud")) == .grant(.hearingMissing("fraud")))
        #expect(try await casework.desk.perform(hear(.revoke, "condition-unmet")).state == .revoked)
        let permit = try await casework.running(.temporaryPermit)
        #expect(
            await refusal(casework.desk, .act(permit, .suspend)) == .grant(.notForTrack(.suspend, .temporaryPermit)))
    }

    @Test("not commenced within two years: a ground for revocation") func notCommenced() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted()
        try await casework.company.perform(ActOnGrant.act(reference, .askExtension))
        try await casework.desk.perform(ActOnGrant.act(reference, .extend) { $0.months = 12 })
        try await casework.age(reference, days: 740)
        let due = try #require(try await view(casework.desk, reference).dues.first { $0.rule == "k19" })
        #expect(due.state == "overdue" && due.missedEnglish == "A ground for revocation.")
        try await casework.desk.perform(ActOnGrant.act(reference, .recordHearing) { $0.ground = "not-commenced" })
        try await casework.desk.perform(ActOnGrant.act(reference, .revoke) { $0.ground = "not-commenced" })
    }

    @Test("extended once, after it was asked for two months before the end") func extensions() async throws {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 365)
        #expect(
            await refusal(casework.desk, .act(reference, .extend) { $0.months = 12 }) == .grant(.extensionNotAsked))
        let end = try #require(try await view(casework.desk, reference).legal.endOn)
        try await casework.company.perform(ActOnGrant.act(reference, .askExtension))
        #expect(try await casework.desk.answer(Inbox()).map(\.task).contains(.extend))
        guard case .grant(.validityTooLong) = await refusal(casework.desk, .act(reference, .extend) { $0.months = 25 })
        else {
            Issue.record("extended by 25 months")
            return
        }
        let extended = try await casework.desk.perform(ActOnGrant.act(reference, .extend) { $0.months = 12 })
        #expect(extended.endOn?.dayNumber == GrantHistory.monthsOn(end.dayNumber + 1, 12) - 1)
        #expect(await refusal(casework.desk, .act(reference, .extend) { $0.months = 12 }) == .grant(.extendedOnce))
        #expect(
            await refusal(casework.desk, .act(reference, .refuseExtension) { $0.text = "x" }) == .grant(.extendedOnce))
        #expect(await refusal(casework.company, .act(reference, .askExtension)) == .grant(.doneOnce(.askExtension)))

        let late = try await casework.running(daysAgo: 700)
        guard case .grant(.windowClosed) = await refusal(casework.company, .act(late, .askExtension)) else {
            Issue.record("asked for a month before the end")
            return
        }
    }

    @Test("an incident is reported while the business runs, by its company, as often as there is one") func incident()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 100)
        let state = try await view(casework.company, reference).legal.state
        for text in ["이용자 1명이 다쳤습니다.", "같은 장치에서 다시 났습니다."] {
            try await casework.company.perform(ActOnGrant.act(reference, .incident) { $0.text = text })
        }
        let seen = try await view(casework.desk, reference)
        #expect(seen.acts.filter { $0.act == .incident }.count == 2 && seen.legal.state == state)
        await #expect(throws: NotPermitted(role: .desk, needed: [.company])) {
            try await casework.desk.perform(ActOnGrant.act(reference, .incident) { $0.text = "x" })
        }
    }

    @Test("claims: the period for payment runs without insurance, and the outcome is told in time") func claims()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 100)
        let claim = try await casework.company.perform(
            ActOnGrant.act(reference, .claim) { ($0.label, $0.amount, $0.isInsured) = ("이용자", 100, false) })
        let dues = try await view(casework.company, reference).dues
        #expect(dues.contains { $0.rule == "k18" && $0.state == "running" })
        try await casework.company.perform(ActOnGrant.act(reference, .closeClaim) { $0.part = claim.number })
        #expect(try await !view(casework.company, reference).dues.contains { $0.rule.hasPrefix("k18") })
        #expect(
            await refusal(casework.company, .act(reference, .closeClaim) { $0.part = claim.number })
                == .grant(.partNotOpen(claim.number)))
        try await casework.company.perform(
            ActOnGrant.act(reference, .claim) { ($0.label, $0.isInsured) = ("이용자", true) })
        #expect(try await !view(casework.company, reference).dues.contains { $0.rule == "k18" })
    }

    @Test("an insurance that covers too little is not confirmed, one that ends too early does not carry the start")
    func insurance() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted()
        let small = try await casework.company.perform(ActOnGrant.insured(reference, death: 1_000))
        guard
            case .grant(.coverTooSmall(let gaps)) = await refusal(
                casework.desk, .act(reference, .confirm) { $0.part = small.number })
        else {
            Issue.record("a cover that is too small was confirmed")
            return
        }
        #expect(gaps.map(\.cover) == ["death"] && gaps.first?.minimum == 150_000_000)
        let brief = try await casework.company.perform(ActOnGrant.insured(reference, to: "2026-12-31"))
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = brief.number })
        guard case .grant(.insuranceMissing) = await refusal(casework.company, .act(reference, .commence)) else {
            Issue.record("commenced with an insurance that ends before the grant")
            return
        }
        let plan = try await casework.company.perform(
            ActOnGrant.act(reference, .insure) { $0.detail = .insurance(.compensationPlan) })
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = plan.number })
        #expect(try await casework.company.perform(ActOnGrant.act(reference, .commence)).state == .running)
    }
}
