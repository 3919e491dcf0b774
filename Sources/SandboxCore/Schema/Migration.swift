/// One file of `migrations/`: a step of the schema, forward only.
public struct Migration: Equatable, Sendable {
    /// Whose rights a file has, and whether it is one transaction.
    public enum Mode: String, Sendable {
        /// Under `sandbox_owner`, who owns everything and never logs in.
        case asOwner = ""
        /// As whoever connected: for roles and the schema itself.
        case asAdministrator = "as-administrator"
        /// For statements that PostgreSQL refuses in a transaction; such a file holds one.
        case noTransaction = "no-transaction"
    }

    /// The number in front of the file's name; without gaps from 1.
    public let version: Int
    /// The file's name without its ending: `0004_organisation`.
    public let name: String
    /// What it says.
    public let text: String
    /// Whose rights it has.
    public let mode: Mode

    /// `migrations/0005_organisation.sql`
    public var file: String { "migrations/\(name).sql" }

    package init(version: Int, name: String, text: String, mode: Mode) {
        self.version = version
        self.name = name
        self.text = text
        self.mode = mode
    }

    /// Reads the number from the name and the mode from the first line, `-- sandbox: as-administrator`.
    package init(name: String, text: String) throws(MigrationSetError) {
        let digits = name.prefix { $0.isASCII && $0.isNumber }
        guard let version = Int(digits), name.dropFirst(digits.count).first == "_" else { throw .unnumbered(name) }
        let mark = "-- sandbox: "
        let firstLine = text.prefix { !$0.isNewline }
        var mode = Mode.asOwner
        if firstLine.hasPrefix(mark) {
            let word = String(firstLine.dropFirst(mark.count))
            guard let named = Mode(rawValue: word), named != .asOwner else { throw .unknownDirective(name, word) }
            mode = named
        }
        self.init(version: version, name: name, text: text, mode: mode)
    }

    /// The migrations that this program was built with, in order.
    public static func embedded() throws(MigrationSetError) -> [Migration] {
        try ordered(EmbeddedSQL.migrations.map { ($0.name, $0.text) })
    }

    /// The schema version this program works with: the number of its migrations.
    public static let newest = EmbeddedSQL.migrations.count

    static func ordered(_ files: [(name: String, text: String)]) throws(MigrationSetError) -> [Migration] {
        var migrations: [Migration] = []
        for file in files { migrations.append(try Migration(name: file.name, text: file.text)) }
        migrations.sort { $0.version < $1.version }
        for (index, migration) in migrations.enumerated() where migration.version != index + 1 {
            throw .gap(expected: index + 1, found: migration.name)
        }
        return migrations
    }
}

/// The files of `migrations/` do not form a sequence. A test finds this before anybody else meets it.
public enum MigrationSetError: Error, Equatable {
    /// A name that does not begin with a number.
    case unnumbered(String)
    /// A number that is missing, and the file found instead.
    case gap(expected: Int, found: String)
    /// A file, and the word in its first line that is not a mode.
    case unknownDirective(String, String)
}
