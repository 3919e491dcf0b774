import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("What a regime owes as a whole", .database)
struct RegimeDutyTests {
    private func applied(_ casework: Casework) async throws {
        try await casework.desk.perform(
            ApplyRegime(RegimeFile(yaml: try regimeFile("eu-ai-act.yaml"), file: nil)))
    }

    private func due(_ person: Casework.Person) async throws -> [String] {
        try await person.answer(RegimeDuties(of: "eu-ai-act")).map {
            "\($0.rule) \($0.done) \($0.startedOn) \($0.dueOn?.description ?? "-") \($0.daysLeft ?? 0)"
        }
    }

    @Test("an annual report: a year after the sandbox was established and every year, however late the last one was")
    func annual() async throws {
        try await TestDatabase.current.travel(to: "2027-06-01")
        let casework = try await Casework()
        try await applied(casework)
        #expect(try await due(casework.desk).isEmpty)
        let next = try await casework.desk.perform(
            RecordRegimeEvent("eu-ai-act", event: "established", on: "2026-08-02", text: "Decision 1/2026"))
        #expect(next.map(\.dueOn) == ["2027-08-02"])
        #expect(try await due(casework.company) == ["annual-report 0 2026-08-02 2027-08-02 62"])
        let waiting = try #require(try await casework.desk.answer(Inbox()).first)
        #expect((waiting.task, waiting.reference) == (.discharge, .regime("eu-ai-act")))
        #expect(waiting.dueOn == "2027-08-02" && waiting.daysLeft == 62)

        // Late by a month: the next is due on its day all the same, and 2 August 2028 is a Wednesday.
        try await casework.database.travel(to: "2027-09-01")
        #expect(try await due(casework.desk) == ["annual-report 0 2026-08-02 2027-08-02 -30"])
        try await casework.desk.perform(RecordRegimeEvent("eu-ai-act", event: "annual-reported"))
        #expect(try await due(casework.desk) == ["annual-report 1 2027-08-02 2028-08-02 336"])
        #expect(try await casework.desk.answer(Inbox()).isEmpty)
        #expect(try await casework.auditor.answer(AuditVerify()).breaks.isEmpty)
        // 2 August 2031 is a Saturday.
        for day in ["2028-08-01", "2029-08-01", "2030-08-01"] as [CivilDate] {
            try await casework.database.travel(to: day)
            try await casework.desk.perform(RecordRegimeEvent("eu-ai-act", event: "annual-reported"))
        }
        #expect(try await due(casework.desk) == ["annual-report 4 2030-08-02 2031-08-04 368"])
    }

    @Test("is recorded by the desk, as it happened, and stays as it is") func refusals() async throws {
        try await TestDatabase.current.travel(to: "2027-06-01")
        let casework = try await Casework()
        try await applied(casework)
        func refusal(_ event: String, _ day: CivilDate? = nil, _ person: Casework.Person? = nil) async -> (any Error)? {
            do {
                try await (person ?? casework.desk).perform(RecordRegimeEvent("eu-ai-act", event: event, on: day))
                return nil
            } catch { return error }
        }
        for person in [casework.company, casework.mcst, casework.analyst] {
            #expect(await refusal("established", nil, person) is NotPermitted)
        }
        #expect((await refusal("exit") as? BadInput)?.issues.first?.problem.code == .unknownWord)
        #expect(await refusal("annual-reported") as? Refusal == .regime(.notBegun))
        #expect(await refusal("established", "2027-06-02") as? Refusal == .dateInFuture("2027-06-02"))
        #expect(await refusal("established", "2026-08-02") == nil)
        #expect(await refusal("established", "2026-08-03") as? Refusal == .regime(.begun("2026-08-02")))
        #expect(await refusal("annual-reported", "2026-08-01") as? Refusal == .regime(.notBegun))
        #expect(await refusal("annual-reported") == nil)
        #expect(await refusal("annual-reported") as? Refusal == .regime(.begun("2027-06-01")))
        let nowhere = await #expect(throws: NotFound.self) {
            try await casework.desk.perform(RecordRegimeEvent("nowhere", event: "established"))
        }
        #expect(nowhere?.kind == .regime)

        func refused(_ person: Casework.Person, _ sql: SQL) async throws -> String? {
            do {
                try await TestDatabase.current.database(as: person.name).write { try $0.execute(sql) }
                return nil
            } catch let error as PostgresError { return error.constraint ?? error.state?.rawValue }
        }
        func record(_ event: String, _ day: String) -> SQL {
            "INSERT INTO regime_event (regime, event, on_day) VALUES ('eu-ai-act', \(event), \(day)::date)"
        }
        #expect(try await refused(casework.company, record("annual-reported", "2027-05-01")) == "42501")
        #expect(try await refused(casework.desk, record("exit", "2027-05-01")) == "regime_event_subject_guard")
        #expect(try await refused(casework.desk, record("annual-reported", "2027-06-02")) == "regime_event_date_guard")
        #expect(try await refused(casework.desk, record("established", "2027-05-01")) == "regime_event_once_guard")
        #expect(try await refused(casework.desk, record("annual-reported", "2026-08-01")) == "regime_event_start_guard")
        #expect(try await refused(casework.desk, record("annual-reported", "2027-06-01")) == "regime_event_day_key")
        #expect(try await refused(casework.desk, "DELETE FROM regime_event") == "42501")
    }
}
