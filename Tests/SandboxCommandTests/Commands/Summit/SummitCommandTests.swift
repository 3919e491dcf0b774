import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("sandbox summit", .database)
struct SummitCommandTests {
    private func imported() async throws -> Registry {
        let registry = try await Registry()
        let done = await registry.run("summit", "import", Registry.data("summits/2021-09-07.yaml"))
        #expect(done.status == .done && done.error.contains("3 topics and 3 commitments"))
        return registry
    }

    @Test("the first summit prints the list for the next one: what was promised, and what became of it") func view()
        async throws
    {
        let registry = try await imported()
        let company = try await registry.test.person(.company, of: "네이버")
        let page = await registry.run(
            "summit", "view", "1", "--format", "table", as: company, language: "ko_KR.UTF-8", width: 160)
        #expect(page.out.contains("다음 회의 점검 목록") && page.out.contains("협의체 보고") && page.out.contains("API 개방"))
        let same = await registry.run("summit", "import", Registry.data("summits/2021-09-07.yaml"))
        #expect(same.status == .done && same.error.contains("nothing was changed"))
        let list = await registry.run("summit", "list", "--format", "csv", as: company).out
        #expect(list.contains("1,제1회 인공지능 최고위 전략대화,2021-09-07,true,서울 코엑스,3,3,3,3"))
    }

    @Test("from the schedule to the evidence, each step told") func story() async throws {
        let registry = try await imported()
        let owner = try await registry.test.person(.company, of: "네이버")
        func desk(_ words: String...) async -> EndStatus {
            await run(
                words + ["--database-url", registry.test.conninfo(as: registry.desk)], environment: ["LANG": "C"]
            ).0
        }
        #expect(await desk("summit", "schedule", "2", "--name", "제2회 전략대화") == .usage)
        #expect(await desk("summit", "schedule", "2", "--name", "제2회 전략대화", "--on", "2022-03-07") == .done)
        #expect(await desk("summit", "topic", "2", "--title", "AI 반도체") == .done)
        #expect(await desk("summit", "participant", "2", "--topic", "1", "네이버", "KT") == .done)
        #expect(
            await desk("summit", "raise", "2", "--kind", "difficulty", "--by", "KT", "--text", "전력 부족", "--topic", "1")
                == .done)
        #expect(await desk("summit", "council", "2", "--topic", "1", "--name", "AI 반도체 협의체", "--chair", "네이버") == .done)
        #expect(await desk("summit", "report", "1", "--topic", "1", "--to", "2", "--text", "결과") == .done)
        let commit = await registry.run(
            "summit", "commit", "2", "--kind", "api-opening", "--owner", "네이버", "--text", "API 개방", "--due", "2022 상반기")
        #expect(commit.out == "2/1\n")
        let report = await registry.run("report", "commitments", "--summit", "2", "--format", "jsonl")
        #expect(report.out.contains(#""commitment":"2/1""#) && report.out.contains(#""state":"overdue""#))
        let done = await registry.run("summit", "fulfil", "2/1", "--evidence", "공개", "--on", "2022-08-01", as: owner)
        #expect(done.status == .done && done.error.contains("state: Kept"))
        #expect(await registry.run("summit", "withdraw", "2/1", "--reason", "x", as: owner).status == .refused)
        #expect(await registry.run("summit", "reopen", "2/1", "--reason", "x", as: owner).status == .done)
        #expect(await registry.run("summit", "progress", "2/1", "--evidence", "x", as: owner).status == .done)
        #expect(await registry.run("summit", "withdraw", "2/1", "--reason", "x", as: owner).status == .done)
        #expect(await registry.run("summit", "fulfil", "1/1", "--evidence", "x", as: owner).status == .refused)
        #expect(await registry.run("summit", "fulfil", "2-1", "--evidence", "x").status == .usage)
        #expect(await registry.run("summit", "fulfil", "9/1", "--evidence", "x").status == .notFound)
        let by = await registry.run(
            "report", "commitments", "--by", "owner", "--as-of", "2022-08-15", "--format", "json"
        ).out
        #expect(by.contains(#""name": "네이버""#) && by.contains(#""kept": 1"#))
    }
}
