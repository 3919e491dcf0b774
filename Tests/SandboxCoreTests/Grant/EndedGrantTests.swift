import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What is owed of a grant that is over, and from which day.
@Suite("Ended grants", .database)
struct EndedGrantTests {
    /// A grant with these conditions, each with its phase and due rule.
    private func granted(
        _ casework: Casework, _ conditions: [(ConditionPhase?, String)], daysAgo: Int = 0
    ) async throws -> CaseReference {
        let reference = try await casework.replied()
        try await casework.voted(reference)
        try await casework.desk.perform(
            DecideCase(
                reference, outcome: .grantedWithConditions,
                conditions: try conditions.map { phase, due in
                    ProposedCondition(
                        phase: phase, text: "보고한다.", purpose: "점검", evidence: "보고서", due: try DueRule(due))
                }))
        try await casework.age(reference, days: daysAgo)
        return reference
    }

    private func states(_ casework: Casework, _ reference: CaseReference) async throws -> [String: DeadlineState] {
        var list = DeadlineList()
        (list.reference, list.ended) = (reference, true)
        return Dictionary(
            try await casework.desk.answer(list).sorted { $0.reference < $1.reference }.map { ($0.rule, $0.state) }
        ) { _, last in last }
    }

    private func end(_ casework: Casework, _ reference: CaseReference, _ act: GrantAct) async throws {
        switch act {
        case .renounce: try await casework.company.perform(ActOnGrant.act(reference, .renounce))
        case .revoke:
            try await casework.desk.perform(
                ActOnGrant.act(reference, .recordHearing) { $0.ground = "condition-unmet" })
            try await casework.desk.perform(ActOnGrant.act(reference, .revoke) { $0.ground = "condition-unmet" })
        default: try await casework.desk.perform(ActOnGrant.act(reference, act) { $0.label = "제1호" })
        }
    }

    @Test(
        "what hangs on the end is due from the real end, whichever act ended it, and nothing was met by that",
        arguments: [GrantAct.renounce, .revoke, .graduate, .recordInterpretation])
    func realEnd(act: GrantAct) async throws {
        let casework = try await Casework()
        let reference = try await granted(
            casework, [(nil, "within 30 days of end"), (.after, "within 2 months of end"), (.during, "every 6 months")])
        try await end(casework, reference, act)
        let today = try await casework.desk.answer(Today())
        let due = try await casework.desk.answer(ConditionList(reference))
        let bounds = [today.adding(days: 30), today.adding(days: 59), nil]
        for (condition, earliest) in zip(due, bounds) {
            guard let earliest else { continue }
            // A last day that is closed moves on.
            let dueOn = try #require(condition.dueOn)
            let latest = try #require(earliest.adding(days: 12))
            #expect((earliest...latest).contains(dueOn), "\(condition.number)")
        }
        let legal = try await casework.company.answer(GrantView(reference)).legal
        // What was granted stays; when it ended is told apart.
        let end = try #require(legal.endOn)
        #expect(end > today && legal.lastOn == today && legal.endedOn == today && !legal.state.isInForce)
        let states = try await states(casework, reference)
        #expect(states["k12"] == .fellAway && states["k13-demonstration"] == .fellAway && states["k14"] == .fellAway)
        // Where a permit has taken its place, or none is needed, no result is waited for.
        let isOwed = act == .renounce || act == .revoke
        #expect(states["k15"] == (isOwed ? .running : .fellAway), "the result report follows the real end")
        if isOwed {
            var reports = DeadlineList()
            (reports.reference, reports.rule) = (reference, "k15")
            let report = try #require(try await casework.company.answer(reports).first { $0.state == .running })
            #expect(report.startedOn == today && report.dueOn == report.promisedOn)
            try await casework.company.perform(
                ActOnGrant.act(reference, .report) { $0.detail = .report(TrialReport(.result)) })
            #expect(try await self.states(casework, reference)["k15"] == .met)
        }
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("what was due before the end is owed until it is met or waived; what was not, falls away") func owed()
        async throws
    {
        let casework = try await Casework()
        let reference = try await granted(
            casework,
            [
                (nil, "within 20 days of grant"), (.during, "within 30 days of grant"),
                (nil, "within 300 days of grant"), (nil, "within 40 months of grant"), (.before, "before commencement"),
            ], daysAgo: 60)
        func list() async throws -> [Bool] {
            try await casework.company.answer(ConditionList(reference)).map(\.isOverdue)
        }
        func tasks() async throws -> [Int?] {
            try await casework.company.answer(Inbox()).filter { $0.task == .submitEvidence }.map(\.number)
        }
        #expect(try await list() == [true, true, false, false, false])
        try await end(casework, reference, .renounce)
        #expect(try await list() == [true, true, false, false, false])
        #expect(try await tasks() == [1, 2])
        try await casework.meet(reference, 1)
        try await casework.desk.perform(WaiveCondition(reference, number: 2, reason: "폐업"))
        #expect(try await tasks() == [])
        let standing = try await casework.company.answer(ConditionList(reference))
        #expect(standing.map(\.state) == [.confirmed, .waived, .open, .open, .open])
        #expect(standing[1].ruling == "폐업" && !standing[1].isOverdue)
        // What was set for a day after the end foreseen is owed on its day.
        let owed = try await casework.database.administrator.read { session in
            try session.all("SELECT condition_no FROM condition_due WHERE is_owed ORDER BY 1", as: Int64.self)
        }
        #expect(owed == [4])
        await #expect(throws: Refusal.condition(.conditionWaived(2))) {
            try await casework.desk.perform(WaiveCondition(reference, number: 2, reason: "다시"))
        }
        await #expect(throws: Refusal.condition(.conditionGrantOver(3))) {
            try await casework.company.perform(ChangeCondition(reference, number: 3, text: "x", reason: "y"))
        }
        let other = try await granted(casework, [(.during, "every 6 months")])
        await #expect(throws: Refusal.condition(.conditionGrantInForce(1))) {
            try await casework.desk.perform(WaiveCondition(other, number: 1, reason: "x"))
        }
        await #expect(throws: Refusal.reasonRequired) {
            try await casework.desk.perform(WaiveCondition(reference, number: 1, reason: " "))
        }
    }

    @Test("a grant that ran out owes what follows its end, and what was overdue") func expired() async throws {
        let casework = try await Casework()
        let reference = try await granted(
            casework, [(nil, "within 30 days of end"), (.during, "within 30 days of grant")], daysAgo: 900)
        #expect(try await casework.company.answer(GrantView(reference)).legal.state == .expired)
        #expect(try await casework.company.answer(ConditionList(reference)).map(\.isOverdue) == [true, true])
    }

    @Test("a period that nobody kept is not one that was met") func fellAway() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting()
        try await casework.company.perform(WithdrawCase(reference, reason: "계획 변경"))
        let states = try await states(casework, reference)
        #expect(states["k4"] == .fellAway && states["k6"] == .fellAway)
        #expect(try await casework.desk.answer(ConsultationList()).map(\.state) == [.fellAway])
    }

    @Test("the public register tells the state and the last day of each grant") func register() async throws {
        let casework = try await Casework()
        let (lasting, ended) = (try await casework.decided(), try await casework.decided())
        try await end(casework, ended, .renounce)
        let expired = try await casework.decided()
        try await casework.age(expired, days: 900)
        struct Row: Equatable { var state: String, until, last, endedOn: CivilDate?, endedBy: String? }
        func row(_ reference: CaseReference) async throws -> Row {
            try await casework.database.administrator.write { session in
                try session.execute("SET LOCAL ROLE sandbox_public")
                return try session.one(
                    """
                    SELECT state, valid_until, in_force_until, ended_on, ended_by FROM register.grants WHERE reference = \(reference.description)
                    """
                ) { Row(state: $0, until: $1, last: $2, endedOn: $3, endedBy: $4) }
            }
        }
        let today = try await casework.desk.answer(Today())
        let promised = try #require(try await casework.company.answer(GrantView(lasting)).legal.endOn)
        #expect(
            try await row(ended)
                == Row(state: "ended", until: promised, last: today, endedOn: today, endedBy: "renounce"))
        for reference in [lasting, expired] {
            let legal = try await casework.company.answer(GrantView(reference)).legal
            let isOver = reference == expired
            #expect(
                try await row(reference)
                    == Row(
                        state: legal.state.rawValue, until: legal.endOn, last: legal.lastOn,
                        endedOn: isOver ? legal.lastOn : nil, endedBy: isOver ? "expiry" : nil))
        }
    }
}
