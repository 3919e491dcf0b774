import CLibPQ

extension Session {
    /// What PostgreSQL keeps of a password (SCRAM-SHA-256), made by libpq here: `ALTER ROLE … PASSWORD` takes it in place of the
    /// password, which so never leaves the process.
    /// - Throws: `PostgresError` of kind `usage` where libpq cannot make it.
    public func scramVerifier(of password: String, user: String) throws -> String {
        guard let made = PQencryptPasswordConn(link.connection, password, user, "scram-sha-256") else {
            throw PostgresError(.usage, "libpq could not make a SCRAM verifier")
        }
        defer { PQfreemem(made) }
        return String(cString: made)
    }
}
