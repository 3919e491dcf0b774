import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("sandbox roadmap milestone, forecast, merge, report; sandbox report slip", .database)
struct SlipCommandTests {
    private func filled() async throws -> Registry {
        let registry = try await Registry()
        try await registry.fill()
        #expect(await registry.run("import", "milestones", Registry.data("milestones/ai_law.csv")).status == .done)
        return registry
    }

    @Test("the slips of the 2020 roadmap, as a table for people and as rows for programs") func slip() async throws {
        let registry = try await filled()
        let analyst = try await registry.test.person(.analyst)
        let table = await registry.run(
            "report", "slip", "--as-of", "2025-11-27", "--format", "table", as: analyst, language: "ko_KR.UTF-8",
            width: 200
        )
        #expect(table.out.hasPrefix("약속과 지연 (기준일: 2025. 11. 27., 구분: 과제)"))
        let law = try #require(
            table.out.split(separator: "\n").first { $0.contains("ai-2020/P01") && $0.contains("의결") })
        #expect(law.contains("2021 상반기") && law.contains("2021-09-28") && law.contains(" 90 ") && law.contains("늦게 도달"))
        #expect(table.out.contains("≤622") && table.out.contains("1,427"))
        #expect(table.error.contains("뒤에 등록된 사실"))
        let rows = await registry.run("report", "slip", "--roadmap", "ai-2020", "--format", "csv", as: analyst).out
        #expect(
            rows.hasPrefix("task,regime,title,ministries,milestone,as_of,promised,promised_to,promised_on,promises,"))
        let object = await registry.run("report", "slip", "--by", "ministry", "--format", "json", as: analyst).out
        #expect(object.contains(#""by": "ministry""#) && object.contains(#""name": "문화체육관광부""#))
        let roadmap = await registry.run("report", "roadmap", "--roadmap", "ai-2020", "--format", "jsonl", as: analyst)
            .out
        let promised = [
            #""milestone":"passed","baseline_from":"2021-01-01","baseline_to":"2021-06-30""#,
            #""reached_on":"2021-09-28","is_exact":true,"in_force_on":"2022-04-20","in_force_is_exact":true,"#,
            #""slip_days":90,"standing":"late""#,
        ]
        let first = try #require(roadmap.split(separator: "\n").first)
        for words in promised { #expect(first.contains(words), "\(first)") }
        // A day that its source leaves open stays open, and every answer to when a law came into force is the same.
        let open = try #require(roadmap.split(separator: "\n").dropFirst().first)
        #expect(open.contains(#""is_exact":false"#), "\(open)")
        let people = await registry.run(
            "report", "roadmap", "--roadmap", "ai-2020", "--format", "table", as: analyst, width: 400
        ).out
        #expect(people.contains("≤ 2022-01-04") && people.contains("≤188"), "\(people)")
        let inForce = #""in_force_on":"2022-04-20","in_force_is_exact":true"#
        let tasks = await registry.run("export", "roadmap", "--format", "jsonl", as: analyst).out
        #expect(tasks.split(separator: "\n").first?.contains(inForce) == true, "\(tasks)")
        let view = await registry.run("roadmap", "view", "ai-2020/P01", "--format", "jsonl", as: analyst).out
        #expect(view.contains(inForce), "\(view)")
        let exported = await registry.run(
            "export", "milestones", "--as-of", "2021-08-01", "--format", "jsonl", as: analyst
        ).out
        #expect(
            exported.contains(#""task":"ai-2020/P01""#) && exported.contains(#""slip_days":32,"standing":"overdue""#))
        #expect(await registry.run("report", "slip", "--roadmap", "ai-2099", as: analyst).status == .notFound)
        #expect(
            await registry.run("roadmap", "progress", "--by", "ministry", "--format", "csv", as: analyst).out.hasPrefix(
                "roadmap,name,as_of,"))
    }

    @Test("a forecast needs a reason, keeps the first promise and shows at once; dry runs keep nothing") func forecast()
        async throws
    {
        let registry = try await filled()
        let ministry = try await registry.test.person(.ministry, of: "문화체육관광부")
        let words = ["roadmap", "forecast", "ai-2020/P05", "--to", "2027 상반기"]
        let url = ["--database-url", registry.test.conninfo(as: ministry)]
        let refused = await run(words + url, environment: ["LANG": "C"])
        #expect(refused.0 == .refused && refused.1.error.contains("a reason is required"))
        let tried = await run(words + ["--reason", "협의", "--dry-run"] + url, environment: ["LANG": "C"])
        #expect(tried.0 == .done && tried.1.error.contains("dry run"))
        #expect(
            await registry.run("roadmap", "milestone", "list", "--task", "ai-2020/P05").out.contains("2027 상반기")
                == false)
        let said = await run(words + ["--reason", "권리자 협의 지연", "--format", "jsonl"] + url, environment: ["LANG": "C"])
        #expect(
            said.1.out == """
                {"task":"ai-2020/P05","milestone":"passed","said":"2027 상반기","from":"2027-01-01","to":"2027-06-30",\
                "baseline":"2021 (first half per asiae wording; unconfirmed)","status":"planned"}

                """)
        let view = await registry.run("roadmap", "view", "ai-2020/P05", "--format", "json").out
        #expect(view.contains("권리자 협의 지연") && view.contains(#""is_baseline": true"#))
        let again = await registry.run("roadmap", "milestone", "add", "ai-2020/P05", "passed", "--promised", "2028")
        #expect(again.status == .refused && again.error.contains("was promised on 2020-12-24"))
        let undone = await registry.run("roadmap", "milestone", "reach", "ai-2020/P05", "passed", "--on", "")
        #expect(undone.status == .refused)
        let reached = await registry.run(
            "roadmap", "milestone", "reach", "ai-2020/P05", "pre-announced", "--on", "2026-10-01", "--format", "jsonl")
        #expect(reached.out.contains(#""status":"pre-announced""#))
        #expect(
            await registry.run("roadmap", "milestone", "reach", "ai-2020/P05", "passed", "--on", "언젠가").status == .usage
        )
    }

    @Test("a merge is told, and the old reference still shows everything") func merge() async throws {
        let registry = try await filled()
        _ = await registry.run("roadmap", "link", "ai-2020/P05", "DE-P0001")
        let merged = await registry.run("roadmap", "merge", "ai-2020/P05", "--into", "ai-2020/P08", "--reason", "통합")
        #expect(
            merged.status == .done && merged.out == "ai-2020/P08\n"
                && merged.error.contains("cases that wait for it: 1"))
        let view = await registry.run("roadmap", "view", "ai-2020/P05", "--format", "json").out
        #expect(view.contains(#""continued_by": "ai-2020/P08""#) && view.contains("DE-P0001"))
        let again = await registry.run("roadmap", "supersede", "ai-2020/P05", "--by", "ai-2020/P01", "--reason", "x")
        #expect(again.status == .refused && again.error.contains("continued by ai-2020/P08"))
        let forecast = await registry.run("roadmap", "forecast", "ai-2020/P05", "--to", "2027", "--reason", "x")
        #expect(forecast.status == .refused && forecast.error.contains("task-continued") == false)
    }

    @Test("provisions find cases, references are noted, reports wait in the inbox") func graph() async throws {
        let registry = try await filled()
        let added = await registry.run(
            "roadmap", "provision", "add", "ai-2020/P06", "--law", "저작권법", "--article", "제35조의5", "--format", "jsonl")
        #expect(added.out.contains(#""level":"act","is_changed":true"#))
        #expect(await registry.run("roadmap", "provision", "remove", "ai-2020/P06", "--law", "없는법").status == .notFound)
        #expect(await registry.run("roadmap", "matches", "ai-2020/P06").status == .done)
        let noted = await registry.run(
            "roadmap", "reference", "ai-2020/P01", "--kind", "promulgation", "--number", "법률 제18475호", "--on",
            "2021-10-19")
        #expect(noted.status == .done)
        #expect(await registry.run("roadmap", "view", "ai-2020/P01", "--format", "json").out.contains("법률 제18475호"))
        let ministry = try await registry.test.person(.ministry, of: "법무부")
        let day = await registry.run("roadmap", "report", "schedule", "ai-2020", "2026-06-30", "--format", "jsonl")
        #expect(day.out == "{\"roadmap\":\"ai-2020\",\"added\":[\"2026-06-30\"]}\n")
        let inbox = await registry.run("inbox", "--format", "csv", as: ministry).out
        #expect(inbox.contains("ai-2020/P09,report,"))
        let late = await registry.run("roadmap", "report", "give", "ai-2020/P09", "--text", "논의 중", as: ministry)
        #expect(late.status == .refused && late.error.contains("a reason is required"))
        let given = await registry.run(
            "roadmap", "report", "give", "ai-2020/P09", "--text", "논의 중", "--reason", "담당 부서 개편", as: ministry)
        #expect(given.status == .done)
        let owed = await registry.run("roadmap", "report", "list", "--owed", "--ministry", "법무부", "--format", "csv").out
        #expect(owed.contains("ai-2020/P10") && !owed.contains("ai-2020/P09"))
    }
}
