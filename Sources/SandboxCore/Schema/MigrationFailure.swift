public import Postgres

/// A file that PostgreSQL refused. Nothing of it was kept.
public struct MigrationFailure: Error, CustomStringConvertible {
    /// `migrations/0005_organisation.sql`
    public let file: String
    /// Counted from 1; nil when PostgreSQL does not say where, as for a row that breaks a constraint.
    public let line: Int?
    /// The text of that line, without the blanks around it.
    public let offendingLine: String?
    /// What PostgreSQL said.
    public let error: PostgresError

    init(_ file: String, _ text: String, line: Int?, _ error: PostgresError) {
        (self.file, self.line, self.error) = (file, line, error)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        offendingLine = line.flatMap { number in
            lines.indices.contains(number - 1) ? String(lines[number - 1].trimmed()) : nil
        }
    }

    init(_ file: String, _ text: String, _ error: PostgresError) { self.init(file, text, line: error.line, error) }

    /// `migrations/0005_organisation.sql:12: syntax error …`, then the line, then what PostgreSQL adds.
    public var description: String {
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
