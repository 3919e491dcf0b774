import CLibPQ
import Dispatch
import Glibc
import Synchronization

/// Stops the statement that runs on a lane when the task that sent it is cancelled, and no other statement.
///
/// A cancel request is a message on a second connection, so it can come too late or too early. Too late: it is sent
/// under `gate`, which a statement must pass to end, so the next one cannot begin while a request is on its way.
/// Too early, before the server has read the statement: the request is repeated until the lane is handed back.
final class Canceller: Sendable {
    private struct State {
        var use = 0
        var isCancelled = false
        var isRunning = false
        var target: Target?
    }

    private let state = Mutex(State())
    private let gate = Mutex(())
    /// After this long a server that does not answer is given up: its socket is shut, which wakes the lane.
    private static let patience = Duration.seconds(15)
    private static let queue = DispatchQueue(label: "postgres.cancel", attributes: .concurrent)

    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// The connection whose statements are to be cancelled from now on.
    func aim(at connection: OpaquePointer?) {
        let target = connection.flatMap(Target.init)
        gate.withLock { _ in state.withLock { $0.target = target } }
    }

    /// A task takes the lane. Its number keeps a late cancellation from meeting the lane's next user.
    func beginUse() -> Int {
        gate.withLock { _ in
            state.withLock {
                $0.use += 1
                $0.isCancelled = false
                return $0.use
            }
        }
    }

    /// The task hands the lane back.
    func endUse() {
        _ = beginUse()
    }

    /// - Throws: `CancellationError` if the task was cancelled before.
    func beginStatement() throws {
        try state.withLock {
            if $0.isCancelled { throw CancellationError() }
            $0.isRunning = true
        }
    }

    func endStatement() {
        gate.withLock { _ in state.withLock { $0.isRunning = false } }
    }

    /// The task that has this use of the lane is cancelled. Called from any thread; does not wait.
    func cancel(_ use: Int) {
        let isNew = state.withLock {
            guard $0.use == use, !$0.isCancelled else { return false }
            $0.isCancelled = true
            return true
        }
        if isNew { fire(use, after: .zero, since: .now) }
    }

    /// Stops the statement that runs now, from the lane itself.
    func stopStatement() {
        state.withLock { $0.isRunning ? $0.target : nil }?.cancel()
    }

    /// Shuts the connection's socket, which wakes whoever waits on it.
    func sever() {
        gate.withLock { _ in state.withLock { $0.target }?.sever() }
    }

    private func fire(_ use: Int, after delay: Duration, since start: ContinuousClock.Instant) {
        Self.queue.asyncAfter(deadline: .now() + .milliseconds(Int(delay.milliseconds))) { [self] in
            gate.withLock { _ in
                let target = state.withLock { $0.use == use && $0.isRunning ? $0.target : nil }
                guard let target else { return }
                if .now - start > Self.patience { target.sever() } else { target.cancel() }
            }
            guard state.withLock({ $0.use == use }) else { return }
            fire(use, after: min(.seconds(1), delay * 2 + .milliseconds(10)), since: start)
        }
    }
}

/// What is needed to cancel on a connection, from any thread.
///
/// `@unchecked Sendable`: libpq only reads a `PGcancel`, which it documents as safe from any thread; the socket is
/// touched under `Canceller.gate` only, which the connection passes to take its target away before it closes.
private final class Target: @unchecked Sendable {
    private let handle: OpaquePointer
    private let socket: Int32

    init?(_ connection: OpaquePointer) {
        guard let handle = PQgetCancel(connection) else { return nil }
        self.handle = handle
        socket = PQsocket(connection)
    }

    deinit { PQfreeCancel(handle) }

    func cancel() {
        var message: [CChar] = Array(repeating: 0, count: 256)
        PQcancel(handle, &message, Int32(message.count))
    }

    func sever() {
        shutdown(socket, Int32(SHUT_RDWR))
    }
}
