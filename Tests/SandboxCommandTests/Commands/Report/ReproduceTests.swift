import ArgumentParser
import Digest
import Postgres
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxTesting
import SandboxViews
import Testing

@testable import sandbox

@Suite("sandbox report reproduce", .database)
struct ReproduceTests {
    private func change(_ registry: Registry, _ rounds: Int) async throws {
        try await registry.test.database(as: registry.desk).write { session in
            for round in 1...rounds {
                try session.execute("UPDATE reform_task SET status_note = \("\(round)")")
            }
            try session.execute("UPDATE organisation SET name = name || ' 개칭' WHERE kind = 'company'")
        }
    }

    @Test("the same bytes after hundreds of changes, in every format; today's bytes are others") func identical()
        async throws
    {
        let registry = try await Registry()
        try await registry.fill()
        let folder = try ScratchFolder()
        let files = [
            "cases.csv", "decisions.json", "grants.jsonl", "conditions.tsv", "roadmap.html", "events.csv",
            "roadmap.csv",
        ]
        for file in files {
            let kind = String(file.prefix { $0 != "." })
            #expect(await registry.run("export", kind, "--output", folder.path + "/" + file).status == .done)
        }
        let report = folder.path + "/decisions.html"
        #expect(await registry.run("report", "decisions", "--by", "year", "--output", report).status == .done)
        try await change(registry, 20)
        for file in files + ["decisions.html"] {
            let again = folder.path + "/again"
            let made = await registry.run(
                "report", "reproduce", folder.path + "/\(file).manifest.json", "--output", again)
            #expect(made.status == .done, "\(file): \(made.error)")
            #expect(try InputFile.bytes(of: again) == InputFile.bytes(of: folder.path + "/" + file), "\(file)")
        }
        let now = folder.path + "/now.csv"
        _ = await registry.run("export", "roadmap", "--output", now)
        #expect(try InputFile.bytes(of: now) != InputFile.bytes(of: folder.path + "/roadmap.csv"))
    }

    @Test("deadlines, milestones and every report come out the same after holidays, forecasts, votes and grants")
    func derived() async throws {
        let type = try await Shell()
        let casework = type.casework
        func done(_ person: KeyPath<Casework, Casework.Person>, _ words: [String]) async {
            let outcome = await type.run(person, words)
            #expect(outcome.status == .done, "\(words): \(outcome.error)")
        }
        let granted = try await casework.decided()
        let open = try await casework.replied()
        await done(\.desk, ["roadmap", "import", Registry.data("ai_law_roadmap_2020.csv")] + Registry.roadmap)
        await done(\.desk, ["import", "milestones", Registry.data("milestones/ai_law.csv")])
        await done(\.desk, ["summit", "import", Registry.data("summits/2021-09-07.yaml")])
        await done(\.desk, ["roadmap", "link", "ai-2020/P05", granted.description])
        let folder = try ScratchFolder()
        for person: KeyPath<Casework, Casework.Person> in [\.desk, \.mcst] {
            let name = casework[keyPath: person].name
            for export in ["deadlines.csv", "deadlines.ics", "milestones.json", "grants.csv", "conditions.csv"] {
                let kind = String(export.prefix { $0 != "." })
                await done(person, ["export", kind, "--output", "\(folder.path)/\(name)-\(export)"])
            }
        }
        await done(\.desk, ["report", "all", "--output", folder.path])
        let manifests = FileSystem.entries(of: folder.path).filter { $0.hasSuffix(".manifest.json") }
        let reports = ReportSet.sources(asOf: nil).map(ReportSet.name)
        #expect(manifests.count == 10 + 2 * reports.count)
        // What a report says in csv it says on its page as well.
        let isSaidTwice = { (name: String) in
            reports.contains { name == "\($0).csv.manifest.json" }
        }

        try await casework.database.database(as: casework.desk.name).write { session in
            try session.execute(
                """
                SELECT announce_holidays('kr', (SELECT array_agg(ROW(authority_date('kr-ict') + n, '임시공휴일', NULL,
                    'temporary', NULL, NULL)::holiday) FROM generate_series(1, 800) AS n))
                """)
        }
        await done(\.desk, ["roadmap", "forecast", "ai-2020/P05", "--to", "2028 상반기", "--reason", "협의"])
        await done(\.desk, ["roadmap", "merge", "ai-2020/P05", "--into", "ai-2020/P08", "--reason", "통합"])
        await done(\.company, ["grant", "renounce", granted.description, "--reason", "포기"])
        _ = try await casework.voted(open)
        await done(\.desk, ["committee", "decide", open.description, "--outcome", "granted"])
        await done(\.desk, ["summit", "fulfil", "1/1", "--evidence", "공개"])
        _ = try await casework.consulting()
        for manifest in manifests where !isSaidTwice(manifest) {
            let isMinistry = manifest.hasPrefix(casework.mcst.name)
            let again = await type.run(
                isMinistry ? \.mcst : \.desk, ["report", "reproduce", "\(folder.path)/\(manifest)"])
            #expect(again.status == .done, "\(manifest): \(again.error)")
        }
        let now = await type.run(\.desk, ["export", "deadlines", "--format", "csv"])
        #expect(now.out != FileSystem.text(of: "\(folder.path)/\(casework.desk.name)-deadlines.csv"))
    }

    @Test("a manifest says what a stranger needs, and the digest is the file's") func manifest() async throws {
        let registry = try await Registry()
        try await registry.fill()
        let folder = try ScratchFolder()
        let path = folder.path + "/cases.csv"
        _ = await registry.run("export", "cases", "--changed-since", "2020-01-01", "--output", path, "--bom")
        let text = try #require(FileSystem.text(of: path + ".manifest.json"))
        let manifest = try #require(ExportManifest(json: Array(text.utf8)))
        let request = manifest.request
        #expect(request.source as? CasesExport == CasesExport(changedSince: "2020-01-01"))
        #expect(request.zone == "Asia/Seoul" && request.language == .english && request.hasByteOrderMark)
        #expect(manifest.role == "desk" && manifest.organisation == nil)
        #expect(manifest.rules == ["kr-ict": 1])
        #expect(manifest.schema == Tracker.schemaVersion && manifest.file == "cases.csv")
        #expect(request.format == .text(.csv))
        let bytes = try InputFile.bytes(of: path)
        #expect(manifest.sha256 == SHA256.digits(bytes))
        let digest = try await registry.test.administrator.read { session in
            try session.one("SELECT encode(sha256(\(bytes)), 'hex')", as: String.self)
        }
        #expect(manifest.sha256 == digest)
        #expect(!text.contains(registry.desk))
    }

    @Test("another role, another file, an edited manifest and a change that is not in the log are told apart")
    func refused() async throws {
        let registry = try await Registry()
        try await registry.fill()
        let folder = try ScratchFolder()
        let path = folder.path + "/roadmap.csv"
        _ = await registry.run("export", "roadmap", "--output", path)
        let manifest = path + ".manifest.json"
        let analyst = try await registry.test.person(.analyst)
        let other = await registry.run("report", "reproduce", manifest, "--format", "json", as: analyst)
        #expect(other.status == .checkFailed && other.error.contains("\"code\":\"other-reader\""))
        #expect(await registry.run("report", "reproduce", path).status == .badInput)
        let evil = try folder.file(
            "evil.json", try #require(FileSystem.text(of: manifest)).replacing("\"roadmap\"", with: "\"nothing\""))
        #expect(await registry.run("report", "reproduce", evil).status == .badInput)
        // Past the triggers: what only a superuser can do.
        try await registry.test.administrator.write { session in
            try session.simple("SET LOCAL session_replication_role = replica; UPDATE reform_task SET title = '몰래'")
        }
        let again = folder.path + "/again.csv"
        let secret = await registry.run("report", "reproduce", manifest, "--output", again, "--format", "json")
        #expect(secret.status == .checkFailed && secret.error.contains("\"code\":\"not-reproduced\""))
        #expect(!FileSystem.exists(again))
    }

    @Test("the register says that it has no past, and is the same bytes while nothing has changed") func register()
        async throws
    {
        let registry = try await Registry()
        try await registry.fill()
        let folder = try ScratchFolder()
        let path = folder.path + "/register.json"
        let anyone = try await registry.test.person(.public)
        #expect(await registry.run("register", "export", "--output", path, as: anyone).status == .done)
        #expect(FileSystem.text(of: path + ".manifest.json")?.contains("\"reproducible\" : false") == true)
        #expect(await registry.run("report", "reproduce", path + ".manifest.json", as: anyone).status == .done)
        _ = await registry.run("register", "withhold", "TP-P0001", "--field", "company", "--ground", "trade-secret")
        let again = await registry.run("report", "reproduce", path + ".manifest.json", "--lang", "en", as: anyone)
        #expect(again.status == .checkFailed && again.error.contains("cannot be put together again"))
        _ = await registry.run("register", "disclose", "TP-P0001", "--field", "company")
        #expect(await registry.run("report", "reproduce", path + ".manifest.json", as: anyone).status == .done)
    }

    @Test("report all writes every report for people and programs, with an index that leads to them") func all()
        async throws
    {
        let registry = try await Registry()
        try await registry.fill()
        let folder = try ScratchFolder()
        let set = await registry.run("report", "all", "--output", folder.path, "--lang", "ko")
        #expect(set.status == .done, "\(set.error)")
        let index = try #require(FileSystem.text(of: folder.path + "/index.html"))
        for name in ReportSet.sources(asOf: nil).map(ReportSet.name) {
            #expect(index.contains("href=\"\(name).html\"") && index.contains("href=\"\(name).csv\""))
            let page = try #require(FileSystem.text(of: folder.path + "/\(name).html"))
            #expect(page.contains("<html lang=\"ko\">"))
            // Of no grants there is nothing to draw.
            #expect(page.contains("<svg") || name == "expiries", "\(name)")
        }
    }
}
