import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("sandbox doctor and what every command can say of itself", .database)
struct DoctorCommandTests {
    private func run(_ words: String..., as role: String = "postgres") async throws -> (EndStatus, Console.Saved) {
        let url = try TestDatabase.current.conninfo(as: role)
        return await SandboxCommandTests.run(words + ["--database-url", url], environment: ["LANG": "C"])
    }

    @Test("a problem ends it with 7, with a sentence and a remedy in both languages") func problem() async throws {
        let (status, english) = try await run("doctor", "--format", "jsonl")
        #expect(status == .checkFailed)
        let line = english.out.split(separator: "\n").first { $0.contains(#""subject":"fsync""#) }
        #expect(line?.contains(#""verdict":"problem""#) == true)
        #expect(line?.contains(#""says_en":"The setting fsync is off; it should be on.""#) == true)
        #expect(line?.contains(#""says_ko":"설정 fsync: off, on이어야 합니다""#) == true)
        #expect(line?.contains(#""remedy_en":"Set fsync = on: look in postgresql.conf"#) == true)
        let other = try await run("doctor", "--format", "jsonl", "--lang", "ko").1.out
        #expect(other.contains(line ?? "none"))
        #expect(english.error.contains("doctor-problems"))
        let (_, korean) = try await run("doctor", "--format", "table", "--lang", "ko", "--brief")
        #expect(korean.out.contains("설정 fsync: off, on이어야 합니다"))
        #expect(!korean.out.contains("정상"))
    }

    @Test("--verbose tells connections and statements with their times, and no value") func verbose() async throws {
        let test = try TestDatabase.current
        _ = try await test.organisation("비밀스러운이름", kind: "company")
        let auditor = try await test.person(.auditor)
        let (status, written) = try await run("case", "list", "--company", "비밀스러운이름", "--verbose", as: auditor)
        #expect(status == .done)
        #expect(written.error.contains("sandbox: connected: server process "))
        #expect(written.error.contains(" ms, "))
        #expect(written.error.contains("SandboxCore/CaseList.swift"))
        #expect(written.error.contains("\n    SELECT "))
        #expect(!written.error.contains("비밀스러운이름"))
        let (_, quiet) = try await run("case", "list", "--company", "비밀스러운이름", as: auditor)
        #expect(written.out == quiet.out && quiet.error.isEmpty)
    }

    @Test("--verbose tells of migrations too") func migrator() async throws {
        let (_, written) = try await run("db", "verify", "--verbose")
        #expect(written.error.contains("SandboxCore/Migrator+Status.swift"))
    }

    @Test("--version names the program, its schema and libpq") func version() async throws {
        let (status, written) = await SandboxCommandTests.run(["--version"])
        #expect(status == .done)
        let lines = written.out.split(separator: "\n")
        #expect(lines.map { $0.prefix { $0 != " " } } == ["sandbox", "schema", "libpq"])
        #expect(lines.contains("schema \(Tracker.schemaVersion)"))
        #expect(written.out.contains("libpq \(Tracker.clientLibraryVersion)"))
    }
}
