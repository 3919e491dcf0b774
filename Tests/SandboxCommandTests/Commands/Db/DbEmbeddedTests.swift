import ArgumentParser
import SandboxCore
import Testing

@testable import sandbox

@Suite("sandbox db, on the embedded database", .serialized, .timeLimit(.minutes(5)))
struct DbEmbeddedTests {
    @Test("starts, tells about itself, lets the operator in, and stops") func life() async throws {
        try await ScratchCluster.with { scratch in
            let environment = scratch.environment
            let before = await run(["db", "status", "--format", "jsonl"], environment: environment)
            #expect(before.written.out.contains(#""state":"none""#))

            let start = await run(["db", "start"], environment: environment)
            #expect(start.status == .done)
            #expect(start.written.out.isEmpty)
            #expect(start.written.error.contains("making the schema"))

            let status = await run(["db", "status", "--format", "jsonl"], environment: environment)
            #expect(status.written.out.contains(#""state":"running""#))
            #expect(status.written.out.contains(#""schema_version":\#(Migration.newest),"#))
            #expect(status.written.out.contains(#""pending":[],"disagreements":[]"#))
            #expect(await run(["db", "verify"], environment: environment).status == .done)

            let url = await run(["db", "url"], environment: environment)
            let psql = try await scratch.run(
                "/usr/bin/env", "psql", String(url.written.out.dropLast()), "-AtXqc",
                "SELECT current_user, acting_group(), current_setting('search_path')"
            )
            #expect(psql.output == "operator|sandbox_operator|sandbox, public\n")

            #expect(await run(["db", "stop"], environment: environment).status == .done)
            let after = await run(["db", "status", "--format", "jsonl"], environment: environment)
            #expect(after.written.out.contains(#""state":"stopped""#))
        }
    }

    @Test("a command starts it by itself, as the person named, and refuses a name that nobody has")
    func startsByItself() async throws {
        try await ScratchCluster.with { scratch in
            let (console, _) = Console.captured(environment: scratch.environment)
            try await Console.$current.withValue(console) {
                let who = try await GlobalOptions.parse([]).withTracker { try await $0.answer(WhoAmI()) }
                #expect(who.roleName == "operator")
                await #expect(throws: LoginRefused.self) {
                    try await GlobalOptions.parse(["--as", "nobody"]).withTracker { try await $0.answer(WhoAmI()) }
                }
            }
        }
    }

    @Test("the built program leaves a server that holds no pipe of its starter") func pipes() async throws {
        try await ScratchCluster.with { scratch in
            let program = BuiltProgram.path
            let words = "XDG_DATA_HOME='\(scratch.parent)' '\(program)' db start 2>&1 | cat"
            let outcome = try await scratch.run("/bin/sh", "-c", "unset DATABASE_URL PGHOST SANDBOX_AS; \(words)")
            #expect(outcome.output.hasSuffix("sandbox: the database was started\n"))
            #expect(await run(["db", "stop"], environment: scratch.environment).status == .done)
        }
    }
}

enum BuiltProgram {
    /// Beside the tests.
    static var path: String {
        FileSystem.parent(of: CommandLine.arguments[0]) + "/sandbox"
    }
}

extension ScratchCluster {
    /// Nothing configured but a data folder below this one.
    var environment: [String: String] {
        ["XDG_DATA_HOME": parent, "PATH": Console.process.environment["PATH"] ?? "", "LANG": "C"]
    }
}
