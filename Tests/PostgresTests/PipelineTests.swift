import Postgres
import Synchronization
import Testing

@Suite("Statements that go along with others", .timeLimit(.minutes(5)))
struct PipelineTests {
    private let log = Log()

    private final class Log: Sendable {
        let entries = Mutex<[ExecutedStatement]>([])
        var all: [ExecutedStatement] { entries.withLock { $0 } }
    }

    private func database(_ change: (inout ConnectionOptions) -> Void = { _ in }) throws -> Database {
        try TestServer.database { options in
            options.onStatement = { [log] entry in log.entries.withLock { $0.append(entry) } }
            options.onNotice = { _ in }
            change(&options)
        }
    }

    private static func number(_ sql: SQL) -> Statement<Int> { .one(sql, as: Int.self) }

    @Test("what was asked goes in one round trip, in its order, when the first answer is wanted")
    func together() async throws {
        let answers = try await database().read { session in
            let one = session.ask(Self.number("SELECT \(1)"))
            let rows = session.ask(.all("SELECT n FROM generate_series(1, \(3)) AS n", as: Int.self))
            let nothing = session.ask(Statement<Int?>.first("SELECT 1 WHERE false") { (n: Int) in n })
            let isThere = session.ask(.exists("SELECT 1"))
            #expect(log.all.isEmpty)
            return (try isThere.get(), try one.get(), try rows.get(), try nothing.get())
        }
        #expect(answers.0 && answers.1 == 1)
        #expect(answers.2 == [1, 2, 3] && answers.3 == nil)
        #expect(log.all.map(\.follows) == [false, true, true, true])
        #expect(log.all.first?.sql == "SELECT $1" && log.all.allSatisfy { !$0.failed })
    }

    @Test("it goes before whatever is sent afterwards, and at the latest with the end of the transaction")
    func beforeOthers() async throws {
        let database = try database()
        try await database.write { session in
            session.ask(.execute("CREATE TEMPORARY TABLE t (n bigint) ON COMMIT DROP"))
            session.ask(.execute("INSERT INTO t VALUES (1)"))
            #expect(try session.one("SELECT count(*) FROM t", as: Int.self) == 1)
            #expect(log.all.map(\.follows) == [false, true, true])
            session.ask(.execute("INSERT INTO t VALUES (2)"))
            try session.stream("SELECT n FROM t ORDER BY n") { (n: Int) in
                n
            } _: { _ in
            }
            session.ask(.execute("INSERT INTO t VALUES (3)"))
            try session.savepoint { session.ask(.execute("INSERT INTO t VALUES (4)")) }
            #expect(try session.all("SELECT n FROM t ORDER BY n", as: Int.self) == [1, 2, 3, 4])
        }
        let error = await #expect(throws: PostgresError.self) {
            try await database.write { session in _ = session.ask(.execute("SELECT 1 / 0")) }
        }
        #expect(error?.state == SQLState(rawValue: "22012") && error?.sql == "SELECT 1 / 0")
    }

    @Test("after one that fails none has run, and each throws its error") func failure() async throws {
        let database = try database()
        let errors = Mutex<[String?]>([])
        await #expect(throws: PostgresError.self) {
            try await database.write { session in
                try session.execute("CREATE TEMPORARY TABLE t (n bigint) ON COMMIT DROP")
                let answers = [
                    session.ask(.execute("INSERT INTO t VALUES (1)")),
                    session.ask(.execute("INSERT INTO t VALUES (1 / 0)")),
                    session.ask(.execute("INSERT INTO t VALUES (2)")),
                ]
                for answer in answers.reversed() {
                    do { _ = try answer.get() } catch let error as PostgresError {
                        errors.withLock { $0.append(error.sql) }
                    }
                }
            }
        }
        #expect(errors.withLock { $0 } == ["INSERT INTO t VALUES (1 / 0)", "INSERT INTO t VALUES (1 / 0)"])
        #expect(log.all.map(\.failed) == [false, false, true])
    }

    @Test("what was asked and never sent says so") func neverSent() async throws {
        let kept = Mutex<[PostgresError]>([])
        try await database().write { session in
            var late: Answer<Int>?
            _ = try? session.savepoint {
                late = session.ask(Self.number("SELECT 1"))
                throw CancellationError()
            }
            do { _ = try late?.get() } catch let error as PostgresError { kept.withLock { $0.append(error) } }
        }
        #expect(kept.withLock { $0.map(\.kind) } == [.usage])
    }

    @Test("rows that are not as they are read say which statement it was") func decoding() async throws {
        let error = await #expect(throws: PostgresError.self) {
            try await database().read { session in
                let word = session.ask(Self.number("SELECT 'word'::text"))
                let number = session.ask(Self.number("SELECT 2"))
                #expect(try number.get() == 2)
                return try word.get()
            }
        }
        #expect(error?.kind == .decoding && error?.sql == "SELECT 'word'::text")
    }

    @Test("a lane's statements are kept by the server, each once, and are there after an error") func kept()
        async throws
    {
        let database = try database { $0.keepsStatements = true }
        func names() async throws -> Int {
            try await database.read { session in
                for n in 1...3 {
                    #expect(try session.one("SELECT \(n) + \(1)", as: Int.self) == n + 1)
                    session.ask(.execute("SELECT \("text")::text"))
                }
                return try session.one("SELECT count(*) FROM pg_prepared_statements", as: Int.self)
            }
        }
        #expect(try await names() == 3)
        await #expect(throws: PostgresError.self) {
            try await database.read { session in try session.one("SELECT 1 / \(0)", as: Int.self) }
        }
        await #expect(throws: PostgresError.self) {
            try await database.read { session in
                session.ask(.execute("SELECT nothing"))
                return try session.one("SELECT \(7)", as: Int.self)
            }
        }
        // The division was prepared and failed when it ran; what is no statement was not prepared, nor what came after it.
        #expect(try await names() == 4)
        #expect(try await database.read { try $0.one("SELECT \(7)", as: Int.self) } == 7)
        try await database.withoutTransaction { try $0.execute("SELECT 1") }
        #expect(try await names() == 3)
    }

    @Test("a lane that has too many texts begins anew") func manyTexts() async throws {
        let database = try database { $0.keepsStatements = true }
        let kept = try await database.read { session in
            for n in 1...1_100 { try session.execute("SELECT \(unsafe: String(n))") }
            return try session.one("SELECT count(*) FROM pg_prepared_statements", as: Int.self)
        }
        #expect(kept <= 501)
    }
}
