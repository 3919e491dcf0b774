import Postgres
import Synchronization
import Testing

private struct CaseRow: Equatable {
    let id: Int64
    let title: String
    let note: String?
}

private enum Stage: String, PostgresValue { case draft, filed }

private struct CaseID: RawRepresentable, Hashable, PostgresValue { let rawValue: Int64 }

@Suite("Queries", .timeLimit(.minutes(5)))
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

    @Test("fragments, identifiers and values are put together with one numbering")
    func composition() async throws {
        let filters: [SQL] = ["n > \(1)", "n < \(5)", "name = \("it's")"]
        let sql: SQL =
            "SELECT n FROM t WHERE \(filters.joined(by: " AND ")) ORDER BY \(identifier: "odd \"name") \(SQL())"
        #expect(sql.text == #"SELECT n FROM t WHERE n > $1 AND n < $2 AND name = $3 ORDER BY "odd ""name" "#)
        #expect(sql.bindCount == 3)
        #expect((("a" as SQL) + "\(1)" + " b").text == "a$1 b")
        #expect(("\(identifier: Identifier("sandbox", "case_file"))" as SQL).text == #""sandbox"."case_file""#)
        let literal: SQL = "SELECT \("a literal is a value too")::text"
        #expect(literal.bindCount == 1)
        let value = try await database.read { try $0.one(literal, as: String.self) }
        #expect(value == "a literal is a value too")
    }

    @Test("a text with its own placeholders takes its values in their order")
    func numberedByHand() async throws {
        let text = "SELECT $2::text || $1::text || $2::text"
        let value = try await database.read { try $0.one(SQL(unsafe: text, binding: "a", "b"), as: String.self) }
        #expect(value == "bab")
    }

    @Test("a list is bound as an array")
    func list() async throws {
        let numbers = try await database.read {
            try $0.all("SELECT n FROM generate_series(1, 9) n WHERE n = ANY(\([2, 4, 40]))", as: Int.self)
        }
        #expect(numbers == [2, 4])
    }

    @Test("a string becomes what the column is")
    func untypedStrings() async throws {
        try await database.write(dryRun: true) { session in
            try session.execute("CREATE TYPE pg_temp.stage AS ENUM ('draft', 'filed')")
            try session.execute("CREATE TEMP TABLE case_row (stage pg_temp.stage, day date)")
            try session.execute("INSERT INTO case_row VALUES (\(Stage.filed), \("2026-03-01"))")
            let stage = try session.one(
                "SELECT stage FROM case_row WHERE stage = ANY(\([Stage.filed]))", as: Stage.self)
            #expect(stage == .filed)
        }
    }

    @Test("first gives nothing for no row, and refuses several")
    func cardinality() async throws {
        try await database.read { session in
            let none = try session.first("SELECT 1 WHERE false", as: Int.self)
            #expect(none == nil)
            let isThere = try (session.exists("SELECT WHERE true"), session.exists("SELECT WHERE false"))
            #expect(isThere == (true, false))
            let wrong: [SQL] = ["SELECT 1 WHERE false", "SELECT generate_series(1, 2)", "SELECT 1, 2"]
            for sql in wrong {
                let error = failure { try session.one(sql, as: Int.self) }
                #expect(error?.kind == .decoding, "\(sql)")
                #expect(error?.sql == sql.text)
            }
        }
    }

    @Test("a value that cannot be read names its column and both types, and is not shown")
    func decodingFailures() async throws {
        try await database.read { session in
            let null = failure { try session.one("SELECT NULL::text AS title", as: String.self) }
            #expect(null?.message == #"column "title" (number 1): NULL in text cannot be read as String"#)
            #expect(null?.column == "title")
            let text = failure { try session.one("SELECT 1, 'secret' AS n") { (_: Int, number: Int) in number } }
            #expect(text?.message == #"column "n" (number 2): 6 bytes of text cannot be read as Int"#)
            #expect(text?.location?.hasPrefix("PostgresTests/QueryTests.swift:") == true)
            for (sql, read) in [
                ("SELECT 40000", { try session.one($0, as: Int16.self) }),
                ("SELECT 'gone'", { try session.one($0, as: Stage.self) }),
                ("SELECT 'infinity'::date", { try session.one($0, as: PostgresDate.self) }),
                ("SELECT 'infinity'::timestamptz", { try session.one($0, as: Timestamp.self) }),
                ("SELECT '{{1},{2}}'::int[]", { try session.one($0, as: [Int].self) }),
                ("SELECT '{NULL}'::int[]", { try session.one($0, as: [Int].self) }),
                ("SELECT 'x'", { try session.one($0, as: [UInt8].self) }),
            ] as [(SQL, (SQL) throws -> Any)] {
                #expect(failure { try read(sql) }?.kind == .decoding, "\(sql)")
            }
        }
    }

    @Test("describe gives names and types without running the statement")
    func describe() async throws {
        let description = try await database.read {
            try $0.describe(
                "SELECT \(1) AS n, current_date AS d, 'x'::varchar(20) AS v, 1 / 0 AS never WHERE 'a' = \("a")")
        }
        #expect(description.parameters == ["bigint", "text"])
        #expect(description.columns.map(\.name) == ["n", "d", "v", "never"])
        #expect(description.columns.map(\.type) == ["bigint", "date", "character varying(20)", "integer"])
    }

    @Test("every statement of a closure is reported, with its text and without its values")
    func statementLog() async throws {
        let log = Mutex<[ExecutedStatement]>([])
        let database = try TestServer.database { $0.onStatement = { entry in log.withLock { $0.append(entry) } } }
        try await database.write(preamble: "SELECT 1") { session in
            try session.execute("SELECT \("secret")::text")
            _ = failure { try session.savepoint { try session.execute("SELECT 1 / 0") } }
        }
        let entries = log.withLock { $0 }
        #expect(entries.map(\.sql) == ["SELECT $1::text", "SELECT 1 / 0"])
        #expect(entries.map(\.failed) == [false, true])
    }

    @Test("notices go to the hook")
    func notices() async throws {
        let heard = Mutex<[Notice]>([])
        let database = try TestServer.database { $0.onNotice = { notice in heard.withLock { $0.append(notice) } } }
        try await database.write { try $0.execute("DO $$ BEGIN RAISE WARNING 'mind %', 7 USING HINT = 'h'; END $$") }
        let notice = try #require(heard.withLock { $0 }.first)
        #expect(notice.message == "mind 7")
        #expect(notice.severity == "WARNING")
        #expect(notice.hint == "h")
    }
}

/// The driver's error that the work throws, if it throws one.
func failure<Value>(_ work: () throws -> Value) -> PostgresError? {
    do {
        _ = try work()
        return nil
    } catch { return error as? PostgresError }
}
