import CLibPQ
import Glibc

extension Link {
    /// Connects, waiting on the calling thread: to the first of the hosts that answers in time and will do.
    /// - Throws: ``PostgresError`` of kind `connection` or `timeout`, or `CancellationError`.
    static func connect(_ options: ConnectionOptions, _ canceller: Canceller) throws -> Link {
        var parameters = options.libpqParameters()
        while true {
            let started = ConnectionOptions.withParameters(parameters) { PQconnectStartParams($0, $1, 0) }
            guard let connection = started else { throw PostgresError(.connection, "out of memory") }
            let link = Link(connection, options, canceller)
            // So that a refusal names its SQLSTATE; results carry it in a field anyway.
            PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
            do { try complete(connection, within: timeout(of: connection, options), canceller) } catch let error
                as PostgresError
            {
                if error.isPoolersRefusal, parameters["options"] != "" {
                    parameters["options"] = ""
                } else if error.kind == .timeout, let others = hosts(after: connection) {
                    parameters.merge(others) { $1 }
                } else {
                    throw error
                }
                continue
            }
            canceller.aim(at: connection)
            link.isPooled = link.parameter("IntervalStyle") != ConnectionOptions.intervalStyle
            return link
        }
    }

    /// Each host has the whole time; libpq goes on to the next by itself when one refuses.
    private static func complete(
        _ connection: OpaquePointer, within timeout: Duration?, _ canceller: Canceller
    ) throws {
        var tried = PQhost(connection).map { String(cString: $0) }
        var deadline = timeout.map { ContinuousClock.now + $0 }
        var state = PQstatus(connection) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
        while state != PGRES_POLLING_OK {
            if state == PGRES_POLLING_FAILED { throw refusal(String(cString: PQerrorMessage(connection))) }
            if canceller.isCancelled { throw CancellationError() }
            let host = PQhost(connection).map { String(cString: $0) }
            if host != tried { (tried, deadline) = (host, timeout.map { ContinuousClock.now + $0 }) }
            if let deadline, deadline < .now {
                var error = PostgresError(.timeout, "the server did not answer in time", state: .connectionNotMade)
                error.happenedBeforeSend = true
                throw error
            }
            // Short waits, so that a cancelled task and the deadline are noticed.
            let interest = Int16(state == PGRES_POLLING_READING ? POLLIN : POLLOUT)
            var descriptor = pollfd(fd: PQsocket(connection), events: interest, revents: 0)
            if poll(&descriptor, 1, 50) != 0 { state = PQconnectPoll(connection) }
        }
    }

    /// The operator's `connect_timeout` in seconds, wherever it was given; 0 means no limit.
    private static func timeout(of connection: OpaquePointer, _ options: ConnectionOptions) -> Duration? {
        guard let given = ConnectionOptions.read(PQconninfo(connection))["connect_timeout"].flatMap({ Int($0) }) else {
            return options.connectTimeout
        }
        return given > 0 ? .seconds(given) : nil
    }

    /// The lists of hosts and ports from the one on that comes after the one being tried; nil after the last. A server whose
    /// processes hang takes the connection and says nothing, and libpq would wait for it for ever.
    private static func hosts(after connection: OpaquePointer) -> [String: String]? {
        let lists = ConnectionOptions.read(PQconninfo(connection))
            .filter { ["host", "hostaddr", "port"].contains($0.key) }
            .mapValues { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let tried = PQhost(connection).map { String(cString: $0) }
        guard let names = lists["host"] ?? lists["hostaddr"], let place = names.firstIndex(where: { $0 == tried }),
            place + 1 < names.count
        else { return nil }
        return lists.mapValues { $0.count == 1 ? $0[0] : $0[(place + 1)...].joined(separator: ",") }
    }

    /// `…: FATAL:  3D000: database "x" does not exist`: the state is cut out of the text, as libpq has no field for it.
    static func refusal(_ text: String) -> PostgresError {
        let lines = text.split(separator: "\n").map { $0.drop { $0 == "\t" || $0 == " " } }
        let told = lines.filter { !$0.hasPrefix("LOCATION:") }
        var error = PostgresError(.connection, told.joined(separator: " "), state: .connectionNotMade)
        error.happenedBeforeSend = true
        for part in told.joined(separator: " ").split(separator: " ", omittingEmptySubsequences: true) {
            guard part.last == ":", part.utf8.count == 6, part.dropLast().utf8.allSatisfy(isStateCharacter),
                part.utf8.first.map({ $0 < 58 }) == true || part.hasPrefix("P0") || part.hasPrefix("XX")
            else { continue }
            error.state = SQLState(rawValue: String(part.dropLast()))
            error.message = error.message.split(separator: " \(part)", omittingEmptySubsequences: false).joined()
        }
        return error
    }

    private static func isStateCharacter(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte)
    }
}

extension PostgresError {
    /// `unsupported startup parameter: options`: PgBouncer takes no settings of a session.
    fileprivate var isPoolersRefusal: Bool {
        state?.rawValue == "08P01" && message.contains("unsupported startup parameter")
    }
}
