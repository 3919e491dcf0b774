import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("The law roadmap", .database)
struct RoadmapTests {
    private func ref(_ text: String) throws -> TaskReference { try TaskReference(text) }

    private func imported() async throws -> (TestDatabase, Tracker) {
        let test = try TestDatabase.current
        let desk = try test.tracker(as: try await test.person(.desk, of: "과학기술정보통신부"))
        _ = try await desk.perform(sample())
        return (test, desk)
    }

    private func sample(_ change: (String) -> String = { $0 }) throws -> ImportRoadmap {
        let text = String(decoding: try sampleData("ai_law_roadmap_2020.csv"), as: UTF8.self)
        return ImportRoadmap(
            Array(change(text).utf8), file: "r.csv", code: try RoadmapCode("ai-2020"), name: "인공지능 법·제도·규제 정비 로드맵",
            adoptedOn: "2020-12-24")
    }

    @Test("the sample file: tasks in their order with ministries, laws and the days their targets mean")
    func importing() async throws {
        let (_, desk) = try await imported()
        let tasks = try await desk.answer(TaskList())
        #expect(tasks.map(\.reference.number) == (1...19).map { "P" + ($0 < 10 ? "0" : "") + "\($0)" })
        let copyright = try #require(tasks.first { $0.reference.number == "P05" })
        #expect(copyright.ministries == [Attributed(name: "문화체육관광부", isConfirmed: false)])
        #expect(copyright.laws.map(\.name) == ["저작권법"] && copyright.status == .planned)
        #expect(copyright.targetKind == .passed && tasks[12].targetKind == .inForce)
        #expect(copyright.targetTo == "2021-12-31" && copyright.isOverdue == true)
        #expect(tasks[0].status == .inForce && tasks[0].isOverdue == false && tasks[2].isOverdue == nil)
        var filtered = TaskList()
        filtered.law = "저작권법"
        #expect(try await desk.answer(filtered).map(\.reference.number) == ["P05", "P08"])
        filtered = TaskList()
        filtered.ministry = "법무부"
        filtered.statuses = [.undetermined]
        #expect(try await desk.answer(filtered).map(\.reference.number) == ["P09", "P10"])
        filtered.roadmap = try RoadmapCode("ai-2021")
        await #expect(throws: NotFound(.roadmap, "ai-2021", suggestion: "ai-2020")) { try await desk.answer(filtered) }
    }

    @Test(
        "a second import of the same file changes nothing, of another file is a conflict, and what ministries said stays"
    )
    func again() async throws {
        let (_, desk) = try await imported()
        _ = try await desk.perform(UpdateTask(ref("ai-2020/P06"), status: .drafting, version: 1))
        let again = try await desk.perform(sample())
        #expect(again.added == 0 && again.unchanged == 19)
        let error = try await #require(throws: Conflict.self) {
            try await desk.perform(sample { $0.replacing("2021 상반기", with: "2022").replacing("P19", with: "P20") })
        }
        #expect(error.fields.contains(.init("P01.target", yours: "2022", theirs: "2021 상반기")))
        #expect(error.fields.contains { $0.name == "P19" && $0.yours == nil })
        #expect(try await desk.answer(TaskList())[5].status == .drafting)
    }

    @Test("only the desk imports and links; nothing is left of a bad file") func strangers() async throws {
        let test = try TestDatabase.current
        for (role, organisation) in [(GroupRole.analyst, nil), (.ministry, "법무부"), (.operator, nil)]
            as [(GroupRole, String?)]
        {
            let tracker = try test.tracker(as: try await test.person(role, of: organisation))
            await #expect(throws: NotPermitted(role: role, needed: [.desk])) { try await tracker.perform(sample()) }
            await #expect(throws: NotPermitted(role: role, needed: [.desk])) {
                try await tracker.perform(LinkCases(ref("ai-2020/P01"), to: []))
            }
        }
        let desk = try test.tracker(as: try await test.person(.desk, of: "과기정통부"))
        await #expect(throws: BadInput.self) { try await desk.perform(sample { $0.replacing("P19", with: "P18") }) }
        #expect(try await desk.answer(TaskList()).isEmpty)
    }

    @Test("a ministry says how far its own tasks have come, and no others; nor does anybody else") func updating()
        async throws
    {
        let (test, desk) = try await imported()
        let person = try await test.person(.ministry, of: "문화체육관광부")
        let ministry = try test.tracker(as: person)
        var update = UpdateTask(try ref("ai-2020/p05"), status: .promulgated, version: 1)
        update.inForceOn = .set("2027-07-01")
        update.note = .set("공포")
        let done = try await ministry.perform(update)
        #expect(done.version == 2 && done.reference.number == "P05")
        await #expect(throws: Refusal.roadmap(.taskNotOwed(["법무부"]))) {
            try await ministry.perform(UpdateTask(ref("ai-2020/P09"), status: .drafting, version: 1))
        }
        let touched = try await test.database(as: person).write { session in
            try session.execute("UPDATE reform_task SET status = 'in-force'")
        }
        #expect(touched == 1)
        let analyst = try test.tracker(as: try await test.person(.analyst))
        await #expect(throws: NotPermitted(role: .analyst, needed: [.desk, .ministry])) {
            try await analyst.perform(UpdateTask(ref("ai-2020/P05"), status: .drafting, version: 2))
        }
        await #expect(throws: NotFound(.reformTask, "ai-2020/P5", suggestion: "ai-2020/P05")) {
            try await desk.perform(UpdateTask(ref("ai-2020/P5"), status: .drafting, version: 2))
        }
    }

    @Test("only a promulgated law has a day of entry into force; another status drops it") func inForce() async throws {
        let (_, desk) = try await imported()
        var update = UpdateTask(try ref("ai-2020/P05"), status: .drafting, version: 1)
        update.inForceOn = .set("2027-07-01")
        await #expect(throws: Refusal.roadmap(.inForceDateNotForStatus(.drafting))) { try await desk.perform(update) }
        update = UpdateTask(try ref("ai-2020/P05"), status: .inForce, version: 1)
        update.inForceOn = .set("2026-07-01")
        #expect(try await desk.perform(update).inForceOn == "2026-07-01")
        var back = UpdateTask(try ref("ai-2020/P05"), status: .assembly, version: 2)
        await #expect(throws: Refusal.reasonRequired) { try await desk.perform(back) }
        back.reason = "잘못 입력"
        #expect(try await desk.perform(back).inForceOn == nil)
    }

    @Test("a stale update is a conflict with both sides") func conflict() async throws {
        let (_, desk) = try await imported()
        _ = try await desk.perform(UpdateTask(ref("ai-2020/P06"), status: .drafting, version: 1))
        await #expect(
            throws: Conflict(
                "ai-2020/P06", yourVersion: 1, theirVersion: 2,
                fields: [.init("status", yours: "dropped", theirs: "drafting")])
        ) { try await desk.perform(UpdateTask(ref("ai-2020/P06"), status: .dropped, version: 1)) }
    }

    @Test("cases are linked and unlinked, several at once or none; each sees the links of the cases it sees")
    func linking() async throws {
        let (test, desk) = try await imported()
        let history = try sampleData("historic_cases.csv")
        _ = try await desk.perform(ImportCases(history, file: nil))
        let cases = try await desk.importedCases()
        let linked = try await desk.perform(LinkCases(ref("ai-2020/P05"), to: [cases[0], cases[1], cases[0]]))
        #expect(linked.changed == [cases[0], cases[1]] && linked.unchanged.isEmpty)
        #expect(
            try await desk.perform(LinkCases(ref("ai-2020/P05"), to: [cases[1], cases[2]])).unchanged == [cases[1]])
        await #expect(throws: NotFound(.caseFile, "TP-1999-0001")) {
            try await desk.perform(
                LinkCases(ref("ai-2020/P06"), to: [cases[3], .filed(prefix: "TP", year: 1999, number: 1)]))
        }
        let detail = try await desk.answer(TaskView(ref("ai-2020/P05")))
        #expect(detail.cases.map(\.reference) == Array(cases[0...2]) && detail.summary.cases == 3)
        #expect(
            try await desk.perform(UnlinkCases(ref("ai-2020/P05"), from: [cases[2], cases[5]])).unchanged == [cases[5]])
        let company = try test.tracker(as: try await test.person(.company, of: "카카오페이"))
        #expect(try await company.answer(TaskView(ref("ai-2020/P05"))).cases.map(\.reference) == [cases[0]])
        let ministry = try test.tracker(as: try await test.person(.ministry, of: "문화체육관광부"))
        #expect(try await ministry.answer(TaskView(ref("ai-2020/P05"))).cases.isEmpty)
    }

    @Test("many cases are linked by a few statements") func manyLinks() async throws {
        let (test, desk) = try await imported()
        let history = try sampleData("historic_cases.csv")
        _ = try await desk.perform(ImportCases(history, file: nil))
        let cases = try await desk.importedCases()
        let person = try await test.person(.desk, of: "과학기술정보통신부", named: "second")
        let log = StatementLog()
        let task = try ref("ai-2020/P01")
        _ = try await log.run(as: person, on: test) { try await $0.perform(LinkCases(task, to: cases)) }
        #expect(log.count <= 5)
    }
}
