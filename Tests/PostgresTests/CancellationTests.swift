import Postgres
import Synchronization
import Testing

@Suite("Cancellation and timeouts")
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
        try await Task.sleep(for: .milliseconds(20))
        task.cancel()
        return try #require(await #expect(throws: (any Error).self) { try await task.value })
    }

    private func processID(_ database: Database) async throws -> Int {
        try await database.read { try $0.one("SELECT pg_backend_pid()") }
    }

    @Test("cancelling the task stops the statement, and the connection stays in use", .timeLimit(.minutes(1)))
    func cancel() async throws {
        let database = try TestServer.database()
        let before = try await processID(database)
        let clock = ContinuousClock()
        let time = try await clock.measure {
            let error = try await cancelled(database) { try $0.execute("SELECT pg_sleep(30)") }
            #expect(error is CancellationError)
        }
        #expect(time < .seconds(5))
        #expect(try await processID(database) == before)
    }

    @Test("a COPY that waits can be cancelled", .timeLimit(.minutes(1)))
    func cancelCopy() async throws {
        let database = try TestServer.database()
        let error = try await cancelled(database) { session in
            try session.copyOut("COPY (SELECT pg_sleep(30)) TO STDOUT") { _ in }
        }
        #expect(error is CancellationError)
    }

    @Test("after the cancellation the closure cannot send anything more", .timeLimit(.minutes(1)))
    func sticky() async throws {
        let database = try TestServer.database()
        let second = Mutex<(any Error)?>(nil)
        _ = try await cancelled(database) { session in
            do { try session.execute("SELECT pg_sleep(30)") } catch {}
            do { try session.execute("SELECT 1") } catch { second.withLock { $0 = error } }
        }
        let refused = second.withLock { $0 is CancellationError }
        #expect(refused)
    }

    @Test("a closure that takes no notice of the cancellation is rolled back", .timeLimit(.minutes(1)))
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

    @Test("a cancel that comes at any moment never meets the next statement", .timeLimit(.minutes(1)))
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

    @Test("a task that is cancelled while it waits for a lane gets none", .timeLimit(.minutes(1)))
    func waiting() async throws {
        let database = try TestServer.database()
        let holder = Task { try await database.read { try $0.execute("SELECT pg_sleep(0.3)") } }
        try await Task.sleep(for: .milliseconds(50))
        let waiter = Task { try await database.read { try $0.execute("SELECT 1") } }
        try await Task.sleep(for: .milliseconds(50))
        waiter.cancel()
        await #expect(throws: CancellationError.self) { try await waiter.value }
        _ = try await holder.value
    }

    @Test("a statement that runs too long is a timeout")
    func statementTimeout() async throws {
        let database = try TestServer.database { $0.statementTimeout = .milliseconds(20) }
        let error = await #expect(throws: PostgresError.self) {
            try await database.read { try $0.execute("SELECT pg_sleep(10)") }
        }
        #expect(error?.kind == .timeout)
        #expect(error?.state == .queryCanceled)
        #expect(try await database.read { try $0.one("SELECT 1", as: Int.self) } == 1)
    }

    @Test("a lock that is not had in time is a timeout", .timeLimit(.minutes(1)))
    func lockTimeout() async throws {
        let database = try TestServer.database(lanes: 2) { $0.lockTimeout = .milliseconds(50) }
        let key = AdvisoryKey("lock \(UInt64.random(in: 0 ... .max))")
        let error = await #expect(throws: PostgresError.self) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        try await database.write { session in
                            try session.lock(key)
                            try session.execute("SELECT pg_sleep(0.5)")
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        #expect(error?.kind == .timeout)
        #expect(error?.state == .lockNotAvailable)
    }

    @Test("waiting too long for a lane is a timeout, before anything was sent", .timeLimit(.minutes(1)))
    func leaseTimeout() async throws {
        let database = try TestServer.database { $0.leaseTimeout = .milliseconds(50) }
        let holder = Task { try await database.read { try $0.execute("SELECT pg_sleep(0.5)") } }
        try await Task.sleep(for: .milliseconds(100))
        let error = await #expect(throws: PostgresError.self) {
            try await database.read { try $0.execute("SELECT 1") }
        }
        #expect(error?.kind == .timeout)
        #expect(error?.happenedBeforeSend == true)
        _ = try await holder.value
    }

    @Test("statements in flight hold no shared thread", .timeLimit(.minutes(1)))
    func noSharedThread() async throws {
        // More closures than there are threads wait for something that only async code can bring about.
        let signal = "signal \(UInt64.random(in: 0 ... .max))"
        let database = try TestServer.database(lanes: 16)
        let running = AsyncStream.makeStream(of: Void.self)
        let waiting = (0..<16).map { _ in
            Task {
                try await database.withoutTransaction { session in
                    running.continuation.yield()
                    let deadline = ContinuousClock.now + .seconds(20)
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
