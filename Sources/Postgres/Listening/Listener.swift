import CLibPQ
import Dispatch
import Glibc
import Synchronization

/// Waits for notifications, on a connection and a thread of its own.
final class Listener: Sendable {
    typealias Hearer = AsyncThrowingStream<Notification, any Error>.Continuation

    private let options: ConnectionOptions
    private let channels: [Identifier]
    private let canceller = Canceller()
    private let use: Int

    /// A connection that says nothing for this long is asked whether it still lives.
    private static let silence = Duration.seconds(60)

    init(_ options: ConnectionOptions, _ channels: [Identifier]) {
        self.options = options
        self.channels = channels
        use = canceller.beginUse()
    }

    func stop() {
        canceller.cancel(use)
        canceller.sever()
    }

    func start(_ hearer: Hearer) {
        DispatchQueue(label: "postgres.listener").async { [self] in
            do {
                try listen(hearer)
                hearer.finish()
            } catch is CancellationError {
                hearer.finish()
            } catch {
                hearer.finish(throwing: error)
            }
            canceller.endUse()
        }
    }

    private func listen(_ hearer: Hearer) throws {
        var hasListened = false
        var pause = Duration.milliseconds(50)
        while !canceller.isCancelled {
            do {
                let link = try Link.connect(options, canceller)
                try link.requireSession()
                for channel in channels { try link.control("LISTEN \(channel.quoted)") }
                hearer.yield(.listening)
                hasListened = true
                pause = .milliseconds(50)
                try hear(link, hearer)
            } catch let error as PostgresError where hasListened && error.isWorthAnotherTry {
                rest(pause)
                pause = min(pause * 2, .seconds(5))
            }
        }
    }

    /// Passes messages on.
    /// - Throws: when the connection is lost, which is also what ``stop()`` does to it.
    private func hear(_ link: Link, _ hearer: Hearer) throws {
        while !canceller.isCancelled {
            while let message = PQnotifies(link.connection) {
                defer { PQfreemem(message) }
                hearer.yield(
                    .message(
                        channel: String(cString: message.pointee.relname),
                        payload: String(cString: message.pointee.extra)))
            }
            var socket = pollfd(fd: PQsocket(link.connection), events: Int16(POLLIN), revents: 0)
            if poll(&socket, 1, Int32(Self.silence.milliseconds)) == 0 { try link.control("") }
            guard PQconsumeInput(link.connection) == 1 else { throw link.lost("LISTEN", .driver) }
        }
    }

    private func rest(_ pause: Duration) {
        let end = ContinuousClock.now + pause
        while .now < end, !canceller.isCancelled { usleep(20_000) }
    }
}

extension PostgresError {
    /// Whether a server that could not be reached may be reached later: not when it refused the role or the database.
    fileprivate var isWorthAnotherTry: Bool {
        guard kind == .connection || kind == .timeout else { return false }
        return state?.class != "28" && state?.class != "3D" && state != .insufficientPrivilege
    }
}
