import Yams

/// What stands beside an exported file: enough to make the same bytes again, and to tell whether they are the same.
public struct ExportManifest: Sendable, Hashable {
    /// The words of the command, without those that say where the bytes go and who asks.
    public var arguments: [String]
    /// The moment the register was read at.
    public var asOf: Instant
    /// How the rows are written: `csv`, `json`, …
    public var format: String
    /// Whether it is csv for Excel.
    public var hasByteOrderMark: Bool
    /// The language of titles and words, where the format has any.
    public var language: String?
    /// The group role of who exported, e.g. `desk`.
    public var role: String
    /// The organisation, if what the role sees depends on it.
    public var organisation: String?
    /// The version of the program.
    public var program: String
    /// The version of the schema.
    public var schema: Int
    /// The version of each regime's rules.
    public var rules: [String: Int]
    /// The file's name.
    public var file: String
    /// How many rows are in it.
    public var rows: Int
    /// The digest of the file's bytes, in hexadecimal digits.
    public var sha256: String
    /// Whether the past of what it shows can be put together again.
    public var isReproducible: Bool

    /// A manifest of these values.
    public init(
        arguments: [String], asOf: Instant, format: String, hasByteOrderMark: Bool, language: String?, role: String,
        organisation: String?, program: String, schema: Int, rules: [String: Int], file: String, rows: Int,
        sha256: String,
        isReproducible: Bool
    ) {
        (self.arguments, self.asOf, self.format, self.hasByteOrderMark) = (arguments, asOf, format, hasByteOrderMark)
        (self.language, self.role, self.organisation, self.program) = (language, role, organisation, program)
        (self.schema, self.rules, self.file, self.rows, self.sha256) = (schema, rules, file, rows, sha256)
        self.isReproducible = isReproducible
    }

    /// The format of a workbook.
    public static let workbook = "xlsx"

    /// The version of this form of manifest.
    public static let version = 1

    /// Reads the JSON of a manifest; nil if it is none of this version.
    public init?(json: String) {
        guard let object = (try? Yams.load(yaml: json)) as? [String: Any],
            object["manifest"] as? Int == Self.version, object["truncated"] as? Bool == false,
            let arguments = object["arguments"] as? [String], let moment = object["as_of"] as? String,
            let asOf = Instant(moment), let format = object["format"] as? String, let bom = object["bom"] as? Bool,
            let role = object["role"] as? String, let program = object["program"] as? String,
            let schema = object["schema"] as? Int, let rules = object["rules"] as? [String: Int],
            let file = object["file"] as? String,
            let rows = object["rows"] as? Int, let sha256 = object["sha256"] as? String,
            let isReproducible = object["reproducible"] as? Bool
        else { return nil }
        self.init(
            arguments: arguments, asOf: asOf, format: format, hasByteOrderMark: bom,
            language: object["language"] as? String, role: role, organisation: object["organisation"] as? String,
            program: program, schema: schema, rules: rules, file: file, rows: rows, sha256: sha256,
            isReproducible: isReproducible)
    }
}
