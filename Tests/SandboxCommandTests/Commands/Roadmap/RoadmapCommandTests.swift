import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("sandbox roadmap", .database)
struct RoadmapCommandTests {
    private func filled() async throws -> Registry {
        let registry = try await Registry()
        try await registry.fill()
        return registry
    }

    @Test("a second import changes nothing; with other contents it is a conflict") func importing() async throws {
        let registry = try await filled()
        let file = Registry.data("ai_law_roadmap_2020.csv")
        let url = ["--database-url", registry.test.conninfo(as: registry.desk)]
        let (same, said) = await run(["roadmap", "import", file] + Registry.roadmap + url, environment: ["LANG": "C"])
        #expect(same == .done && said.error.contains("nothing was changed"))
        let other = await registry.run("roadmap", "import", file, "--roadmap", "ai-2020", "--name", "다른 이름")
        #expect(other.status == .conflict && other.error.contains("다른 이름"))
        #expect(await registry.run("roadmap", "import", file, "--roadmap", "AI 2020", "--name", "이름").status == .usage)
    }

    @Test("a ministry says how far its task has come; stale, others' and impossible ones are refused") func task()
        async throws
    {
        let registry = try await filled()
        let ministry = try await registry.test.person(.ministry, of: "문화체육관광부")
        let done = await registry.run(
            "roadmap", "task", "ai-2020/p05", "--status", "promulgated", "--if-version", "1", "--in-force-on",
            "2027-07-01",
            "--note", "-", "--format", "jsonl", as: ministry, input: "저작권법 개정 공포\n")
        #expect(
            done.out == """
                {"task":"ai-2020/P05","status":"promulgated","status_note":"저작권법 개정 공포","in_force_on":"2027-07-01","version":2}

                """)
        func update(_ task: String, _ status: String, _ more: String..., as role: String) async -> EndStatus {
            let words = ["roadmap", "task", task, "--status", status] + (more.isEmpty ? ["--if-version", "1"] : more)
            return await run(words + ["--database-url", registry.test.conninfo(as: role)]).status
        }
        #expect(await update("ai-2020/P05", "assembly", as: ministry) == .conflict)
        #expect(await update("ai-2020/P09", "assembly", as: ministry) == .refused)
        #expect(
            await update(
                "ai-2020/P09", "planned", "--if-version", "1", "--in-force-on", "2027-01-01", as: registry.desk)
                == .refused)
        #expect(await update("ai-2020/P99", "planned", as: registry.desk) == .notFound)
        #expect(await update("P05", "planned", as: registry.desk) == .usage)
        #expect(await update("ai-2020/P05", "assembly", as: try await registry.test.person(.analyst)) == .notPermitted)
    }

    @Test("cases are linked by reference or from a list, and shown with the task") func linking() async throws {
        let registry = try await filled()
        let linked = await registry.run(
            "roadmap", "link", "ai-2020/P05", "-", "DE-P0003", input: "DE-P0001\nDE-P0002\n")
        #expect(linked.status == .done && linked.out == "DE-P0001\nDE-P0002\nDE-P0003\n")
        #expect(
            await registry.run("roadmap", "link", "ai-2020/P05", "DE-P0004", "DE-1999-0001").status == .notFound)
        let unlinked = await registry.run("roadmap", "unlink", "ai-2020/P05", "DE-P0001", "--format", "json")
        #expect(unlinked.out.contains(#""is_changed":true"#))
        let view = await registry.run("roadmap", "view", "ai-2020/P05", "--format", "json").out
        #expect(view.contains("DE-P0002") && view.contains("DE-P0003") && !view.contains("DE-P0004"))
        let list = await registry.run("roadmap", "list", "--law", "저작권법").out
        #expect(list.split(separator: "\n").count == 3 && list.contains("문화체육관광부?"))
    }

    @Test("progress is a table with bars for people, rows for spreadsheets, an object with the total for programs")
    func progress() async throws {
        let registry = try await filled()
        let analyst = try await registry.test.person(.analyst)
        let table = await registry.run("roadmap", "progress", as: analyst, language: "ko_KR.UTF-8", width: 120).out
        #expect(table.contains("1 데이터 경제 활성화 기반     5  ██████░░░░     3") && table.contains("합계"))
        let rows = await registry.run("roadmap", "progress", "--by", "ministry", "--format", "csv", as: analyst).out
        #expect(rows.hasPrefix("roadmap,name,as_of,tasks,done,under_way,not_begun,ended,undetermined,overdue,"))
        #expect(rows.split(separator: "\n").count == 16)
        let object = await registry.run("roadmap", "progress", "--format", "json", "--as-of", "2021-12-31", as: analyst)
        #expect(object.out.contains(#""as_of": "2021-12-31""#) && object.out.contains(#""tasks": 19"#))
        #expect(object.error.contains("of 19 tasks, 19 were recorded after 2021-12-31"))
        let none = await registry.run("roadmap", "progress", "--roadmap", "ai-2099", as: analyst)
        #expect(none.status == .notFound && none.error.contains("Did you mean ai-2020?"))
    }
}
