internal import Postgres

extension SQL {
    /// A query kept in a `.sql` file of this target, by the file's name without its ending.
    ///
    /// The file's header names the parameters and, after `-- columns:`, the columns with their types. A test compares
    /// both with what PostgreSQL says of the query.
    static func embedded<each Value: Bindable>(_ name: String, binding values: repeat each Value) -> SQL {
        guard let query = EmbeddedSQL.queries.first(where: { $0.name == name }) else {
            preconditionFailure("no file \(name).sql is embedded")
        }
        return SQL(unsafe: query.text, binding: repeat each values)
    }
}
