package import Postgres

/// A file that PostgreSQL refused. Nothing of it was kept.
package struct MigrationFailure: Error, CustomStringConvertible {
    /// `migrations/0004_organisation.sql`
    package let file: String
    /// Counted from 1; nil when PostgreSQL does not say where, as for a row that breaks a constraint.
    package let line: Int?
    /// What stands there, without the blanks around it.
    package let offendingLine: String?
    package let error: PostgresError

    init(migration: Migration, error: PostgresError) {
        file = migration.file
        line = error.line
        self.error = error
        let lines = migration.text.split(separator: "\n", omittingEmptySubsequences: false)
        offendingLine = error.line.flatMap { number in
            lines.indices.contains(number - 1) ? String(lines[number - 1].trimmed()) : nil
        }
    }

    /// `migrations/0004_organisation.sql:12: syntax error …`, then the line, then what PostgreSQL adds.
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        var lines = ["\(place): \(error.message)"]
        if let offendingLine { lines.append(offendingLine) }
        lines += [error.detail, error.internalQuery, error.context].compactMap { $0 }
        return lines.joined(separator: "\n")
    }
}

extension Substring {
    fileprivate func trimmed() -> Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
