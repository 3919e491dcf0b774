import Postgres
import Testing

private struct CaseRow: Equatable {
    let id: Int64
    let title: String
    let note: String?
}

private enum Stage: String, PostgresValue { case draft, filed }

private struct CaseID: RawRepresentable, Hashable, PostgresValue { let rawValue: Int64 }

@Suite("Queries")
struct QueryTests {
    let database: Database

    init() throws { database = try TestServer.database() }

    @Test("rows are made by an initialiser")
    func initialiser() async throws {
        let rows = try await database.read { session in
            try session.all("SELECT * FROM (VALUES (1::bigint, '가', NULL), (2, 'b', 'n')) AS v (a, b, c)", CaseRow.init)
        }
        #expect(rows == [CaseRow(id: 1, title: "가", note: nil), CaseRow(id: 2, title: "b", note: "n")])
    }

    @Test("every bindable type comes back as it was bound")
    func roundTrip() async throws {
        try await database.read { session in
            func same<Value: PostgresValue & Equatable>(_ value: Value, _ cast: SQL) throws {
                #expect(try session.one("SELECT \(value)\(cast)") == value)
                #expect(try session.one("SELECT \(Value?.none)\(cast)", as: Value?.self) == nil)
            }
            for flag in [true, false] { try same(flag, "") }
            for number in [Int.min, -1, 0, .max] { try same(number, "") }
            try same(Int64.min, "")
            try same(Int32.min, "")
            try same(Int16.max, "")
            for number in [0.1, -1e300, .infinity, -.infinity, .leastNonzeroMagnitude] { try same(number, "") }
            for text in ["", "it's \"q\" \\ \n\t", "한국어 👩‍👩‍👧", "$1"] { try same(text, "::text") }
            try same([0, 1, 92, 255] as [UInt8], "")
            try same([] as [UInt8], "")
            try same([Int64.min, 0, 7], "")
            try same([true, false], "")
            try same(["", "NULL", "a,b", "{}", "\"\\", "가 나"], "::text[]")
            try same([] as [String], "::text[]")
            try same(["a", nil] as [String?], "::text[]")
            try same(Stage.filed, "::text")
            try same([Stage.filed, .draft], "::text[]")
            try same(CaseID(rawValue: 7), "")
            try same(try #require(PostgresDate("0001-01-01")), "")
            try same(try #require(PostgresDate("2024-02-29")), "")
            try same(try #require(Timestamp("2026-03-01T09:00:00.000001Z")), "")
            try same(try #require(Timestamp("1969-12-31T23:59:59.5Z")), "")
            try same(JSONText(#"{"a": [1, "가"]}"#), "")
        }
    }
}
