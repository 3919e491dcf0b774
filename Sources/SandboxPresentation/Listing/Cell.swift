package import SandboxDomain

/// One value of a row or of a detail. What it looks like is decided by the format, never by the command.
///
/// An absent value is ``null`` in every format: `-` for people, an empty field in csv and tsv, `null` in JSON. The
/// functions that take an optional make one, which still knows what it would be.
package struct Cell: Sendable {
    /// What is there.
    package enum Value: Sendable {
        case null
        case text(String)
        case integer(Int)
        /// The digits of a PostgreSQL `numeric`; never rounded.
        case decimal(String)
        case boolean(Bool)
        case date(CivilDate)
        case timestamp(Timestamp)
        /// A value of a vocabulary: its code for machines, its wording for people.
        case code(any HasWording)
        /// `a, b` for people, `a; b` in csv and tsv, an array in JSON.
        case list([Cell])
        /// JSON text that PostgreSQL has printed: nested as it is in JSON, as a text elsewhere.
        case json(String)
    }

    /// What a value is, whether or not there is one.
    package enum Kind: Sendable {
        case text, integer, decimal, boolean, date, timestamp, json
        case code(any HasWording.Type)
        indirect case list(of: Kind)
    }

    package let value: Value
    /// What it would be, where the value does not tell it all: none is there, or a list has no elements.
    let kind: Kind?
    /// Whether there may be none.
    let isOptional: Bool
    /// The places of a text that are painted on a terminal, in Unicode code points.
    private(set) var marks: [Range<Int>] = []
    /// What people must know with it: how certain a day is.
    private(set) var note: Wording?

    private init(_ value: Value, of kind: Kind? = nil) { (self.value, self.kind, isOptional) = (value, kind, false) }

    private init(optional value: Value?, of kind: Kind) {
        (self.value, self.kind, isOptional) = (value ?? .null, kind, true)
    }

    /// Whether there is no value.
    package var isAbsent: Bool { if case .null = value { true } else { false } }

    /// Whether people expect it at the right edge of its column.
    /// Whether it says nothing.
    var isEmpty: Bool {
        switch value {
        case .null: true
        case .text(let text): text.isEmpty
        case .list(let items): items.isEmpty
        default: false
        }
    }

    var isNumber: Bool {
        switch value {
        case .integer, .decimal: true
        default: false
        }
    }
}

extension Cell {
    /// No value, of no kind that could be told.
    package static let null = Cell(.null)

    package static func text(_ value: String) -> Cell { Cell(.text(value)) }
    package static func integer(_ value: Int) -> Cell { Cell(.integer(value)) }
    package static func decimal(_ digits: String) -> Cell { Cell(.decimal(digits)) }
    package static func boolean(_ value: Bool) -> Cell { Cell(.boolean(value)) }
    package static func date(_ value: CivilDate) -> Cell { Cell(.date(value)) }
    package static func timestamp(_ value: Timestamp) -> Cell { Cell(.timestamp(value)) }
    package static func code(_ value: any HasWording) -> Cell { Cell(.code(value)) }
    package static func list(_ values: [Cell]) -> Cell { Cell(.list(values)) }
    package static func json(_ text: String) -> Cell { Cell(.json(text)) }

    package static func text(_ value: String?) -> Cell { Cell(optional: value.map { .text($0) }, of: .text) }
    package static func integer(_ value: Int?) -> Cell { Cell(optional: value.map { .integer($0) }, of: .integer) }
    package static func integer(_ value: Int64?) -> Cell {
        Cell(optional: value.map { .integer(Int($0)) }, of: .integer)
    }
    package static func decimal(_ value: String?) -> Cell { Cell(optional: value.map { .decimal($0) }, of: .decimal) }
    package static func boolean(_ value: Bool?) -> Cell { Cell(optional: value.map { .boolean($0) }, of: .boolean) }
    package static func date(_ value: CivilDate?) -> Cell { Cell(optional: value.map { .date($0) }, of: .date) }
    package static func timestamp(_ value: Timestamp?) -> Cell {
        Cell(optional: value.map { .timestamp($0) }, of: .timestamp)
    }
    package static func code<Code: HasWording>(_ value: Code?) -> Cell {
        Cell(optional: value.map { .code($0) }, of: .code(Code.self))
    }
    package static func json(_ value: String?) -> Cell { Cell(optional: value.map { .json($0) }, of: .json) }

    /// A text of which some places are marked, or none.
    package static func text(_ value: String?, marks: [Range<Int>]) -> Cell {
        var cell = text(value)
        cell.marks = marks
        return cell
    }

    /// The last day of a period, with what is doubtful about it; of one that nobody can tell only the doubt.
    package static func date(_ value: CivilDate?, _ doubt: CalendarDoubt?) -> Cell {
        var cell = date(doubt?.certainty == .unknown ? nil : value)
        if value != nil { cell.note = doubt?.wording }
        return cell
    }

    /// A moment as the database prints it, or none.
    package static func moment(_ text: String?) -> Cell { .timestamp(text.flatMap(Timestamp.init(postgres:))) }
    /// The texts as a list; an empty list stays a list (`[]` in JSON).
    package static func texts(_ values: some Sequence<String>) -> Cell { list(values.map { .text($0) }, of: .text) }
    /// The values of a vocabulary as a list.
    package static func codes<Code: HasWording>(_ values: some Sequence<Code>) -> Cell {
        list(values.map { .code($0 as any HasWording) }, of: .code(Code.self))
    }
    /// A list that knows what its elements are also while it has none.
    package static func list(_ values: [Cell], of kind: Kind) -> Cell { Cell(.list(values), of: .list(of: kind)) }
    package static func list(_ values: [Cell]?, of kind: Kind) -> Cell {
        Cell(optional: values.map { .list($0) }, of: .list(of: kind))
    }
}
