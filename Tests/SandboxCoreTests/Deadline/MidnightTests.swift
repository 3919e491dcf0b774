import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// A day ends at midnight where the regime is: not at the server's, nor at another regime's.
@Suite("Around midnight", .database)
struct MidnightTests {
    /// The last second of a day, and the first of the next, in the zone of a regime.
    enum Edge: String, CaseIterable {
        case lastSecond = "23:59:59"
        case midnight = "00:00:00"

        /// How many days after the day in question it is.
        var days: Int { self == .lastSecond ? 0 : 1 }
    }

    private static let seoul = "Asia/Seoul"
    private static let brussels = "Europe/Brussels"

    private func travel(_ edge: Edge, of day: CivilDate, in zone: String) async throws {
        let day = try #require(day.adding(days: edge.days))
        try await TestDatabase.current.travel(to: day, at: edge.rawValue, in: zone)
    }

    private func applyEurope(_ casework: Casework) async throws {
        try await casework.desk.perform(
            ApplyRegime(RegimeFile(yaml: try regimeFile("eu-ai-act.yaml"), file: "eu-ai-act.yaml")))
    }

    @Test("the number of a case has the year in which it was filed, in its regime's zone", arguments: Edge.allCases)
    func years(edge: Edge) async throws {
        try await travel(edge, of: "2026-12-31", in: Self.seoul)
        let casework = try await Casework()
        try await applyEurope(casework)
        let year = 2026 + edge.days
        #expect(try await casework.filed().description == "DE-\(year)-0001")
        // In Brussels it is still the afternoon of 31 December.
        #expect(try await casework.filedInEurope().description == "AIA-2026-0001")
        try await travel(edge, of: "2026-12-31", in: Self.brussels)
        #expect(
            try await casework.filedInEurope().description == (edge == .midnight ? "AIA-2027-0001" : "AIA-2026-0002"))
        // In Seoul it is the morning of 1 January.
        #expect(try await casework.filed(.temporaryPermit).description == "TP-2027-0001")
    }

    @Test("a period begins on the day of its event", arguments: Edge.allCases) func begins(edge: Edge) async throws {
        try await travel(edge, of: "2026-03-03", in: Self.seoul)
        let casework = try await Casework()
        let reference = try await casework.consulting()
        let reply = try #require(try await casework.mcst.answer(DeadlineList()).first { $0.rule == "k4" })
        #expect(reply.startedOn == (edge == .lastSecond ? "2026-03-03" : "2026-03-04"))
        // Thirty days, the first day not counted.
        #expect(reply.dueOn == (edge == .lastSecond ? "2026-04-02" : "2026-04-03"))
        #expect(try await casework.auditor.answer(CheckDeadlines()).contradictions.isEmpty, "\(reference)")
    }

    @Test(
        "a reply is in time until the last second of the last day; then the silence has its meaning",
        arguments: Edge.allCases)
    func lapses(edge: Edge) async throws {
        try await TestDatabase.current.travel(to: "2026-03-04")
        let casework = try await Casework()
        let reference = try await casework.consulting(.rapidConfirmation)
        let due = try #require(try await casework.analyst.answer(DeadlineList()).first?.dueOn)
        try await travel(edge, of: due, in: Self.seoul)
        let reply = ReplyToConsultation(reference, opinion: .agree)
        if edge == .lastSecond {
            try await casework.mcst.perform(reply)
        } else {
            await #expect(throws: Refusal.consultation(.replyLapsed(due))) { try await casework.mcst.perform(reply) }
        }
        #expect(
            try await casework.auditor.answer(ConsultationList()).map(\.state)
                == [edge == .lastSecond ? .met : .lapsed])
    }

    @Test("a period is extended until the last second of its last day", arguments: Edge.allCases)
    func extends(edge: Edge) async throws {
        try await TestDatabase.current.travel(to: "2026-03-04")
        let casework = try await Casework()
        let tabling = DeadlineReference(try await casework.received(), 1)
        let due = try #require(try await casework.desk.answer(DeadlineList()).first { $0.rule == "k6" }?.dueOn)
        try await travel(edge, of: due, in: Self.seoul)
        let act = ExtendDeadline(tabling, reason: "일정")
        if edge == .lastSecond {
            #expect(try await casework.desk.perform(act).state == .running)
        } else {
            await expectRefusal(.deadline(.extensionTooLate)) { try await casework.desk.perform(act) }
        }
    }

    @Test("a returned case is objected to until the last second of the last day", arguments: Edge.allCases)
    func objects(edge: Edge) async throws {
        try await TestDatabase.current.travel(to: "2026-03-04")
        let world = try await World.make()
        try await world.run(
            .desk, "UPDATE case_file SET stage = 'returned', closing_reason = '반려' WHERE case_file_id = 4")
        let until = try await world.test.administrator.read {
            try $0.one(
                "SELECT act_until('disposition-received', case_file_id, disposition_id) FROM disposition",
                as: CivilDate.self)
        }
        try await travel(edge, of: until, in: Self.seoul)
        let object = """
            INSERT INTO objection (disposition_id, case_file_id, statement)
            SELECT disposition_id, case_file_id, '이의' FROM disposition
            """
        let refused = try await world.refusal(.companyB, object)?.constraint
        #expect(refused == (edge == .lastSecond ? nil : "objection_date_guard"))
    }

    @Test(
        "a duty of a European regime is late from midnight in Brussels, when it is morning in Seoul",
        arguments: Edge.allCases)
    func duties(edge: Edge) async throws {
        try await TestDatabase.current.travel(to: "2027-06-01")
        let casework = try await Casework()
        try await applyEurope(casework)
        try await casework.desk.perform(RecordRegimeEvent("eu-ai-act", event: "established", on: "2026-08-02"))
        try await travel(edge, of: "2027-08-02", in: Self.brussels)
        let duty = try #require(try await casework.desk.answer(RegimeDuties(of: "eu-ai-act")).first)
        #expect(duty.dueOn == "2027-08-02" && duty.daysLeft == -edge.days)
    }

    @Test("what happens tomorrow in one regime is recorded today in no other", arguments: Edge.allCases)
    func records(edge: Edge) async throws {
        try await travel(edge, of: "2027-06-01", in: Self.brussels)
        let casework = try await Casework()
        try await applyEurope(casework)
        let (day, next): (CivilDate, CivilDate) =
            edge == .lastSecond ? ("2027-06-01", "2027-06-02") : ("2027-06-02", "2027-06-03")
        await #expect(throws: Refusal.dateInFuture(next)) {
            try await casework.desk.perform(RecordRegimeEvent("eu-ai-act", event: "established", on: next))
        }
        try await casework.desk.perform(RecordRegimeEvent("eu-ai-act", event: "established", on: day))
    }
}
