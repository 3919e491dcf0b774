import SandboxCore
import SandboxDomain
import SandboxPresentation

/// A row of a table export as cells, for people and workbooks.
struct ExportedRow: Sendable {
    let cells: [Cell]

    init(_ fields: [String?], _ columns: [TableExport.Column]) {
        cells = zip(fields, columns).map { field, column in field.map { Cell($0, column) } ?? .null }
    }

    /// The columns under their names, in words where there are some.
    static func listing(_ columns: [TableExport.Column]) -> Listing<ExportedRow> {
        Listing(
            columns.enumerated().map { index, column in
                let title = Wording.column(column.name)
                return Column(column.name, title.ko, title.en) { $0.cells[index] }
            })
    }
}

extension Cell {
    fileprivate init(_ text: String, _ column: TableExport.Column) {
        switch column.kind {
        case .number: self = .decimal(text)
        case .boolean: self = .boolean(text == "true")
        case .date: self = (try? CivilDate(iso: text)).map { .date($0) } ?? .text(text)
        case .list: self = text.isEmpty ? .list([]) : .text(text)
        case .text: self = Cell.worded(text, column.name)
        }
    }

    private static func worded(_ text: String, _ column: String) -> Cell {
        switch column {
        case "stage": Stage(rawValue: text).map { .code($0) } ?? .text(text)
        case "track": .code(TrackCode(text))
        case "outcome": DecisionOutcome(rawValue: text).map { .code($0) } ?? .text(text)
        case "opinion": Opinion(rawValue: text).map { .code($0) } ?? .text(text)
        case "status": ReformStatus(rawValue: text).map { .code($0) } ?? .text(text)
        case "origin": .code(WordedCode(text, .origins))
        case "phase": .code(WordedCode(text, .conditionPhases))
        default: .text(text)
        }
    }
}
