import CLibPQ

/// What the server says of a statement that it has parsed but not run.
public struct StatementDescription: Sendable, Hashable {
    /// A column of the result.
    public struct Column: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its type as SQL writes it: `bigint`, `character varying(20)`, `library.shelf`.
        public let type: String
    }

    /// The types of `$1`, `$2`, …, as the server takes them.
    public let parameters: [String]
    /// The columns in their order.
    public let columns: [Column]
}

extension Session {
    /// Has the server parse a statement without running it: for tests of statements.
    public func describe(_ sql: SQL, file: StaticString = #fileID, line: Int = #line) throws -> StatementDescription {
        let site = CallSite(file: file, line: line)
        let types = sql.binds.map(\.oid)
        let described = try link.run(sql, site) {
            guard PQsendPrepare(link.connection, "", sql.text, Int32(types.count), types) == 1 else {
                throw link.lost(sql, site)
            }
            while try link.next(sql, site) != nil {}
            guard PQsendDescribePrepared(link.connection, "") == 1, let result = try link.next(sql, site) else {
                throw link.lost(sql, site)
            }
            return result
        }
        let result = described.pointer
        let parameters = (0..<PQnparams(result)).map { Int64(PQparamtype(result, $0)) }
        let columns = 0..<described.columnCount
        let names = try typeNames(
            parameters + columns.map { Int64(PQftype(result, $0)) },
            modifiers: parameters.map { _ in -1 } + columns.map { PQfmod(result, $0) })
        return StatementDescription(
            parameters: Array(names.prefix(parameters.count)),
            columns: zip(columns, names.dropFirst(parameters.count)).map { index, type in
                StatementDescription.Column(name: String(cString: PQfname(result, index)), type: type)
            })
    }

    private func typeNames(_ types: [Int64], modifiers: [Int32]) throws -> [String] {
        try all(
            """
            SELECT format_type(kind.oid::oid, kind.modifier)
            FROM unnest(\(types), \(modifiers)) WITH ORDINALITY AS kind (oid, modifier, place)
            ORDER BY kind.place
            """, as: String.self)
    }
}
