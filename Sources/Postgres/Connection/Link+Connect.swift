import CLibPQ
import Glibc

extension Link {
    /// Connects, waiting on the calling thread.
    /// - Throws: ``PostgresError`` of kind `connection` or `timeout`, or `CancellationError`.
    static func connect(_ options: ConnectionOptions, _ canceller: Canceller) throws -> Link {
        do {
            return try connect(options, options.libpqParameters(), canceller)
        } catch let error as PostgresError where error.isPoolersRefusal {
            return try connect(options, options.libpqParameters(settling: false), canceller)
        }
    }

    private static func connect(
        _ options: ConnectionOptions, _ parameters: [String: String], _ canceller: Canceller
    ) throws -> Link {
        let started = ConnectionOptions.withParameters(parameters) { PQconnectStartParams($0, $1, 0) }
        guard let connection = started else { throw PostgresError(.connection, "out of memory") }
        let link = Link(connection, options, canceller)
        // So that a refusal names its SQLSTATE; results carry it in a field anyway.
        PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
        try complete(connection, within: timeout(of: connection, options), canceller)
        canceller.aim(at: connection)
        link.isPooled = link.parameter("IntervalStyle") != ConnectionOptions.intervalStyle
        return link
    }

    private static func complete(
        _ connection: OpaquePointer, within timeout: Duration?, _ canceller: Canceller
    ) throws {
        let deadline = timeout.map { ContinuousClock.now + $0 }
        var state = PQstatus(connection) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
        while state != PGRES_POLLING_OK {
            if state == PGRES_POLLING_FAILED { throw refusal(String(cString: PQerrorMessage(connection))) }
            if canceller.isCancelled { throw CancellationError() }
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
            return options.connectTimeout * max(1, options.hostCount)
        }
        return given > 0 ? .seconds(given) : nil
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
