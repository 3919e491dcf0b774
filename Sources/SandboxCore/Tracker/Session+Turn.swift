internal import Postgres

extension Session {
    /// Waits until nobody else does this work of the desk, and keeps others from it until the transaction ends.
    /// - Parameter work: its name, such as `roadmap ai-2020`.
    /// - Throws: a `PostgresError` after the time that a session waits for a lock.
    func takeTurn(_ work: String) throws { try execute("SELECT take_turn(\(work))") }
}
