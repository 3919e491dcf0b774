public import SandboxDomain

/// What a file says that the register does not know: for the paper itself, and for the cases of an agenda under their numbers.
///
/// ```yaml
/// place: 정부세종청사 4동
/// DE-2026-0001:
///   opinion: 조건을 붙여 지정함이 타당함
/// ```
public struct PaperNotes: Sendable {
    /// The texts by their field; those of a case under its number.
    public let stated: [String?: [PaperField: String]]

    /// Reads a file.
    /// - Parameter field: the field of a key as people write it.
    /// - Throws: ``BadInput`` with every problem and its place.
    public init(
        yaml bytes: [UInt8], file: String?, field: @Sendable (String) throws(InputProblem) -> PaperField
    ) throws(BadInput) {
        let text = try TextFile(bytes, name: file)
        var reader = FormReader(file: text, tracks: [])
        stated = try reader.read { (reader: inout FormReader, root) in
            var stated: [String?: [PaperField: String]] = [:]
            for (key, tree) in root.coded(&reader) {
                if let reference = try? CaseReference(key), reference.isNumbered {
                    for (inner, value) in tree.coded(&reader) {
                        guard let found = Self.field(inner, value, field, &reader) else { continue }
                        stated[reference.description, default: [:]][found.0] = found.1
                    }
                } else if let found = Self.field(key, tree, field, &reader) {
                    stated[nil, default: [:]][found.0] = found.1
                }
            }
            return stated
        }
    }

    private static func field(
        _ key: String, _ tree: FormTree, _ field: (String) throws(InputProblem) -> PaperField,
        _ reader: inout FormReader
    ) -> (PaperField, String)? {
        let found: PaperField
        do { found = try field(key) } catch {
            reader.report(error, at: tree.node, field: tree.name)
            return nil
        }
        return tree.value(&reader) { text throws(InputProblem) in try TextRule.prose.checked(trimmed(text)) }
            .map { (found, $0) }
    }
}
