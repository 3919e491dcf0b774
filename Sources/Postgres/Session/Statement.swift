/// A statement together with how its result is read, for ``Session/ask(_:)``.
///
/// ```swift
/// static func of(_ shelf: Shelf) -> Statement<[Book]> {
///     .all("SELECT book_id, title FROM book WHERE shelf = \(shelf)", Book.init)
/// }
/// ```
public struct Statement<Value> {
    let sql: SQL
    let site: CallSite
    let read: (QueryResult) throws -> Value

    /// All rows, as ``Session/all(_:file:line:_:)`` reads them.
    public static func all<each Column: ColumnDecodable, Row>(
        _ sql: SQL, file: StaticString = #fileID, line: Int = #line,
        _ make: @escaping (repeat each Column) throws -> Row
    ) -> Statement<[Row]> where Value == [Row] {
        Statement<[Row]>(sql: sql, site: CallSite(file: file, line: line)) { try $0.all(make) }
    }

    /// The only row, or `nil` if there is none.
    public static func first<each Column: ColumnDecodable, Row>(
        _ sql: SQL, file: StaticString = #fileID, line: Int = #line,
        _ make: @escaping (repeat each Column) throws -> Row
    ) -> Statement<Row?> where Value == Row? {
        Statement<Row?>(sql: sql, site: CallSite(file: file, line: line)) { try $0.first(make) }
    }

    /// Exactly one row.
    public static func one<each Column: ColumnDecodable>(
        _ sql: SQL, file: StaticString = #fileID, line: Int = #line,
        _ make: @escaping (repeat each Column) throws -> Value
    ) -> Statement {
        Statement(sql: sql, site: CallSite(file: file, line: line)) { try $0.one(make) }
    }
}

extension Statement {
    /// All values of the only column.
    public static func all<Item: ColumnDecodable>(
        _ sql: SQL, as type: Item.Type, file: StaticString = #fileID, line: Int = #line
    ) -> Statement<[Item]> where Value == [Item] {
        .all(sql, file: file, line: line) { (value: Item) in value }
    }
}

extension Statement where Value: ColumnDecodable {
    /// The value of the only column of exactly one row.
    public static func one(
        _ sql: SQL, as type: Value.Type, file: StaticString = #fileID, line: Int = #line
    ) -> Statement {
        .one(sql, file: file, line: line) { (value: Value) in value }
    }
}

extension Statement where Value == Bool {
    /// Whether the statement gives any row.
    public static func exists(_ sql: SQL, file: StaticString = #fileID, line: Int = #line) -> Statement {
        Statement(sql: sql, site: CallSite(file: file, line: line)) { $0.rowCount > 0 }
    }
}

extension Statement where Value == Int {
    /// How many rows the statement inserts, changes or deletes.
    public static func execute(_ sql: SQL, file: StaticString = #fileID, line: Int = #line) -> Statement {
        Statement(sql: sql, site: CallSite(file: file, line: line)) { $0.affectedRows }
    }
}

extension Session {
    /// Sends a statement along with the next one that is waited for: any number of them cost one round trip.
    ///
    /// ```swift
    /// let books = session.ask(Book.of(shelf))
    /// let loans = session.ask(Loan.of(shelf))
    /// return Shelf(books: try books.get(), loans: try loans.get())
    /// ```
    /// They run in the order in which they were asked, before whatever is sent afterwards, and at the latest when the
    /// transaction ends. When one fails, those after it have not run, and each of them throws that error.
    @discardableResult
    public func ask<Value>(_ statement: Statement<Value>) -> Answer<Value> {
        let answer = Answer(statement, link)
        link.waiting.append(answer)
        return answer
    }

    /// Sends a statement and waits for its answer.
    @discardableResult
    public func get<Value>(_ statement: Statement<Value>) throws -> Value { try ask(statement).get() }
}

/// What a statement will have come to.
public final class Answer<Value>: Waiting {
    private let read: (QueryResult) throws -> Value

    init(_ statement: Statement<Value>, _ link: Link) {
        read = statement.read
        super.init(statement.sql, statement.site, link)
    }

    /// The answer. The first that is asked for sends all that wait, and waits for them.
    public func get() throws -> Value { try receive(read) }
}

/// A statement that has yet to be sent, or its result.
public class Waiting {
    let sql: SQL
    let site: CallSite
    /// Whether it is one of the closure's, of which the observer is told.
    let isTold: Bool
    var outcome: Result<QueryResult, any Error>?
    private let link: Link

    init(_ sql: SQL, _ site: CallSite, _ link: Link, isTold: Bool = true) {
        (self.sql, self.site, self.link, self.isTold) = (sql, site, link, isTold)
    }

    func receive<Value>(_ read: (QueryResult) throws -> Value) throws -> Value {
        if outcome == nil { try link.sendWaiting() }
        guard let outcome else {
            var error = PostgresError(.usage, "the transaction ended before this statement was sent")
            error.blame(sql, site)
            throw error
        }
        let result = try outcome.get()
        do {
            return try read(result)
        } catch var error as PostgresError where error.sql == nil {
            error.blame(sql, site)
            throw error
        }
    }
}
