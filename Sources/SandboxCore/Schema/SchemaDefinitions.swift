internal import Digest

/// The files of `schema/`: the one current definition of every function, view, trigger, policy and grant.
///
/// Objects that hold no data are not changed step by step: when the files differ from those that were applied last, all
/// of them are applied again, in one transaction.
public struct SchemaDefinitions: Equatable, Sendable {
    /// In the order in which they run: that of their names.
    public let files: [File]
    /// Over the names and texts of all files, in hexadecimal digits.
    public let sha256: String

    /// One file of `schema/`.
    public struct File: Equatable, Sendable {
        /// The file's name without its ending: `50_decision`.
        public let name: String
        /// What it says.
        public let text: String

        /// `schema/50_decision.sql`
        public var path: String { "schema/\(name).sql" }
    }

    /// The definitions that this program was built with.
    public static let embedded = SchemaDefinitions(
        files: EmbeddedSQL.schema.map { File(name: $0.name, text: $0.text) }, sha256: EmbeddedSQL.schemaSHA256)

    /// Files other than this program's, for tests. Without files nothing is replaced.
    package init(_ files: [(name: String, text: String)]) {
        let files = files.sorted { $0.name < $1.name }
        self.init(files: files.map { File(name: $0.name, text: $0.text) }, sha256: SHA256.digits(of: files))
    }

    private init(files: [File], sha256: String) { (self.files, self.sha256) = (files, sha256) }

    var isEmpty: Bool { files.isEmpty }
}

/// What a database says of the definitions it has: a row of `sandbox.schema_definition`.
public struct AppliedDefinitions: Equatable, Sendable {
    /// The migration after which they were applied.
    public let version: Int
    /// Over the names and texts of all files.
    public let sha256: String
}
