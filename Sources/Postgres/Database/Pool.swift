import Dispatch
import Synchronization

/// Hands out lanes: carries out what ``PoolState`` decides.
final class Pool: Sendable {
    private struct Guarded {
        var state: PoolState
        var waiting: [PoolState.Ticket: CheckedContinuation<Connection, any Error>] = [:]
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    private let connections: [Connection]
    private let guarded: Mutex<Guarded>
    private let timeout: Duration

    init(_ options: ConnectionOptions, lanes: Int) {
        precondition(lanes > 0, "a database needs a lane")
        connections = (0..<lanes).map { Connection($0, options) }
        guarded = Mutex(Guarded(state: PoolState(lanes: lanes)))
        timeout = options.leaseTimeout
    }

    /// A lane, as soon as one is free.
    /// - Throws: `CancellationError`, or ``PostgresError`` of kind `timeout` or `usage` (closed).
    func lease() async throws -> Connection {
        try Task.checkCancellation()
        let ticket = guarded.withLock { $0.state.ticket() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let mustWait = change { guarded in
                    guarded.waiting[ticket] = continuation
                    return guarded.state.lease(ticket)
                }
                // The handler may have run before there was anything to cancel.
                if Task.isCancelled { giveUp(ticket, .cancelled) }
                if mustWait { setTimer(ticket) }
            }
        } onCancel: {
            giveUp(ticket, .cancelled)
        }
    }

    /// Takes a lane back.
    func giveBack(_ connection: Connection, isConnected: Bool) {
        change { $0.state.returned(connection.number, isConnected: isConnected) }
    }

    /// Refuses new leases and waits until all lanes are back and disconnected.
    func close() async {
        await withCheckedContinuation { continuation in
            change { guarded in
                guarded.closing.append(continuation)
                return guarded.state.close()
            }
        }
        for connection in connections { await connection.disconnect() }
    }

    private func giveUp(_ ticket: PoolState.Ticket, _ reason: PoolState.Refusal) {
        change { $0.state.gaveUp(ticket, reason) }
    }

    private func setTimer(_ ticket: PoolState.Ticket) {
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(timeout.milliseconds))) { [weak self] in
            self?.giveUp(ticket, .timeout)
        }
    }

    /// Decides under the lock, acts outside of it. Says whether nothing was to be done.
    @discardableResult
    private func change(_ decide: (inout sending Guarded) -> [PoolState.Action]) -> Bool {
        let work: [@Sendable () -> Void] = guarded.withLock { guarded in
            decide(&guarded).map { action in self.work(for: action, &guarded) }
        }
        for act in work { act() }
        return work.isEmpty
    }

    private func work(for action: PoolState.Action, _ guarded: inout Guarded) -> @Sendable () -> Void {
        switch action {
        case .grant(let lane, let ticket):
            let continuation = guarded.waiting.removeValue(forKey: ticket)
            let connection = connections[lane]
            return { continuation?.resume(returning: connection) }
        case .refuse(let ticket, let reason):
            let continuation = guarded.waiting.removeValue(forKey: ticket)
            return { continuation?.resume(throwing: reason.error) }
        case .disconnect(let lane):
            let connection = connections[lane]
            return { Task { await connection.disconnect() } }
        case .finishClosing:
            let closing = guarded.closing
            guarded.closing = []
            return { for continuation in closing { continuation.resume() } }
        }
    }
}

extension PoolState.Refusal {
    fileprivate var error: any Error {
        var error: PostgresError
        switch self {
        case .cancelled: return CancellationError()
        case .timeout: error = PostgresError(.timeout, "every connection was busy for too long")
        case .closed: error = PostgresError(.usage, "the database is closed")
        }
        error.happenedBeforeSend = true
        return error
    }
}
