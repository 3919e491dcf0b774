import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// The questions people ask all day must not take longer as the register grows: they go by an index to the rows they
/// show, through every policy on the way.
@Suite("Plans on a register with years of work in it", .database(limit: .seconds(1_200)))
struct PlanTests {
    /// Tables that grow with the work. Organisations, reference data and roadmaps stay small.
    private static let growing: Set<String> = [
        "case_file", "exemption_item", "proposal_section", "attachment", "consultation", "case_ministry", "opinion",
        "supplement", "decision", "condition", "case_task", "event", "event_chain", "deadline", "deadline_stop",
        "lapse", "kept_deadline", "kept_grant", "kept_open_task", "ministry_deadline", "ministry_grant",
        "exemption_grant", "grant_act", "case_search", "case_law",
    ]

    /// - Parameter maximum: how many rows of one table may be touched.
    private func check<Q: Query>(
        _ volume: Volume, _ person: String, _ query: Q, maximum: Int = 1_000, line: Int = #line
    ) async throws {
        let touched = try await volume.touched(person, query)
        #expect(
            touched.contains { Self.growing.contains($0.table) && $0.rows > 0 },
            "\(person), line \(line): no plan was seen")
        for touch in touched where Self.growing.contains(touch.table) {
            #expect(touch.node != "Seq Scan" || touch.rows == 0, "\(person), line \(line): \(touch)")
            #expect(touch.rows <= maximum, "\(person), line \(line): \(touch)")
        }
    }

    private func list(_ edit: (inout CaseList) -> Void = { _ in }) -> CaseList {
        var list = CaseList()
        list.limit = 50
        edit(&list)
        return list
    }

    @Test("lists of cases, what waits for somebody, rounds of consultation, one case") func plans() async throws {
        let volume = try await Volume.make()
        try await lists(volume)
        try await openTasks(volume)
        try await deadlines(volume)
        try await grants(volume)
        try await organisations(volume)
        try await one(volume)
        try await roadmap(volume)
        try await searches(volume)
    }

    /// The staff goes by the index of letters, who sees some cases by those.
    private func searches(_ volume: Volume) async throws {
        for words in ["4321", "서비스 43211", "기업 7 법 21"] {
            var search = try CaseSearch(words)
            search.limit = 50
            for person in ["desk", "analyst"] { try await check(volume, person, search, maximum: 3_000) }
            for person in ["company", "rareministry"] { try await check(volume, person, search, maximum: 3_000) }
        }
        var found = list { $0.search = try? SearchWords("서비스 43211") }
        try await check(volume, "desk", found, maximum: 3_000)
        found.stages = [.decided]
        try await check(volume, "desk", found, maximum: 12_000)
    }

    private func roadmap(_ volume: Volume) async throws {
        var matches = MatchingCases(try TaskReference("plan/P7"))
        matches.limit = 50
        for person in ["desk", "company"] { try await check(volume, person, matches, maximum: 2_000) }
        try await check(volume, "desk", TaskView(TaskReference("plan/P7")), maximum: 200)
    }

    private func lists(_ volume: Volume) async throws {
        let today = try await Tracker(volume.test.conninfo()).answer(Today())
        for person in ["desk", "analyst", "company"] { try await check(volume, person, list()) }
        try await check(volume, "rareministry", list(), maximum: 2_000)
        // Of a ministry that was asked in every third case the ids of all of those are read, from the index alone.
        try await check(volume, "busyministry", list(), maximum: 20_000)
        try await check(volume, "desk", list { $0.stages = [.filed] }, maximum: 4_000)
        for person in ["desk", "analyst", "company", "busyministry", "rareministry"] {
            try await check(volume, person, list { $0.stages = [.filed, .received, .consulting] }, maximum: 1_000)
        }
        try await check(
            volume, "desk",
            list {
                $0.stages = [.received]; $0.tracks = [.demonstration]
            }, maximum: 12_000)
        try await check(volume, "desk", list { $0.company = "기업 7" })
        try await check(volume, "desk", list { $0.ministry = "부처 40" }, maximum: 10_000)
        try await check(volume, "desk", list { $0.changedSince = today.adding(days: -2) })
        try await check(
            volume, "desk",
            list {
                $0.changedSince = today.adding(days: -2); $0.limit = nil
            }, maximum: 6_000)
        try await check(volume, "company", list { $0.waitingOn = .applicant })
    }

    private func openTasks(_ volume: Volume) async throws {
        try await check(volume, "company", Inbox())
        try await check(volume, "rareministry", Inbox())
        // The desk reads the first page of what it has to do, and nothing else of the register.
        var page = Inbox()
        page.limit = 50
        try await check(volume, "desk", page)
        try await check(volume, "desk", list { $0.waitingOn = .desk }, maximum: 5_000)
        try await check(volume, "rareministry", ConsultationList(), maximum: 2_000)
        try await check(volume, "company", ConsultationList())
        var open = ConsultationList()
        open.openOnly = true
        try await check(volume, "rareministry", open, maximum: 2_000)
        open.ministry = "부처 40"
        try await check(volume, "desk", open, maximum: 2_000)
    }

    /// Nobody reads more deadlines than are shown, also where rights were lost before, and a ministry no more than it owes.
    private func deadlines(_ volume: Volume) async throws {
        var deadlines = DeadlineList()
        deadlines.limit = 50
        for person in everybody { try await check(volume, person, deadlines, maximum: 200) }
        for edit in [{ $0.overdueOnly = true }, { $0.withinDays = 30 }] as [(inout DeadlineList) -> Void] {
            var some = deadlines
            edit(&some)
            // The busiest ministry reads what it has itself, by a bitmap.
            for person in everybody {
                try await check(volume, person, some, maximum: person == "busyministry" ? 10_000 : 1_000)
            }
        }
        deadlines.limit = nil
        deadlines.mineOnly = true
        try await check(volume, "company", deadlines)
        try await check(volume, "rareministry", deadlines)
    }

    /// Of thousands of companies the first by kind and name.
    private func organisations(_ volume: Volume) async throws {
        var organisations = OrganisationList()
        organisations.limit = 50
        for touch in try await volume.touched("desk", organisations) where touch.table == "organisation" {
            #expect(touch.rows <= 60, "\(touch)")
        }
    }

    private let everybody = ["desk", "analyst", "company", "busyministry", "rareministry"]

    /// Of thousands of grants those that are shown.
    private func grants(_ volume: Volume) async throws {
        var grants = GrantList()
        grants.limit = 50
        for person in everybody { try await check(volume, person, grants, maximum: 300) }
        // By what a state is asked for is known of each grant alone; who sees some grants walks those.
        grants.states = [.preparing]
        for person in ["company", "rareministry"] { try await check(volume, person, grants, maximum: 600) }
    }

    private func one(_ volume: Volume) async throws {
        let reference = try await volume.test.administrator.read { session in
            try session.one(
                """
                SELECT reference FROM case_file AS c JOIN organisation AS o ON o.organisation_id = c.company_id
                WHERE o.name = '기업 7' AND stage = 'decided' ORDER BY case_file_id DESC LIMIT 1
                """, as: String.self)
        }
        let subject = try CaseReference(reference)
        for person in ["desk", "company"] {
            try await check(volume, person, CaseView(subject), maximum: 100)
            try await check(volume, person, CaseHistory(subject), maximum: 100)
            try await check(volume, person, ExplainDeadlines(subject), maximum: 100)
            try await check(volume, person, WaitingFor(subject), maximum: 100)
            var rounds = ConsultationList()
            rounds.reference = subject
            try await check(volume, person, rounds, maximum: 100)
            var log = AuditLog()
            (log.reference, log.limit) = (subject, 50)
            try await check(volume, person, log, maximum: 100)
        }
    }
}
