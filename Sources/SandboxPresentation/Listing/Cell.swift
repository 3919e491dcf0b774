package import SandboxDomain

/// One value of a row or of a detail. What it looks like is decided by the format, never by the command.
///
/// An absent value is `.null` in every format: `-` for people, an empty field in csv and tsv, `null` in JSON. The
/// functions that take an optional make one.
package enum Cell: Sendable {
    case null
    case text(String)
    case integer(Int)
    /// The digits of a PostgreSQL `numeric`; never rounded.
    case decimal(String)
    case boolean(Bool)
    case date(CivilDate)
    case timestamp(Timestamp)
    /// A value of a vocabulary: its code for machines, its wording for people.
    case code(any Worded)
    /// `a, b` for people, `a; b` in csv and tsv, an array in JSON.
    case list([Cell])
    /// JSON text that PostgreSQL has printed: nested as it is in JSON, as a text elsewhere.
    case json(String)

    /// The value, or `.null`.
    package static func text(_ value: String?) -> Cell { value.map { .text($0) } ?? .null }
    /// The value, or `.null`.
    package static func integer(_ value: Int?) -> Cell { value.map { .integer($0) } ?? .null }
    /// The value, or `.null`.
    package static func integer(_ value: Int64?) -> Cell { value.map { .integer(Int($0)) } ?? .null }
    /// The value, or `.null`.
    package static func decimal(_ value: String?) -> Cell { value.map { .decimal($0) } ?? .null }
    /// The value, or `.null`.
    package static func boolean(_ value: Bool?) -> Cell { value.map { .boolean($0) } ?? .null }
    /// The value, or `.null`.
    package static func date(_ value: CivilDate?) -> Cell { value.map { .date($0) } ?? .null }
    /// The value, or `.null`.
    package static func timestamp(_ value: Timestamp?) -> Cell { value.map { .timestamp($0) } ?? .null }
    /// A moment as the database prints it, or `.null`.
    package static func moment(_ text: String?) -> Cell { .timestamp(text.flatMap(Timestamp.init(postgres:))) }
    /// The value, or `.null`.
    package static func code(_ value: (some Worded)?) -> Cell { value.map { .code($0 as any Worded) } ?? .null }
    /// The value, or `.null`.
    package static func json(_ value: String?) -> Cell { value.map { .json($0) } ?? .null }
    /// The texts as a list; an empty list stays a list (`[]` in JSON).
    package static func texts(_ values: some Sequence<String>) -> Cell { .list(values.map { .text($0) }) }

    /// Whether there is no value.
    package var isAbsent: Bool { if case .null = self { true } else { false } }

    /// Whether people expect it at the right edge of its column.
    var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        default: false
        }
    }
}
