extension SQL: ExpressibleByStringInterpolation {
    // `StaticString` keeps even `SQL(stringLiteral: text)` from accepting a string made at run time.

    /// A statement without binds.
    public init(stringLiteral text: StaticString) {
        self.init()
        append(text: text.description)
    }

    /// A statement with binds, fragments and identifiers.
    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.sql
    }

    /// What may be written between `\(` and `)` in a statement.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var sql = SQL()

        /// Made by the compiler.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// The text as written.
        public mutating func appendLiteral(_ text: StaticString) {
            sql.append(text: text.description)
        }

        /// A value: becomes a bind parameter.
        public mutating func appendInterpolation(_ value: some Bindable) {
            sql.append(Bind(value))
        }

        /// A value or NULL: becomes a bind parameter.
        public mutating func appendInterpolation<Value: Bindable>(_ value: Value?) {
            sql.append(Bind(value))
        }

        /// A piece of SQL, with its own binds.
        public mutating func appendInterpolation(_ fragment: SQL) {
            sql.append(fragment)
        }

        /// The name of a table, column, role or channel, quoted.
        public mutating func appendInterpolation(identifier: Identifier) {
            sql.append(text: identifier.quoted)
        }

        /// The name of a table, column, role or channel, quoted.
        public mutating func appendInterpolation(identifier: String) {
            sql.append(text: Identifier(identifier).quoted)
        }

        /// Text that goes to the server as it is. Only for SQL that ships with the program, such as a migration.
        public mutating func appendInterpolation(unsafe text: String) {
            sql.append(text: text)
        }
    }
}
