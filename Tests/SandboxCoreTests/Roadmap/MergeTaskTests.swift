import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("The reform graph", .database)
struct MergeTaskTests {
    private func cases(_ law: Lawmaking) async throws -> [CaseReference] {
        _ = try await law.desk.perform(ImportCases(try sampleData("historic_cases.csv"), file: nil))
        return try await law.desk.importedCases()
    }

    @Test("a merge keeps every link, both slip histories and the old reference") func merging() async throws {
        let law = try await Lawmaking()
        _ = try await law.history()
        let (old, new) = (try law.ref("ai-2020/P05"), try law.ref("ai-2025/T01"))
        let cases = try await cases(law)
        _ = try await law.desk.perform(LinkCases(old, to: [cases[0], cases[1]]))
        _ = try await law.desk.perform(LinkCases(new, to: [cases[1], cases[2]]))
        let before = try #require(try await law.milestone("ai-2020/P05", .passed))
        let merged = try await law.desk.perform(MergeTask(old, into: new, reason: "2025년 로드맵 과제로 통합"))
        #expect(merged.cases == 3 && merged.status == .merged)

        let detail = try await law.desk.answer(TaskView(old))
        #expect(detail.summary.status == .merged && detail.graph.continuedBy == new)
        #expect(detail.graph.statusReason == "2025년 로드맵 과제로 통합")
        #expect(detail.cases.map(\.reference) == [cases[0], cases[1]])
        let heir = try await law.desk.answer(TaskView(new))
        #expect(heir.cases.map(\.reference) == [cases[0], cases[1], cases[2]])
        #expect(heir.graph.provisions.map(\.law) == ["저작권 공정이용 가이드라인", "저작권법"])
        #expect(heir.graph.continues.map(\.reference) == [old])
        // What was said of both, in the order in which it was said.
        #expect(heir.graph.sayings.map(\.reference) == [old, new, old])
        #expect(heir.graph.sayings.map(\.isBaseline) == [true, true, false])
        let after = try #require(try await law.milestone("ai-2020/P05", .passed))
        #expect(after.promised == before.promised && after.promises == 2 && after.slipDays == before.slipDays)

        // What became of the old promise is measured by the new task from now on.
        var forecast = PromiseMilestone(new, .passed, said: DatePhrase("2027"))
        forecast.reason = "개정안 준비"
        _ = try await law.ministry.perform(forecast)
        let measured = try #require(try await law.milestone("ai-2020/P05", .passed))
        #expect(measured.promisedTo == "2021-12-31" && measured.forecastTo == "2027-12-31" && measured.slipDays == 2191)
        #expect(try await law.milestone("ai-2020/P05", .passed, asOf: "2025-11-27")?.slipDays == 1427)

        // The old one is spoken of no more.
        await #expect(throws: Refusal.roadmap(.taskContinued("ai-2025/T01"))) {
            try await law.ministry.perform(PromiseMilestone(old, nil, said: DatePhrase("2028")))
        }
        await #expect(throws: Refusal.roadmap(.taskContinued("ai-2025/T01"))) {
            try await law.desk.perform(MergeTask(old, into: law.ref("ai-2025/T02"), reason: "x"))
        }
        await #expect(throws: Refusal.roadmap(.taskEnded("ai-2020/P05", .merged))) {
            try await law.desk.perform(MergeTask(new, into: old, reason: "x"))
        }
        let error = try await #require(throws: PostgresError.self) {
            try await law.administer(
                "UPDATE reform_task SET status = 'planned', status_reason = 'x' WHERE status = 'merged'")
        }
        #expect(error.constraint == "reform_task_status_guard")
    }

    @Test("one task is in several roadmaps: one status, one history, and a target there is one more promise")
    func several()
        async throws
    {
        let law = try await Lawmaking()
        let task = try law.ref("ai-2020/P05")
        var enter = EnterTask(task, into: try RoadmapCode("ai-2025"), as: "T07")
        (enter.target, enter.targetKind) = (DatePhrase("2027"), .passed)
        let entered = try await law.desk.perform(enter)
        #expect(entered.description == "ai-2025/T07")
        let row = try #require(try await law.milestone("ai-2025/T07", .passed))
        #expect(row.promisedTo == "2021-12-31" && row.forecastTo == "2027-12-31" && row.forecastOn == "2025-11-27")
        #expect(try await law.desk.answer(TaskView(task)).others == [entered])
        _ = try await law.ministry.perform(UpdateTask(entered, status: .drafting, version: 1))
        #expect(try await law.desk.answer(TaskView(task)).summary.status == .drafting)
        await #expect(throws: Conflict.self) { try await law.desk.perform(enter) }
        await #expect(throws: Conflict.self) {
            try await law.desk.perform(EnterTask(law.ref("ai-2020/P06"), into: RoadmapCode("ai-2025"), as: "t07"))
        }
        // A roadmap that was adopted before the first promise of a task did not make it.
        _ = try await law.desk.perform(PromiseMilestone(law.ref("ai-2025/T02"), .inForce, said: DatePhrase("2027")))
        var earlier = EnterTask(try law.ref("ai-2025/T02"), into: try RoadmapCode("ai-2020"), as: "P90")
        earlier.target = DatePhrase("2021")
        let today = try await law.desk.answer(Today())
        await #expect(throws: Refusal.roadmap(.beforeBaseline(today))) { try await law.desk.perform(earlier) }
    }

    @Test("a chain of merges leads to its last task; only the desk merges, and no task into itself") func chains()
        async throws
    {
        let law = try await Lawmaking()
        let (first, second, third) = (
            try law.ref("ai-2020/P05"), try law.ref("ai-2025/T01"), try law.ref("ai-2025/T02")
        )
        await #expect(throws: NotPermitted(role: .ministry, needed: [.desk])) {
            try await law.ministry.perform(MergeTask(first, into: second, reason: "x"))
        }
        await #expect(throws: BadInput.self) { try await law.desk.perform(MergeTask(first, into: first, reason: "x")) }
        _ = try await law.desk.perform(MergeTask(first, into: second, reason: "통합"))
        _ = try await law.desk.perform(MergeTask(second, into: third, reason: "대체", isSuperseded: true))
        _ = try await law.ministry.perform(PromiseMilestone(third, .passed, said: DatePhrase("2028")))
        #expect(try await law.milestone("ai-2020/P05", .passed)?.forecastTo == "2028-12-31")
        let merged = try await law.desk.answer(TaskList()).filter { $0.status == .merged || $0.status == .superseded }
        #expect(merged.map(\.reference) == [first, second])
    }

    @Test("of two merges around a circle at the same moment one is refused") func circle() async throws {
        let law = try await Lawmaking()
        let (one, other) = (try law.ref("ai-2020/P05"), try law.ref("ai-2025/T01"))
        let twin = try law.test.tracker(as: law.deskName)
        async let there = Result { try await law.desk.perform(MergeTask(one, into: other, reason: "x")) }
        async let back = Result { try await twin.perform(MergeTask(other, into: one, reason: "x")) }
        let done = await [there, back].filter { if case .success = $0 { true } else { false } }
        #expect(done.count == 1)
    }

    @Test("a case that names a provision a task changes is found, until it is linked; each sees those of its own cases")
    func matching() async throws {
        let casework = try await Casework()
        let reference = try await casework.received()
        var several = ProposalDocument.complete(.temporaryPermit)
        several.proposal.exemptions[0].article = "제16조, 제35조의5"
        let filed = try await casework.company.perform(FileCase(several, papers: PaperFile.complete(.temporaryPermit)))
        let other = try await casework.desk.perform(ReceiveCase(filed.reference)).reference
        let bytes = try sampleData("ai_law_roadmap_2020.csv")
        try await casework.desk.perform(ImportRoadmap(bytes, file: nil, code: RoadmapCode("ai-2020"), name: "로드맵"))
        let task = try TaskReference("ai-2020/P06")
        #expect(try await casework.desk.answer(MatchingCases(task)).isEmpty)
        let provision = Provision(law: "저작권법", article: "제35조의5")
        let edited = try await casework.desk.perform(EditProvisions(task, add: provision))
        #expect(edited.isChanged && edited.provision.level == .act)
        #expect(try await casework.desk.perform(EditProvisions(task, add: provision)).isChanged == false)
        #expect(try await casework.desk.answer(MatchingCases(task)).map(\.reference) == [reference, other])
        try await casework.desk.perform(LinkCases(task, to: [reference]))
        #expect(try await casework.desk.answer(MatchingCases(task)).map(\.reference) == [other])
        #expect(try await casework.rival.answer(MatchingCases(task)).isEmpty)
        #expect(try await casework.company.answer(MatchingCases(task)).map(\.reference) == [other])
        // The law as a whole counts for each of its articles; another article does not.
        #expect(try await casework.desk.answer(MatchingCases(TaskReference("ai-2020/P05"))).count == 2)
        try await casework.desk.perform(EditProvisions(task, remove: provision))
        try await casework.desk.perform(EditProvisions(task, add: Provision(law: "저작권법", article: "제28조")))
        #expect(try await casework.desk.answer(MatchingCases(task)).isEmpty)
        await #expect(throws: NotPermitted(role: .ministry, needed: [.desk])) {
            try await casework.mcst.perform(EditProvisions(task, add: provision))
        }
        await #expect(throws: NotFound(.provision, "없는 법")) {
            try await casework.desk.perform(EditProvisions(task, remove: Provision(law: "없는 법")))
        }
    }

    @Test("the name of a law tells its level by the longest ending that fits") func levels() async throws {
        let levels = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT concat_ws(' ', law, level_of_law(law)) FROM unnest(ARRAY['저작권법', '저작권법 시행령', '저작권법 시행규칙',
                    '국민건강보험 관계 법령', '공정이용 가이드라인', '표준 고시', '운영 훈령', '대통령령', '무엇']) AS law
                """, as: String.self)
        }
        #expect(
            levels == [
                "저작권법 act", "저작권법 시행령 decree", "저작권법 시행규칙 ordinance", "국민건강보험 관계 법령", "공정이용 가이드라인 guideline",
                "표준 고시 notice", "운영 훈령 notice", "대통령령 decree", "무엇",
            ])
    }

    @Test("references are noted by those who owe the task, once, and taken away by the desk") func references()
        async throws
    {
        let law = try await Lawmaking()
        let task = try law.ref("ai-2020/P05")
        var bill = EditReferences(task, .bill, "의안번호 2200001")
        bill.datedOn = "2026-09-01"
        #expect(try await law.ministry.perform(bill).isChanged)
        #expect(try await law.ministry.perform(bill).isChanged == false)
        #expect(try await law.desk.answer(TaskView(task)).graph.references.map(\.text) == ["의안번호 2200001"])
        await #expect(throws: Refusal.roadmap(.taskNotOwed(["법무부"]))) {
            try await law.ministry.perform(EditReferences(law.ref("ai-2020/P09"), .bill, "1"))
        }
        await #expect(throws: NotPermitted(role: .ministry, needed: [.desk])) {
            try await law.ministry.perform(EditReferences(task, .bill, "의안번호 2200001", isRemoval: true))
        }
        #expect(try await law.desk.perform(EditReferences(task, .bill, "의안번호 2200001", isRemoval: true)).isChanged)
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
