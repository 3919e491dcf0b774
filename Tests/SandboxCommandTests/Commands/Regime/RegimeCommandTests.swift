import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("sandbox regime and the reports by deadlines", .database)
struct RegimeCommandTests {
    /// Where a file of the project's `regimes` folder is.
    private static func regime(_ name: String) -> String { Registry.data("../regimes/" + name) }

    @Test("a file is checked without a database; every problem with its place (exit 65)") func check() async throws {
        let (status, written) = await run(
            ["regime", "check", Self.regime("kr-ict.yaml"), "--database-url", "host=/nowhere"],
            environment: ["LANG": "C"])
        #expect(status == .done && written.error.contains("3 tracks, 3 committees, 26 deadline rules, nothing wrong"))
        let folder = try ScratchFolder()
        let bad = try folder.file(
            "bad.yaml", "regime: X!\nname: {ko: 가, en: a}\nbasis: 법\ntime_zone: Seoul\ntracks: []\n")
        let (refused, said) = await run(["regime", "check", bad, "--format", "json"], environment: ["LANG": "C"])
        #expect(refused == .badInput)
        #expect(said.error.contains("not-a-code") && said.error.contains("not-a-time-zone"))
    }

    @Test("the desk applies a file, sees what changes before, and reads versions back") func apply() async throws {
        let type = try await Shell()
        let same = await type(\.desk, "regime", "apply", Self.regime("kr-ict.yaml"))
        #expect(same.status == .done && same.error.contains("says the same as version 1"))
        let text = await type(\.analyst, "regime", "view", "kr-ict", "--yaml").out
        let folder = try ScratchFolder()
        let file = try folder.file("kr.yaml", text.replacing("length: 15 days", with: "length: 20 days"))
        let dry = await type(\.desk, "regime", "apply", file, "--dry-run")
        #expect(dry.error.contains("rules.k5.length: 15 days → 20 days") && dry.error.contains("dry run"))
        #expect(await type(\.desk, "regime", "list", "--format", "csv").out.contains("kr-ict"))
        let applied = await type(\.desk, "regime", "apply", file, "--format", "json")
        #expect(applied.out.contains(#""version": 2"#) && applied.out.contains(#""is_new": true"#))
        let since = await type(\.mcst, "regime", "view", "kr-ict", "--since", "1", "--format", "jsonl").out
        #expect(since.contains(#""place":"rules.k5.length","before":"15 days","after":"20 days""#))
        let first = await type(\.mcst, "regime", "view", "kr-ict", "--at-version", "1", "--yaml").out
        #expect(first == text)
        #expect(await type(\.mcst, "regime", "apply", file).status == .notPermitted)
        #expect(await type(\.mcst, "regime", "view", "kr-itc").error.contains("Did you mean kr-ict?"))
        #expect(await type(\.mcst, "regime", "view", "kr-ict", "--at-version", "9").status == .notFound)
    }

    @Test("what a regime owes as a whole is recorded and listed, in both languages") func duties() async throws {
        try await TestDatabase.current.travel(to: "2027-06-01")
        var type = try await Shell()
        type.width = 160
        #expect(await type(\.desk, "regime", "apply", Self.regime("eu-ai-act.yaml")).status == .done)
        let recorded = await type(\.desk, "regime", "record", "eu-ai-act", "established", "--on", "2026-08-02")
        #expect(
            recorded.out == """
                eu-ai-act: recorded.
                Next: annual report, due on 2027-08-02 (foreseen, holidays are known of no year)

                """)
        let unknown = await type(\.desk, "regime", "record", "eu-ai-act", "exit")
        #expect(unknown.status == .usage && unknown.error.contains("annual-reported, established"))
        let nobody = await type(\.analyst, "regime", "record", "eu-ai-act", "annual-reported")
        #expect(nobody.status == .notPermitted)
        type.language = "ko"
        let inbox = await type(\.desk, "inbox").out
        for words in ["eu-ai-act", "제도 의무 이행", "연차보고서 / annual report", "D-62"] {
            #expect(inbox.contains(words), "\(words)")
        }
        let again = await type(\.desk, "regime", "record", "eu-ai-act", "established")
        #expect(again.status == .refused && again.error.contains("이미 2026-08-02로 기록되어 있습니다"))
        #expect(await type(\.company, "regime", "duties").out.contains("연차보고서"))
        type.width = nil
        let csv = await type(\.company, "regime", "duties", "eu-ai-act", "--format", "csv").out
        #expect(
            csv == """
                regime,rule,owed_by,due_on,days_left,started_on,done,last_on,basis,certainty,holidays_known_to
                eu-ai-act,annual-report,desk,2027-08-02,62,2026-08-02,0,,Article 57(16),foreseen,

                """)
    }

    @Test("a second regime shows in lists by its own names, and forms, drafts and imports name it") func second()
        async throws
    {
        var type = try await Shell()
        #expect(await type(\.desk, "regime", "apply", Self.regime("eu-ai-act.yaml")).status == .done)
        let form = await type(\.company, "case", "template", "--track", "ai-sandbox", "--regime", "eu-ai-act")
        #expect(form.out.contains("regime: eu-ai-act") && form.out.contains("sandbox-plan"))
        let draft = await type(\.company, "case", "draft", "--track", "인공지능 샌드박스 참여", "--service", "Triage")
        #expect(draft.status == .done)
        type.width = 160
        let list = await type(\.company, "case", "list", "--regime", "eu-ai-act")
        #expect(list.out.contains("Participation in an AI sandbox") && list.out.contains("Triage"))
        type.language = "ko"
        #expect(await type(\.company, "case", "list").out.contains("인공지능 샌드박스 참여"))
        type.width = nil
        #expect(await type(\.company, "case", "list", "--regime", "kr-ict", "--format", "json").out == "[]\n")
        let view = await type(\.analyst, "regime", "view", "eu-ai-act")
        #expect(view.out.contains("exit-report") && view.out.contains("Article 57(7)") && view.out.contains("AIC"))
        let committees = await type(\.analyst, "regime", "view", "kr-ict", "--format", "json").out
        #expect(committees.contains(#""committee": "fast-track""#) && committees.contains(#""min_members": 7"#))
        #expect(committees.contains(#""cover": "death""#) && committees.contains(#""ground": "trade-secret""#))
    }

    @Test("the reports come in all formats and languages, and a hidden company changes no byte of them") func reports()
        async throws
    {
        var type = try await Shell()
        let reports = [
            ["consultations"], ["consultations", "--by", "track"],
        ]
        func everything(_ person: KeyPath<Casework, Casework.Person>) async -> [String] {
            var said: [String] = []
            for report in reports {
                for format in ["table", "tsv", "csv", "json", "jsonl"] {
                    let outcome = await type.run(person, ["report"] + report + ["--format", format])
                    #expect(outcome.status == .done, "\(report) \(format): \(outcome.error)")
                    said.append(outcome.out)
                }
            }
            return said
        }
        let blind = (await everything(\.rival), await everything(\.pipc))
        _ = try await type.casework.consulting()
        #expect(await everything(\.rival) == blind.0)
        #expect(await everything(\.pipc) == blind.1)
        let seen = await everything(\.desk)
        #expect(seen[2].contains("문화체육관광부,") && seen[3].contains(#""sent": 1"#))
        type.language = "ko"
        type.width = 140
        let table = await type(\.desk, "report", "consultations").out
        #expect(table.contains("합계") && table.contains("보완 요청"))
    }
}
