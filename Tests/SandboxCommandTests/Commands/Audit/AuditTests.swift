import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxPresentation
@testable import sandbox

@Suite("sandbox audit", .database)
struct AuditTests {
    private struct Persons {
        let company: String
        let auditor: String
    }

    /// A company at work, with texts that are awkward to write as JSON.
    private func arrange() async throws -> Persons {
        let test = try TestDatabase.current
        let persons = Persons(
            company: try await test.person(.company, of: "가나소프트"), auditor: try await test.person(.auditor))
        try await test.database(as: persons.company).write { session in
            for name in ["초거대 \"AI\" \\ 문서", "tab and / slash", "🧪 é", "<a>&amp;'; DROP"] {
                try session.execute(
                    """
                    INSERT INTO case_file (regime, track, service_name, summary, period_from, reasons)
                    VALUES ('kr-ict', 'demonstration', \(name), \("줄\n바꿈\t끝"), '2026-12-01', '{a,b}')
                    """)
                try session.execute(
                    "UPDATE case_file SET period_months = 24, summary = NULL WHERE service_name = \(name)")
            }
        }
        return persons
    }

    private func run(_ arguments: [String], as role: String) async throws -> (EndStatus, Console.Saved) {
        let url = try TestDatabase.current.conninfo(as: role)
        return await SandboxCommandTests.run(arguments + ["--database-url", url], environment: ["LANG": "C"])
    }

    @Test("log shows the latest first; a limit that bites is said") func log() async throws {
        let persons = try await arrange()
        let (status, written) = try await run(
            ["audit", "log", "--limit", "2", "--format", "json"], as: persons.auditor)
        #expect(status == .done)
        #expect(written.out.contains(#""truncated":true"#))
        #expect(!written.error.isEmpty)
        let (_, own) = try await run(["audit", "log", "--act", "draft", "--format", "csv"], as: persons.company)
        #expect(own.out.split(separator: "\n").count == 5 || own.out.contains("초거대"))
        #expect(try await run(["audit", "log", "--case", "DRAFT-99"], as: persons.company).0 == .notFound)
        #expect(try await run(["audit", "log", "--since", "yesterday"], as: persons.company).0 == .usage)
    }

    @Test("verify ends with 0 while the log holds, and with 7 and the first broken event when it does not")
    func verify() async throws {
        let persons = try await arrange()
        let (_, sealed) = try await run(["audit", "seal"], as: persons.auditor)
        let token = sealed.out.trimmed
        #expect(try SealToken(token).number == 1)
        let (status, said) = try await run(["audit", "verify", "--seal", token], as: persons.auditor)
        #expect(status == .done, "\(said.error)")
        #expect(said.error.contains("1 seal holds") && said.error.contains("the kept seal is one of them"))

        try await TestDatabase.current.administrator.write { session in
            try session.simple(
                """
                SET LOCAL session_replication_role = replica;
                UPDATE event SET actor = 'somebody' WHERE event_id = (SELECT max(event_id) FROM event)
                """)
        }
        let (broken, found) = try await run(["audit", "verify", "--format", "json"], as: persons.auditor)
        #expect(broken == .checkFailed)
        #expect(found.out.contains(#""problem":"content-changed""#))
        #expect(found.error.contains("audit-broken"))
        #expect(try await run(["audit", "verify", "--seal", "SEAL-1"], as: persons.auditor).0 == .usage)
        #expect(try await run(["audit", "verify"], as: persons.company).0 == .notPermitted)
        #expect(try await run(["audit", "seal"], as: persons.company).0 == .notPermitted)
    }

    @Test(
        "an outsider recomputes everything with the thirty lines in docs/audit.md",
        .enabled(if: Python.path != nil, "NOT TESTED: no python3"))
    func outsider() async throws {
        let persons = try await arrange()
        let tokens = [
            try await run(["audit", "seal"], as: persons.auditor).1.out.trimmed,
            try await run(["audit", "seal"], as: persons.auditor).1.out.trimmed,
        ]
        let events = try await run(
            ["export", "events", "--format", "jsonl"], as: persons.auditor
        ).1.out
        let seals = try await run(["audit", "seal", "--list", "--format", "jsonl"], as: persons.auditor).1.out
        for token in tokens {
            let (status, said) = try await Python.verify(events, seals, token)
            #expect(status == 0, "\(said)")
            #expect(said.contains("events in") && said.contains("hold"))
        }
        let foreign = "SEAL-1-5-" + String(repeating: "0", count: 64)
        #expect(try await Python.verify(events, seals, foreign).status == 1)
        let lines = events.split(separator: "\n")
        for changed in [
            events.replacing("초거대", with: "초소형"), lines.dropFirst().joined(separator: "\n"),
            (lines.prefix(5) + lines.dropFirst(6)).joined(separator: "\n"), lines.dropLast().joined(separator: "\n"),
        ] {
            let (status, said) = try await Python.verify(changed, seals, tokens[1])
            #expect(status == 1)
            #expect(said.contains("broken: "), "\(said)")
        }
    }
}

/// The verifier that `docs/audit.md` prints, run as somebody outside would run it.
private enum Python {
    static let path = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first(
        where: FileSystem.isExecutable)

    static func verify(_ events: String, _ seals: String, _ token: String) async throws -> (status: Int32, said: String)
    {
        let page = try #require(FileSystem.text(of: projectFolder + "/docs/audit.md"))
        let script = try #require(page.firstRange(of: "```python\n").map { page[$0.upperBound...] })
        var outcome = Program.Outcome(status: -1, output: "")
        try await ScratchCluster.with { scratch in
            let owner = ServerUser(id: scratch.user.id, group: scratch.user.group, name: "", isAnother: false)
            let files = [
                ("verify.py", String(script.prefix(upTo: script.firstRange(of: "```")?.lowerBound ?? script.endIndex))),
                ("events.jsonl", events), ("seals.jsonl", seals),
            ]
            for (name, text) in files { try FileSystem.write(text, to: "\(scratch.parent)/\(name)", owner: owner) }
            let names = files.map { "\(scratch.parent)/\($0.0)" }
            outcome = try await scratch.run(path ?? "", names[0], names[1], names[2], token)
        }
        return (outcome.status, outcome.output)
    }
}

extension String {
    fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).first.map(String.init) ?? "" }
}
