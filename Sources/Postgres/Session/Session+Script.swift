import CLibPQ

extension Session {
    /// Runs a text of several statements, such as a migration: `try session.simple("\(unsafe: file)")`.
    ///
    /// Binds nothing and gives no rows. An error's ``PostgresError/position`` and ``PostgresError/line`` refer to the
    /// whole text.
    public func simple(_ script: SQL, file: StaticString = #fileID, line: Int = #line) throws {
        let site = CallSite(file: file, line: line)
        try link.run(script, site) {
            guard script.bindCount == 0 else { throw PostgresError(.usage, "a script takes no bound values") }
            guard PQsendQuery(link.connection, script.text) == 1 else { throw link.lost(script, site) }
            while let result = try link.next(script, site) {
                guard result.status != PGRES_COPY_IN, result.status != PGRES_COPY_OUT else {
                    throw PostgresError(.usage, "a script cannot COPY from or to the client")
                }
            }
        }
    }
}

extension Link {
    var isIdle: Bool { transactionStatus == PQTRANS_IDLE }
}
