public import SandboxDomain

/// How the columns of a file that somebody else made become those that are read.
///
/// ```swift
/// var mapping = ColumnMapping()
/// mapping.columns = ["company": "신청기업", "service": "사업명"]
/// mapping.defaults = ["decision": "granted"]
/// ```
public struct ColumnMapping: Sendable, Hashable {
    /// The name in the file of a column that is read. What the file has beside these and the names that are known is left out.
    public var columns: [String: String] = [:]
    /// What is read where the file has nothing.
    public var defaults: [String: String] = [:]
    /// What is read whatever the file has.
    public var constants: [String: String] = [:]
    /// What is read for a word of a column, as the file has it.
    public var words: [String: [String: String]] = [:]

    /// Every column is read under its own name, and one that nobody knows is an error.
    public init() {}

    /// Whether anything was said.
    var isEmpty: Bool { columns.isEmpty && defaults.isEmpty && constants.isEmpty && words.isEmpty }

    /// The columns that it speaks of.
    var targets: [String] {
        (Array(columns.keys) + Array(defaults.keys) + Array(constants.keys) + Array(words.keys)).sorted()
    }

    /// Takes `text` for `word=…` pairs, e.g. of the command line.
    /// - Throws: ``InputProblem/missingPlace(_:)`` for one without `=`, ``InputProblem/repeatedName(_:)`` for one said twice.
    public static func pairs(_ texts: [String]) throws(InputProblem) -> [String: String] {
        var pairs: [String: String] = [:]
        for text in texts {
            guard let sign = text.firstIndex(of: "="), !trimmed(text[..<sign]).isEmpty else { throw .missingPlace("=") }
            let name = foldedWord(String(text[..<sign]))
            if pairs.updateValue(trimmed(text[text.index(after: sign)...]), forKey: name) != nil {
                throw .repeatedName(name)
            }
        }
        return pairs
    }

    /// Lets `other` win where both say something.
    public mutating func merge(_ other: ColumnMapping) {
        columns.merge(other.columns) { $1 }
        defaults.merge(other.defaults) { $1 }
        constants.merge(other.constants) { $1 }
        for (column, said) in other.words { words[column, default: [:]].merge(said) { $1 } }
    }
}

extension ColumnMapping {
    /// Reads a mapping from a YAML file: `columns` (each column that is read, and what the file calls it), `defaults`, `constants`, and
    /// `words` (of a column, what is read for a word). Keys may be Korean: 열, 기본값, 고정값, 낱말.
    ///
    /// - Throws: ``BadInput`` with every problem of the file, each with its line and character.
    public init(yaml bytes: [UInt8], file: String?) throws(BadInput) {
        var reader = FormReader(file: try TextFile(bytes, name: file), tracks: [])
        self = try reader.read { (reader: inout FormReader, root) in
            let keys = root.mapping(
                [("columns", ["열"]), ("defaults", ["기본값"]), ("constants", ["고정값"]), ("words", ["낱말"])], &reader)
            var mapping = ColumnMapping()
            mapping.columns = Self.texts(keys["columns"], &reader)
            mapping.defaults = Self.texts(keys["defaults"], &reader)
            mapping.constants = Self.texts(keys["constants"], &reader)
            for (column, tree) in keys["words"]?.coded(&reader) ?? [] {
                mapping.words[column] = Self.texts(tree, &reader)
            }
            return mapping
        }
    }

    private static func texts(_ tree: FormTree?, _ reader: inout FormReader) -> [String: String] {
        var texts: [String: String] = [:]
        for (code, tree) in tree?.coded(&reader) ?? [] {
            texts[code] = tree.value(&reader) { text throws(InputProblem) in trimmed(text) } ?? ""
        }
        return texts
    }
}
