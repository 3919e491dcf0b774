import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("The pipeline", .database)
struct PipelineReportTests {
    private func pipeline(
        _ reader: Casework.Person, track: TrackCode? = nil, asOf: CivilDate? = nil
    ) async throws -> Pipeline {
        var query = PipelineReport()
        (query.track, query.asOf) = (track, asOf)
        return try await reader.answer(query)
    }

    /// Cases as they would be had they come to their stage so many days ago.
    private func age(_ reference: CaseReference, days: Int) async throws {
        try await TestDatabase.current.administrator.write { session in
            try session.simple("ALTER TABLE case_file DISABLE TRIGGER USER")
            try session.execute(
                """
                UPDATE case_file SET stage_since = stage_since - make_interval(days => \(days)::int)
                WHERE reference = \(reference.description)
                """)
            try session.simple("ALTER TABLE case_file ENABLE TRIGGER USER")
        }
    }

    @Test("each stage has its count, median and oldest; the counts add up to the total") func counts() async throws {
        let casework = try await Casework()
        let filed = [try await casework.filed(), try await casework.filed(), try await casework.filed()]
        _ = try await casework.received()
        for (reference, days) in zip(filed, [2, 30, 5]) { try await age(reference, days: days) }
        let report = try await pipeline(casework.desk)
        #expect(report.rows.map(\.stage) == [.filed, .received])
        #expect(report.rows.map(\.cases) == [3, 1])
        #expect(report.rows[0].medianDays == "5" && report.rows[0].oldestDays == 30)
        #expect(report.rows[0].oldest == filed[1].description)
        #expect(report.total?.cases == 4 && report.total?.oldestDays == 30)
    }

    @Test("the funnel counts who came to a step or further, on any day") func funnel() async throws {
        let casework = try await Casework()
        _ = try await casework.drafted()
        _ = try await casework.filed()
        _ = try await casework.received()
        _ = try await casework.consulting()
        _ = try await casework.decided()
        _ = try await casework.decided(.temporaryPermit)
        func funnel(_ track: TrackCode? = nil, asOf: CivilDate? = nil) async throws -> [Int] {
            var query = FunnelReport()
            (query.track, query.asOf) = (track, asOf)
            let steps = try await casework.desk.answer(query)
            #expect(steps.map(\.step) == ["filed", "received", "consulted", "decided", "granted"])
            return steps.map(\.cases)
        }
        #expect(try await funnel() == [5, 4, 3, 2, 2])
        #expect(try await funnel(.temporaryPermit) == [1, 1, 1, 1, 1])
        #expect(try await funnel(asOf: "2020-01-01") == [0, 0, 0, 0, 0])
        // Cases of the past went all the way on the day of their decision; another was rejected.
        _ = try await casework.desk.perform(ImportCases(try sampleData("historic_cases.csv"), file: nil))
        #expect(try await funnel() == [45, 44, 43, 42, 38])
        #expect(try await funnel(asOf: "2019-02-14") == [2, 2, 2, 2, 1])
    }

    @Test("ages are counted up to the day of the case's own authority; without an open case there is no day")
    func ageing() async throws {
        // In Brussels it is the day before.
        try await TestDatabase.current.travel(to: "2026-06-02", at: "01:00:00")
        let casework = try await Casework()
        let europe = String(decoding: try regimeFile("eu-ai-act.yaml"), as: UTF8.self)
        _ = try await casework.desk.perform(ApplyRegime(RegimeFile(yaml: Array(europe.utf8), file: "eu-ai-act.yaml")))
        let empty = try await casework.desk.answer(AgeingReport())
        #expect(empty.count == 7 && empty.allSatisfy { $0.asOf == nil && $0.cases == 0 })
        let old = try await casework.filed()
        try await age(old, days: 40)
        _ = try await casework.received()
        let rows = try await casework.desk.answer(AgeingReport())
        #expect(rows.allSatisfy { $0.asOf == "2026-06-02" })
        #expect(rows.map(\.cases) == [1, 0, 0, 1, 0, 0, 0] && rows[3].oldest == old.description)
    }

    @Test("a draft is counted for its company only") func drafts() async throws {
        let casework = try await Casework()
        _ = try await casework.drafted()
        #expect(try await pipeline(casework.company).rows.map(\.stage) == [.draft])
        #expect(try await pipeline(casework.desk).total == nil)
    }

    @Test("a past day is told from the event log; a case of the past counts from its decision") func past() async throws
    {
        let casework = try await Casework()
        let history = try sampleData("historic_cases.csv")
        _ = try await casework.desk.perform(ImportCases(history, file: nil))
        _ = try await casework.received()
        #expect(try await pipeline(casework.desk, asOf: "2019-02-13").total == nil)
        #expect(try await pipeline(casework.desk, asOf: "2019-02-14").total?.cases == 2)
        let year = try await pipeline(casework.desk, asOf: "2024-12-31")
        #expect(year.rows.allSatisfy { $0.stage == .decided })
        let permits = try await pipeline(casework.desk, track: .temporaryPermit)
        #expect(permits.rows.map(\.track) == [.temporaryPermit] && permits.total?.cases == 7)
        let today = try #require(try await pipeline(casework.desk).total?.asOf)
        let later = try await pipeline(casework.desk, asOf: today.adding(days: 1))
        let received = try #require(later.rows.first { $0.stage == .received })
        #expect(received.cases == 1 && received.oldestDays == 1)
        #expect(later.total?.cases == 41)
    }
}
