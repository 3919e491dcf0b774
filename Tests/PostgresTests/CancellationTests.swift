import Postgres
import Synchronization
import Testing

@Suite("Cancellation and timeouts", .timeLimit(.minutes(5)))
struct CancellationTests {
    /// Runs a statement that takes very long, cancels its task once the server is at it, and gives what came of it.
    private func cancelled(_ database: Database, _ body: @escaping @Sendable (Session) throws -> Void) async throws
        -> any Error
    {
        let started = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            try await database.write { session in
                started.continuation.yield()
                try body(session)
            }
        }
        for await _ in started.stream { break }
        // Mostly the statement is under way by then; sooner, it is not begun, which comes to the same.
        try await Task.sleep(for: .milliseconds(20))
        task.cancel()
        return try #require(await #expect(throws: (any Error).self) { try await task.value })
    }

    /// Has the only lane in use, until it is cancelled.
    private func hold(_ database: Database, _ body: @escaping @Sendable (Session) throws -> Void = { _ in }) async
        -> Task<Void, any Error>
    {
        let started = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            try await database.write { session in
                try body(session)
                started.continuation.yield()
                try session.execute("SELECT pg_sleep(600)")
            }
        }
        for await _ in started.stream { break }
        return task
    }

    private func processID(_ database: Database) async throws -> Int {
        try await database.read { try $0.one("SELECT pg_backend_pid()") }
    }

    @Test("cancelling the task stops the statement, and the connection stays in use")
    func cancel() async throws {
        let database = try TestServer.database()
        let before = try await processID(database)
        let error = try await cancelled(database) { try $0.execute("SELECT pg_sleep(600)") }
        #expect(error is CancellationError)
        #expect(try await processID(database) == before)
    }

    @Test("a COPY that waits can be cancelled")
    func cancelCopy() async throws {
        let database = try TestServer.database()
        let error = try await cancelled(database) { session in
            try session.copyOut("COPY (SELECT pg_sleep(600)) TO STDOUT") { _ in }
        }
        #expect(error is CancellationError)
    }

    @Test("after the cancellation the closure cannot send anything more")
    func sticky() async throws {
        let database = try TestServer.database()
        let second = Mutex<(any Error)?>(nil)
        _ = try await cancelled(database) { session in
            do { try session.execute("SELECT pg_sleep(600)") } catch {}
            do { try session.execute("SELECT 1") } catch { second.withLock { $0 = error } }
        }
        let refused = second.withLock { $0 is CancellationError }
        #expect(refused)
    }

    @Test("a closure that takes no notice of the cancellation is rolled back")
    func noCommit() async throws {
        let database = try TestServer.database()
        let cancel = Mutex<@Sendable () -> Void>({})
        let gate = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            for await _ in gate.stream { break }
            return try await database.write { _ in cancel.withLock { $0 }() }
        }
        cancel.withLock { $0 = { task.cancel() } }
        gate.continuation.yield()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("a cancel that comes at any moment never meets the next statement")
    func neverTheNext() async throws {
        let database = try TestServer.database()
        for round in 0..<300 {
            let task = Task { try await database.read { try $0.one("SELECT 1 FROM pg_sleep(0.0002)", as: Int.self) } }
            try await Task.sleep(for: .microseconds(round * 2))
            task.cancel()
            // Sent at once on the same connection: it must not be the one that is stopped.
            let next = try await database.read { try $0.one("SELECT 2 FROM pg_sleep(0.001)", as: Int.self) }
            #expect(next == 2)
            do {
                let value = try await task.value
                #expect(value == 1)
            } catch is CancellationError {}
        }
    }

    @Test("a task that is cancelled while it waits for a lane gets none")
    func waiting() async throws {
        let database = try TestServer.database()
        let holder = await hold(database)
        let waiter = Task { try await database.read { try $0.execute("SELECT 1") } }
        // Mostly it waits by then; sooner, it has not come yet, and gets none either.
        try await Task.sleep(for: .milliseconds(50))
        waiter.cancel()
        await #expect(throws: CancellationError.self) { try await waiter.value }
        holder.cancel()
    }

    @Test("a statement that runs too long is a timeout")
    func statementTimeout() async throws {
        let database = try TestServer.database { $0.statementTimeout = .milliseconds(500) }
        let error = await #expect(throws: PostgresError.self) {
            try await database.read { try $0.execute("SELECT pg_sleep(600)") }
        }
        #expect(error?.kind == .timeout)
        #expect(error?.state == .queryCanceled)
        #expect(try await database.read { try $0.one("SELECT 1", as: Int.self) } == 1)
    }

    @Test("a lock that is not had in time is a timeout")
    func lockTimeout() async throws {
        let database = try TestServer.database(lanes: 2) { $0.lockTimeout = .milliseconds(50) }
        let key = AdvisoryKey("lock \(UInt64.random(in: 0 ... .max))")
        let holder = await hold(database) { try $0.lock(key) }
        let error = await #expect(throws: PostgresError.self) { try await database.write { try $0.lock(key) } }
        holder.cancel()
        #expect(error?.kind == .timeout)
        #expect(error?.state == .lockNotAvailable)
    }

    @Test("waiting too long for a lane is a timeout, before anything was sent")
    func leaseTimeout() async throws {
        let database = try TestServer.database { $0.leaseTimeout = .milliseconds(50) }
        let holder = await hold(database)
        let error = await #expect(throws: PostgresError.self) {
            try await database.read { try $0.execute("SELECT 1") }
        }
        #expect(error?.kind == .timeout)
        #expect(error?.happenedBeforeSend == true)
        holder.cancel()
    }

    @Test("statements in flight hold no shared thread")
    func noSharedThread() async throws {
        // More closures than there are threads wait for something that only async code can bring about.
        let signal = "signal \(UInt64.random(in: 0 ... .max))"
        let database = try TestServer.database(lanes: 16)
        let running = AsyncStream.makeStream(of: Void.self)
        let waiting = (0..<16).map { _ in
            Task {
                try await database.withoutTransaction { session in
                    running.continuation.yield()
                    let deadline = ContinuousClock.now + .seconds(120)
                    while ContinuousClock.now < deadline {
                        let sql: SQL = "SELECT FROM pg_stat_activity WHERE application_name = \(signal)"
                        if try session.exists(sql) { return true }
                        try session.execute("SELECT pg_sleep(0.02)")
                    }
                    return false
                }
            }
        }
        var count = 0
        for await _ in running.stream {
            count += 1
            if count == 16 { break }
        }
        let signalling = try TestServer.database { $0.applicationName = signal }
        try await signalling.read { _ in }
        for task in waiting {
            let wasTold = try await task.value
            #expect(wasTold)
        }
        await signalling.close()
    }
}
