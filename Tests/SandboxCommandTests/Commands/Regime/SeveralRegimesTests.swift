import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

/// What an empty register was used for before another authority's regime came goes on as before.
@Suite("A second regime changes nothing of the first", .database)
struct SeveralRegimesTests {
    private static let reports = [
        "pipeline", "ageing", "decisions", "conditions", "organisations", "roadmap", "slip", "commitments", "expiries",
        "time-with-whom", "consultations",
    ]
    private static let exports = [
        "cases", "consultations", "decisions", "grants", "conditions", "roadmap", "milestones", "deadlines", "events",
    ]

    @Test("reports, exports and old manifests; a report says of which regime it is") func reports() async throws {
        let type = try await Shell()
        let casework = type.casework
        _ = try await casework.decided()
        #expect(await type(\.desk, "import", "cases", Registry.data("historic_cases.csv")).status == .done)
        let roadmap = ["roadmap", "import", Registry.data("ai_law_roadmap_2020.csv")] + Registry.roadmap
        #expect(await type.run(\.desk, roadmap).status == .done)
        let folder = try ScratchFolder()
        for name in Self.reports {
            #expect(await type(\.analyst, "report", name, "--output", "\(folder.path)/\(name).csv").status == .done)
        }
        for name in Self.exports where name != "events" {
            #expect(await type(\.analyst, "export", name, "--output", "\(folder.path)/x-\(name).csv").status == .done)
        }
        var before: [String: String] = [:]
        for name in Self.reports {
            before[name] = await type(\.analyst, "report", name, "--format", "csv", "--regime", "kr-ict").out
        }

        // Another authority and its regime, whose tracks have the same codes.
        let eu = try await casework.database.person(.desk, of: "AI Office", named: "euoffice")
        let registry = Registry(casework.database, desk: eu)
        let applied = await registry.run(
            "regime", "apply", Registry.data("../regimes/eu-ai-act.yaml"))
        #expect(applied.status == .done, "\(applied.error)")

        for name in Self.reports {
            let manifest = "\(folder.path)/\(name).csv.manifest.json"
            let again = await type(\.analyst, "report", "reproduce", manifest)
            #expect(again.status == .done, "\(name): \(again.error)")
            let now = await type(\.analyst, "report", name, "--format", "csv")
            #expect(now.status == .done && now.out == before[name], "\(name): \(now.error)")
            #expect(now.error.contains("--regime names another: eu-ai-act"), "\(name)")
            let other = await type(\.analyst, "report", name, "--format", "json", "--regime", "eu-ai-act")
            #expect(other.status == .done && other.out.contains(#""regime": "eu-ai-act""#), "\(name): \(other.error)")
            #expect(!other.out.contains("DE-2026-0001"), "\(name)")
        }
        for name in Self.exports {
            if name != "events" {
                let manifest = "\(folder.path)/x-\(name).csv.manifest.json"
                #expect(await type(\.analyst, "report", "reproduce", manifest).status == .done, "\(name)")
            }
            let csv = await type(\.auditor, "export", name, "--format", "csv", "--regime", "kr-ict")
            #expect(csv.status == .done && csv.name.split(separator: ",").contains("regime"), "\(name): \(csv.error)")
            let other = await type(\.auditor, "export", name, "--format", "csv", "--regime", "eu-ai-act").out
            #expect(!other.contains("DE-2026-0001"), "\(name)")
        }
        let all = await type(\.analyst, "report", "all", "--output", folder.path)
        #expect(all.status == .done && all.out.hasSuffix("index.html\n"), "\(all.error)")
        let past = await type(\.analyst, "export", "cases", "--as-of", "2026-01-01", "--format", "csv")
        #expect(past.status == .done, "\(past.error)")
    }

    @Test("a desk acts under its own regime only, and needs to name it nowhere") func acts() async throws {
        let type = try await Shell()
        let casework = type.casework
        let filed = try await casework.filed()
        let eu = try await casework.database.person(.desk, of: "AI Office", named: "euoffice")
        let registry = Registry(casework.database, desk: eu)
        let refused = await registry.run("case", "receive", filed.description)
        #expect(refused.status == .refused && refused.error.contains("belongs to 과학기술정보통신부"), "\(refused.error)")
        #expect(await registry.run("committee", "schedule", "main", "--on", "2026-12-10").status == .refused)
        let file = Registry.data("../regimes/eu-ai-act.yaml")
        #expect(await registry.run("regime", "apply", file).status == .done)
        #expect(await registry.run("case", "receive", filed.description).status == .refused)
        let mine = await registry.run("case", "list", "--format", "csv")
        #expect(mine.status == .done && !mine.out.contains(filed.description))
        let theirs = await registry.run("case", "list", "--format", "csv", "--regime", "kr-ict")
        #expect(theirs.out.contains(filed.description))
        // As before the second regime came.
        #expect(await type(\.desk, "case", "receive", filed.description).status == .done)
        #expect(await type(\.desk, "import", "cases", Registry.data("historic_cases.csv")).status == .done)
        let holidays = Registry.data("kr_public_holidays.csv")
        #expect(await type(\.desk, "calendar", "import", holidays).status == .done)
        #expect(await type(\.desk, "calendar", "preview", "--add", "2030-05-02=임시공휴일").status == .done)
        let roadmap = ["roadmap", "import", Registry.data("ai_law_roadmap_2020.csv")] + Registry.roadmap
        #expect(await type.run(\.desk, roadmap).status == .done)
        #expect(await type(\.desk, "summit", "import", Registry.data("summits/2021-09-07.yaml")).status == .done)
        let said = await SandboxCommandTests.run(
            [
                "--database-url", casework.database.conninfo(as: eu), "--lang", "ko", "regime", "apply", file,
                "--authority", casework.desk.organisation,
            ])
        #expect(said.0 == .done && said.1.out.contains("eu-ai-act"))
        let handed = await SandboxCommandTests.run(
            [
                "--database-url", casework.database.conninfo(as: eu), "--lang", "ko", "regime", "apply", file,
                "--authority", "AI Office",
            ])
        #expect(handed.0 == .refused && handed.1.error.contains("소관 기관은 과학기술정보통신부"))
    }
}
