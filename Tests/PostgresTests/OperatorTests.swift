import Glibc
import Testing

@testable import Postgres

/// What an operator sets in the environment. Each test has a process of its own, as the environment is everybody's.
@Suite("The operator's environment", .timeLimit(.minutes(5)))
struct OperatorTests {
    @Test("PGOPTIONS is kept, and libpq's variables say where to connect")
    func variables() async {
        await #expect(processExitsWith: .success) {
            for (name, value) in try TestServer.options().parameters { setenv("PG" + variable(name), value, 1) }
            setenv("PGOPTIONS", "-c lock_timeout=77 -c timezone=Asia/Seoul", 1)
            setenv("PGAPPNAME", "operator", 1)
            let settings = try await shown(by: ConnectionOptions())
            try #require(settings == ["77ms", "UTC", "operator"])
        }
    }

    @Test("a service's options are kept, whether it is named by a variable or in the connection string")
    func service() async {
        await #expect(processExitsWith: .success) {
            let file = "/tmp/pg_service_\(getpid())"
            defer { unlink(file) }
            let lines = try TestServer.options().parameters.map { "\($0.key)=\($0.value)" }
            let text = "[desk]\n\(lines.joined(separator: "\n"))\noptions=-c lock_timeout=88 -c timezone=Asia/Seoul\n"
            let written = fopen(file, "w")
            fputs(text, written)
            fclose(written)
            setenv("PGSERVICEFILE", file, 1)
            let named = try await shown(by: ConnectionOptions("service=desk application_name=x"))
            try #require(named == ["88ms", "UTC", "x"])
            setenv("PGSERVICE", "desk", 1)
            var options = ConnectionOptions()
            options.applicationName = "y"
            let byVariable = try await shown(by: options)
            try #require(byVariable == ["88ms", "UTC", "y"])
        }
    }
}

private func variable(_ parameter: String) -> String {
    ["dbname": "DATABASE"][parameter] ?? parameter.uppercased()
}

private func shown(by options: ConnectionOptions) async throws -> [String] {
    try await Database(options, lanes: 1).read { session in
        try session.one(
            "SELECT current_setting('lock_timeout'), current_setting('timezone'), current_setting('application_name')"
        ) { (lock: String, zone: String, name: String) in [lock, zone, name] }
    }
}
