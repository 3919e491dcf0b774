import Postgres

/// The code of `Postgres.docc`, in its order. A test holds the two against each other, and runs it.
enum PostgresSnippets {
    static func overview(_ connection: String, limit: PostgresDate) async throws -> [String] {
        let database = Database(try ConnectionOptions(connection), lanes: 1)

        struct Book {
            let id: Int64
            let title: String
            let lentOn: PostgresDate?
        }

        let overdue = try await database.read { session in
            try session.all(
                """
                SELECT book_id, title, lent_on FROM book
                WHERE lent_on < \(limit) ORDER BY lent_on
                """, Book.init)
        }
        await database.close()
        return overdue.map(\.title)
    }

    static func filter(shelf: String, since: PostgresDate?, column: String) -> SQL {
        var conditions: [SQL] = ["shelf = \(shelf)"]
        if let since { conditions.append("lent_on >= \(since)") }
        let sql: SQL =
            "SELECT title FROM book WHERE \(conditions.joined(by: " AND ")) ORDER BY \(identifier: column)"
        return sql
    }

    static func together(_ database: Database) async throws -> (titles: [String], shelves: Int) {
        try await database.read { session in
            let titles = session.ask(.all("SELECT title FROM book ORDER BY title", as: String.self))
            let shelves = session.ask(.one("SELECT count(DISTINCT shelf) FROM book", as: Int.self))
            return (titles: try titles.get(), shelves: try shelves.get())
        }
    }

    static func write(_ database: Database, role: String, id: Int64) async throws {
        try await database.write(preamble: "SELECT set_config('role', \(role), true)") { session in
            try session.execute("UPDATE book SET lent_on = current_date WHERE book_id = \(id)")
        }
    }
}

enum Shelf: String { case open, closed }
extension Shelf: PostgresValue {}
