extension Session {
    /// Work that can fail without failing the transaction around it: what throws is undone, and thrown on.
    @discardableResult
    public func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        link.savepointDepth += 1
        defer { link.savepointDepth -= 1 }
        let name = "sp_\(link.savepointDepth)"
        try link.sendWaiting()
        try link.control("SAVEPOINT \(name)")
        do {
            let value = try body()
            try link.sendWaiting()
            try link.control("RELEASE SAVEPOINT \(name)")
            return value
        } catch {
            link.waiting = []
            // If this fails too, the transaction is over, which its COMMIT will say; the first error tells more.
            _ = try? link.control("ROLLBACK TO SAVEPOINT \(name); RELEASE SAVEPOINT \(name)")
            throw error
        }
    }

    /// A transaction inside ``Database/withoutTransaction(_:)``. Elsewhere there is one already.
    @discardableResult
    public func transaction<Value>(_ mode: WriteMode = .readCommitted, _ body: () throws -> Value) throws -> Value {
        guard link.isIdle else {
            throw PostgresError(.usage, "there is a transaction already", hint: "Use a savepoint.")
        }
        return try link.transaction(mode.begin, body)
    }

    /// Waits for the lock of that name, and keeps it until the transaction ends.
    public func lock(_ key: AdvisoryKey, file: StaticString = #fileID, line: Int = #line) throws {
        try execute("SELECT pg_advisory_xact_lock(\(key.number))", file: file, line: line)
    }
}

/// The name of a lock that belongs to no row: a 64-bit number, or a text that is hashed into one.
public struct AdvisoryKey: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    /// The number that PostgreSQL knows the lock by.
    public let number: Int64

    /// A key by its number.
    public init(integerLiteral number: Int64) {
        self.number = number
    }

    /// A key by a text.
    public init(stringLiteral name: String) {
        self.init(name)
    }

    /// A key by a text: its FNV-1a hash, the same in every process.
    public init(_ name: String) {
        let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0100_0000_01b3 }
        number = Int64(bitPattern: hash)
    }
}
