import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Queries kept in files", .database)
struct EmbeddedQueryTests {
    @Test(
        "every embedded query has the parameters and columns its header names",
        arguments: EmbeddedSQL.queries.map(\.name))
    func header(_ name: String) async throws {
        let text = try #require(EmbeddedSQL.queries.first { $0.name == name }?.text)
        let lines = text.split(separator: "\n")
        let parameters = lines.filter { $0.hasPrefix("-- $") }.map { line in
            String(line.split(separator: " ")[3].prefix { letter in letter != ":" })
        }
        let header = try #require(lines.first { $0.hasPrefix("-- columns: ") }).dropFirst("-- columns: ".count)
        let columns = header.split(separator: ",").map { $0.drop { $0 == " " } }
        let described = try await TestDatabase.current.administrator.read { session in
            try session.simple("SET LOCAL search_path TO sandbox, public")
            return try session.describe(SQL(unsafe: text))
        }
        #expect(described.parameters.count == parameters.count)
        #expect(described.parameters == parameters)
        let found = described.columns.map { column in "\(column.name) \(column.type)" }
        let named = columns.map { column in String(column) }
        #expect(found == named)
    }

    @Test("there is at least one") func some() { #expect(!EmbeddedSQL.queries.isEmpty) }
}
