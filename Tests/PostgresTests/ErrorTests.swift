import Postgres
import Testing

@Suite("Errors", .timeLimit(.minutes(5)))
struct ErrorTests {
    let database: Database

    init() throws { database = try TestServer.database() }

    private func refused(_ setUp: SQL..., then sql: SQL) async throws -> PostgresError {
        let error = await #expect(throws: PostgresError.self) {
            try await database.write { session in
                for statement in setUp { try session.execute(statement) }
                try session.execute(sql)
            }
        }
        return try #require(error)
    }

    @Test("a broken constraint is told with all the names, and without the values")
    func constraint() async throws {
        let error = try await refused(
            "CREATE TEMP TABLE person (name text CONSTRAINT person_name_key UNIQUE, born date NOT NULL)",
            "INSERT INTO person VALUES (\("hunter2"), now())", then: "INSERT INTO person VALUES (\("hunter2"), now())")
        #expect(error.kind == .server)
        #expect(error.state == .uniqueViolation)
        #expect(error.constraint == "person_name_key")
        #expect(error.table == "person")
        #expect(error.schema?.hasPrefix("pg_temp") == true)
        #expect(error.detail == "Key (name)=(…) already exists.")
        #expect(error.sql == "INSERT INTO person VALUES ($1, now())")
        #expect(error.bindCount == 1)
        #expect(error.location?.hasPrefix("PostgresTests/ErrorTests.swift:") == true)
        #expect(!error.happenedBeforeSend && !error.commitOutcomeUnknown && !error.isRetryable)
        if case .integrityConstraint? = error.state {} else { Issue.record("the family is not matched") }
    }

    @Test(
        "no text of an error shows a bound value",
        arguments: [
            "SELECT \("hunter2")::int",
            "SELECT \("hunter2")::date",
            "SELECT \(#"{"hunter2": hunter2}"#)::jsonb",
            "SELECT \(JSONText("hunter2"))",
            "SELECT (\("hunter2")::text)::uuid",
            "INSERT INTO subject (name) VALUES (\("hunter2"))",
            "INSERT INTO subject (name, age) VALUES (\("hunter2"), -1)",
            "INSERT INTO subject (name, age) VALUES (\("hunter2"), 1), (\("hunter2"), 1)",
            "SELECT \("zero\0hunter2")::text",
            "SELECT set_config(\("hunter2"), '', true)",
            "SELECT repeat('x', length(\("hunter2")))::int FROM subject, hunter WHERE \("hunter2") = ''",
        ] as [SQL])
    func noBindValues(sql: SQL) async throws {
        let error = try await refused(
            "CREATE TEMP TABLE subject (name text UNIQUE, age int NOT NULL CHECK (age > 0))", then: sql)
        let allTexts = [
            error.message, error.detail, error.hint, error.context, error.description, error.debugDescription,
        ]
        for text in allTexts.compactMap({ $0 }) { #expect(!text.contains("hunter2")) }
    }

    @Test("the position in a script becomes its line")
    func scriptLine() async throws {
        let script = "CREATE TEMP TABLE 가 (n int);\n\nINSERT INTO 가 VALUES (1);\nINSERT INTO nowhere\nVALUES (1);"
        let error = await #expect(throws: PostgresError.self) {
            try await database.write { try $0.simple("\(unsafe: script)") }
        }
        #expect(error?.state == .undefinedTable)
        #expect(error?.line == 4)
        let position = try #require(error?.position)
        #expect(String(script.dropFirst(position - 1)).hasPrefix("nowhere"))
    }

    @Test("a script runs all its statements")
    func script() async throws {
        try await database.write(dryRun: true) { session in
            try session.simple(
                "CREATE TEMP TABLE t (n int); INSERT INTO t VALUES (1), (2); SELECT * FROM t; DELETE FROM t")
            let isEmpty = try !session.exists("SELECT FROM t")
            #expect(isEmpty)
        }
    }

    @Test("what a raised exception says arrives whole")
    func raised() async throws {
        let error = try await refused(
            then: """
                DO $$ BEGIN
                    RAISE EXCEPTION 'not now' USING ERRCODE = 'SX001', DETAIL = 'd', HINT = 'h', TABLE = 't',
                        CONSTRAINT = 'c', COLUMN = 'l';
                END $$
                """)
        #expect(error.state?.rawValue == "SX001")
        #expect(error.message == "not now")
        #expect([error.detail, error.hint, error.table, error.constraint, error.column] == ["d", "h", "t", "c", "l"])
        #expect(error.context?.contains("PL/pgSQL") == true)
        #expect(error.description == "not now (SQLSTATE SX001)\nhint: h")
    }

    @Test("a server that is not there is a connection failure, before anything was sent")
    func nobody() async throws {
        let database = Database(try ConnectionOptions("host=/nonexistent user=x password=hunter2 dbname=y"), lanes: 1)
        let error = await #expect(throws: PostgresError.self) {
            try await database.write { try $0.execute("SELECT 1") }
        }
        #expect(error?.kind == .connection)
        #expect(error?.state == .connectionNotMade)
        #expect(error?.happenedBeforeSend == true)
        #expect(error?.message.contains("/nonexistent") == true)
        #expect(error?.debugDescription.contains("hunter2") == false)
    }

    @Test("a refused login and a missing database carry their SQLSTATE")
    func refusedLogin() async throws {
        for (change, state) in [
            ({ $0.database = "no such database" }, SQLState.undefinedDatabase),
            ({ $0.user = "no such role" }, .invalidAuthorization),
        ] as [((inout ConnectionOptions) -> Void, SQLState)] {
            let database = try TestServer.database(lanes: 1, change)
            let error = await #expect(throws: PostgresError.self) { try await database.read { _ in } }
            #expect(error?.state == state)
            #expect(error?.kind == .connection)
            #expect(error?.message.contains(state.rawValue) == false)
            #expect(error?.message.contains("no such") == true)
        }
    }

    @Test("a server that accepts and says nothing is a timeout")
    func mute() async throws {
        let mute = try MuteServer()
        var options = ConnectionOptions()
        options.host = mute.folder
        options.user = "x"
        options.connectTimeout = .milliseconds(100)
        let error = await #expect(throws: PostgresError.self) {
            try await Database(options, lanes: 1).read { _ in }
        }
        #expect(error?.kind == .timeout)
        #expect(error?.happenedBeforeSend == true)
        options.connectTimeout = .seconds(50)
        let task = Task { [options] in try await Database(options, lanes: 1).read { _ in } }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("of several hosts, one that accepts and says nothing is given up for the next")
    func muteHost() async throws {
        let mute = try MuteServer()
        var options = try TestServer.options()
        options.host = mute.folder + "," + (options.host ?? "")
        // The second host has as long, and answers in its own time.
        options.connectTimeout = .seconds(10)
        #expect(try await Database(options, lanes: 1).read { try $0.one("SELECT 1", as: Int.self) } == 1)
    }
}
