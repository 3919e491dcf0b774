import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("sandbox import", .database)
struct ImportTests {
    private static let header =
        "company,service,track,ministries,regulation,conditions,filed_on,decided_on,decision,meeting,note,inferred_fields,source\n"

    @Test("the sample cases: told in words, as an object, and once only") func cases() async throws {
        let registry = try await Registry()
        let file = Registry.data("historic_cases.csv")
        let dry = await registry.run("import", "cases", file, "--dry-run")
        #expect(dry.status == .done && dry.out == "40\n" && dry.error.contains("dry run"))
        let real = await registry.run("import", "cases", file, language: "ko_KR.UTF-8")
        #expect(real.status == .done && real.error.contains("40건을 등록했습니다."))
        #expect(real.error.contains("TP-P0001 … DE-P0033") && real.error.contains("새로 등록한 기업 39곳"))
        let again = await registry.run("import", "cases", file, "--format", "json")
        #expect(again.status == .done && again.out.contains(#""imported": 0"#) && again.out.contains(#""known": 40"#))
        #expect(await registry.run("case", "list", "--format", "tsv").out.split(separator: "\n").count == 41)
        // Grants of the past are shown as what they are: granted, and nobody knows what became of them.
        let grants = await registry.run("grant", "list", "--state", "unrecorded", "--format", "jsonl").out
        #expect(grants.contains(#""company":"쓰리알코리아""#) && grants.contains(#""granted_on":"2022-06-20""#))
        #expect(grants.contains(#""certificate":null"#) && grants.split(separator: "\n").count == 36)
        let expiries = await registry.run("report", "expiries", "--format", "tsv").out
        #expect(expiries.split(separator: "\n").count == 37 && expiries.contains("\tunrecorded\t"))
        let view = await registry.run("grant", "view", "DE-P0011")
        #expect(view.status == .done && view.out.contains("unrecorded"))
    }

    @Test("every bad row is listed with file, line and column, for people and as objects; then nothing is there")
    func badRows() async throws {
        let registry = try await Registry()
        let rows =
            "가,s,demonstation,,,,,2020-01-01,granted,,,,\n나,s,demonstration,,,,,2020-01-01,grantd,,,,\n다,s,demonstration,,,,,2020-01-01,granted,,,,\n"
        let told = await registry.run("import", "cases", "-", input: Self.header + rows)
        #expect(told.status == .badInput)
        #expect(told.error.contains("-:2:5: track: ") && told.error.contains("Did you mean demonstration?"))
        #expect(told.error.contains("-:3:34: decision: ") && told.error.contains("Did you mean granted?"))
        let objects = await registry.run("import", "cases", "-", "--format", "json", input: Self.header + rows)
        #expect(objects.error.contains(#""line":2,"column":5,"field":"track","code":"unknown-word""#))
        #expect(await registry.run("case", "list", "--format", "json").out == "[]\n")
    }

    @Test("a file that is not there, is empty, lacks columns or is CP949 says what to do") func files() async throws {
        let registry = try await Registry()
        let absent = await registry.run("import", "cases", "/nowhere/cases.csv")
        #expect(absent.status == .badInput && absent.error.contains("/nowhere/cases.csv"))
        #expect(await registry.run("import", "cases", "-", input: "\n").status == .badInput)
        let short = await registry.run("import", "cases", "-", input: "company,service\n")
        #expect(short.status == .badInput && short.error.contains("decision is missing"))
        let path = "/tmp/sbx-cp949-\(UInt32.random(in: .min ... .max)).csv"
        let bytes: [UInt8] = Array(Self.header.utf8) + [0xB0, 0xA1, 0xB3, 0xAA, 0x2C, 0x0A]
        try OutputFile.create(path, bytes)
        defer { FileSystem.remove(path) }
        let korean = await registry.run("import", "cases", path)
        #expect(korean.status == .badInput && korean.error.contains("iconv -f CP949 -t UTF-8"))
    }

    @Test("a row that says something else of a known case is named and changes nothing") func differing() async throws {
        let registry = try await Registry()
        let row = "가,s,demonstration,,,,,2020-01-01,granted,,메모,,\n"
        _ = await registry.run("import", "cases", "-", input: Self.header + row)
        let second = await registry.run("import", "cases", "-", input: Self.header + row.replacing("메모", with: "다른 메모"))
        #expect(second.status == .done && second.error.contains("-:2: says something else of DE-P0001"))
    }

    @Test("what is exported goes back in as it is, and changes nothing") func roundTrip() async throws {
        let registry = try await Registry()
        try await registry.fill()
        let folder = try ScratchFolder()
        let url = ["--database-url", registry.test.conninfo(as: registry.desk)]
        func told(_ words: [String], input: String = "") async -> (status: EndStatus, out: String, error: String) {
            let (status, written) = await SandboxCommandTests.run(words + url, environment: ["LANG": "C"], input: input)
            return (status, written.out, written.error)
        }
        for (export, importing) in [
            (["export", "cases"], ["import", "cases"]), (["export", "milestones"], ["import", "milestones"]),
            (["export", "roadmap"], ["roadmap", "import"]),
        ] {
            let file = folder.path + "/\(export[1]).csv"
            #expect(await told(export + ["--output", file]).status == .done)
            let roadmap = importing[0] == "roadmap" ? Registry.roadmap : []
            let again = await told(importing + [file] + roadmap)
            #expect(again.status == .done, "\(export): \(again.error)")
            #expect(again.out == "" || again.out == "0\n" || importing[0] == "roadmap", "\(export): \(again.out)")
        }
        for (list, importing) in [
            (["calendar", "list"], ["calendar", "import"]), (["org", "list"], ["import", "organisations"]),
        ] {
            let listed = await told(list + ["--format", "csv"]).out
            let again = await told(importing + ["-"], input: listed)
            #expect(again.status == .done, "\(list): \(again.error)")
        }
        let calendar = await told(["calendar", "list", "--format", "csv"]).out
        #expect(calendar.contains(",true,"), "what is only foreseen is in the list, and was not taken for announced")
    }

    @Test("organisations come from a file and go into another register as they came out") func organisations()
        async throws
    {
        let registry = try await Registry()
        try await registry.fill()
        let listed = await registry.run("org", "list", "--format", "csv").out
        let rows = listed.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).prefix(4).joined(separator: ",")
        }
        let again = await registry.run(
            "import", "organisations", "-", "--format", "json", input: rows.joined(separator: "\r\n"))
        #expect(again.status == .done && again.out.contains(#""added": []"#))
        let more = await registry.run("import", "organisations", "-", input: "name,kind\n새기관,other\n")
        #expect(more.status == .done && more.out == "1\n")
        let other = await registry.run("import", "organisations", "-", input: "name,kind\n새기관,company\n")
        #expect(other.status == .badInput && other.error.contains("registered: other"))
    }

    @Test("only the desk imports cases and roadmaps", arguments: ["cases", "roadmap"]) func strangers(_ kind: String)
        async throws
    {
        let registry = try await Registry()
        let analyst = try await registry.test.person(.analyst)
        let file = Registry.data(kind == "cases" ? "historic_cases.csv" : "ai_law_roadmap_2020.csv")
        let words = kind == "cases" ? ["import", "cases", file] : ["roadmap", "import", file] + Registry.roadmap
        let (status, _) = await run(words + ["--database-url", registry.test.conninfo(as: analyst)])
        #expect(status == .notPermitted)
    }
}
