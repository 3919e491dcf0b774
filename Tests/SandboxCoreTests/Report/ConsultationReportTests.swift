import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("The consultations", .database)
struct ConsultationReportTests {
    /// Lets the consultation of a ministry have begun so many days ago.
    private func age(_ ministry: String, days: Int, stop: ClosedRange<Int>? = nil) async throws {
        try await TestDatabase.current.administrator.write { session in
            try session.simple("SET LOCAL search_path TO sandbox, public; SET LOCAL session_replication_role = replica")
            let shift = "\(days) days"
            try session.execute("UPDATE case_file SET filed_at = filed_at - \(shift)::interval")
            try session.execute(
                """
                UPDATE consultation AS k SET sent_at = sent_at - \(shift)::interval,
                    notified_at = notified_at - \(shift)::interval, notified_on = notified_on - \(Int64(days))::integer
                FROM organisation AS o WHERE o.organisation_id = k.ministry_id AND o.name = \(ministry)
                """)
            try session.execute(
                """
                UPDATE deadline AS c SET started_on = started_on - \(Int64(days))::integer
                FROM organisation AS o
                WHERE o.organisation_id = c.organisation_id AND o.name = \(ministry) AND c.subject = 'consultation'
                """)
            guard let stop else { return }
            try session.execute(
                """
                INSERT INTO deadline_stop (deadline_id, case_file_id, cause, began_on, ended_on)
                SELECT c.deadline_id, c.case_file_id, 'supplement-by-debtor',
                    c.started_on + \(Int64(stop.lowerBound))::integer, c.started_on + \(Int64(stop.upperBound))::integer
                FROM deadline AS c JOIN organisation AS o USING (organisation_id)
                WHERE o.name = \(ministry) AND c.subject = 'consultation'
                """)
        }
    }

    private func lines(_ reader: Casework.Person, _ change: (inout ConsultationReport) -> Void = { _ in }) async throws
        -> [String]
    {
        var report = ConsultationReport()
        change(&report)
        let answer = try await reader.answer(report)
        return (answer.rows + (answer.total.map { [$0] } ?? [])).map { row in
            let days = [row.medianDays, row.ninetiethDays.map(String.init)].map { $0 ?? "-" }.joined(separator: "/")
            return "\(row.ministry ?? row.track?.code ?? "total") sent \(row.sent) open \(row.open) "
                + "overdue \(row.overdue) answered \(row.answered) lapsed \(row.lapsed) closed \(row.closed) "
                + "days \(days) supplements \(row.supplements)"
        }
    }

    @Test("a ministry's answers take the days its deadline counted, stops left out; what is late is overdue")
    func ministries()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.consulting(with: ["문화체육관광부", "개인정보보호위원회"])
        try await age("문화체육관광부", days: 20, stop: 5...10)
        try await age("개인정보보호위원회", days: 60)
        try await casework.pipc.perform(AskSupplement(reference, request: "자료"))
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        let expected = [
            "개인정보보호위원회 sent 1 open 1 overdue 1 answered 0 lapsed 0 closed 0 days -/- supplements 1",
            "문화체육관광부 sent 1 open 0 overdue 0 answered 1 lapsed 0 closed 0 days 14/14 supplements 0",
        ]
        let total = "total sent 2 open 1 overdue 1 answered 1 lapsed 0 closed 0 days 14/14 supplements 1"
        #expect(try await lines(casework.analyst) == expected + [total])
        #expect(try await lines(casework.company) == expected + [total])
        #expect(
            try await lines(casework.desk) { $0.by = .track }
                == [total.replacing("total", with: "demonstration"), total])
        #expect(try await lines(casework.desk) { $0.track = .temporaryPermit } == [])
        // Nobody who sees nothing of the case sees a figure of it.
        #expect(try await lines(casework.rival) == [])
        // Yesterday nothing had been answered; both had been told.
        let today = try #require(try await casework.desk.answer(ConsultationReport()).total?.asOf)
        #expect(
            try await lines(casework.desk) { $0.asOf = today.adding(days: -1) }.last
                == "total sent 2 open 2 overdue 1 answered 0 lapsed 0 closed 0 days -/- supplements 0")
        #expect(try await lines(casework.desk) { $0.asOf = today.adding(days: -100) } == [])
    }

    @Test("what is open when the case is returned is closed, and no longer overdue") func closed() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting()
        try await age("문화체육관광부", days: 60)
        try await casework.desk.perform(ReturnCase(reference, reason: "요건에 맞지 않음"))
        #expect(
            try await lines(casework.desk).first
                == "문화체육관광부 sent 1 open 0 overdue 0 answered 0 lapsed 0 closed 1 days -/- supplements 0")
    }
}
