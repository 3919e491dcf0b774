import CLibPQ

/// One lane's connection: opened at first use, reopened when it was lost in between.
actor Connection {
    nonisolated let canceller = Canceller()
    nonisolated let number: Int
    private let lane: Lane
    private let options: ConnectionOptions
    private var link: Link? {
        didSet { if oldValue != nil, link == nil { options.onConnection?(.closed(lane: number)) } }
    }

    init(_ number: Int, _ options: ConnectionOptions) {
        self.number = number
        self.options = options
        lane = Lane(number)
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { lane.asUnownedSerialExecutor() }

    /// Whether a connection is open and ready for the next user. One that is not is closed.
    func settle() -> Bool {
        guard let link else { return false }
        if !link.isBroken, link.transactionStatus == PQTRANS_IDLE { return true }
        self.link = nil
        return false
    }

    func disconnect() {
        link = nil
    }

    /// Runs the body between BEGIN and the end.
    func transaction<Value: Sendable>(
        _ begin: String, preamble: SQL?, end: TransactionEnd, _ body: @Sendable (Session) throws -> Value
    ) throws -> Value {
        let link = try beforeSend {
            try withOpenLink { try $0.begin(begin, preamble: preamble) }
        }
        return try link.finishTransaction(end) { try body(Session(link)) }
    }

    /// Runs the body with every statement in a transaction of its own, and then forgets what it left in the session.
    func withoutTransaction<Value: Sendable>(_ body: @Sendable (Session) throws -> Value) throws -> Value {
        let link = try beforeSend { try withOpenLink { try $0.control("") } }
        try link.requireSession()
        defer {
            link.rollBack()
            link.kept = KeptStatements()
            if (try? link.control("DISCARD ALL")) == nil { self.link = nil }
        }
        do {
            let value = try body(Session(link))
            try link.sendWaiting()
            return value
        } catch var error as PostgresError where link.isBroken {
            error.commitOutcomeUnknown = true
            throw error
        }
    }

    /// Opens the connection if need be, and sends the first words. A connection that was found dead in the pool is
    /// opened anew, once: nothing of the caller's has been sent on it.
    private func withOpenLink(_ firstWords: (Link) throws -> Void) throws -> Link {
        if let link, !link.isBroken {
            do {
                try firstWords(link)
                return link
            } catch let error as PostgresError where error.kind == .connection || link.isBroken {
                self.link = nil
            }
        }
        let start = ContinuousClock.now
        let link = try Link.connect(options, canceller)
        self.link = link
        options.onConnection?(.opened(lane: number, process: link.serverProcess, duration: .now - start))
        try firstWords(link)
        return link
    }

    private func beforeSend<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch var error as PostgresError {
            error.happenedBeforeSend = true
            throw error
        }
    }
}
