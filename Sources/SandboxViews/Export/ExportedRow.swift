import SandboxCore
import SandboxDomain
import SandboxPresentation

/// A row of a table export as cells, for people and workbooks.
struct ExportedRow: Sendable {
    let cells: [Cell]

    init(_ fields: [String?], _ columns: [TableExport.Column]) {
        cells = zip(fields, columns).map { Cell($0, $1) }
    }

    /// What machines get of a row: of these kinds, and any column may be empty.
    static func shape(_ columns: [TableExport.Column]) -> Shape {
        let nothing = ExportedRow(columns.map { _ in nil }, columns)
        return .object(
            zip(columns, nothing.cells).map { .init($0.name, [.column($0.name)], Shape($1)) })
    }

    /// The columns under their names, in words where there are some.
    static func listing(_ table: TableExport, _ columns: [TableExport.Column]) -> Listing<ExportedRow> {
        Listing(
            .export(table.name),
            columns.enumerated().map { index, column in
                let title = Wording.column(column.name)
                return Column(column.name, title.ko, title.en) { $0.cells[index] }
            })
    }
}

extension Cell {
    fileprivate init(_ text: String?, _ column: TableExport.Column) {
        switch column.kind {
        case .number: self = .decimal(text)
        case .boolean: self = .boolean(text.map { $0 == "true" })
        case .date:
            let date = text.flatMap { try? CivilDate(iso: $0) }
            self = date == nil && text != nil ? .text(text) : .date(date)
        case .json: self = .json(text)
        case .list: self = text.map { $0.isEmpty ? .texts([]) : .text($0) } ?? .list(nil, of: .text)
        case .text: self = Cell.worded(text, column.name)
        }
    }

    private static func worded(_ text: String?, _ column: String) -> Cell {
        switch column {
        case "stage": code(text, of: Stage.self)
        case "track": .code(text.map { TrackCode($0) })
        case "outcome": code(text, of: DecisionOutcome.self)
        case "opinion": code(text, of: Opinion.self)
        case "status": code(text, of: ReformStatus.self)
        case "origin": .code(text.map { StableCodeWording($0, .origins) })
        case "phase": .code(text.map { StableCodeWording($0, .conditionPhases) })
        default: .text(text)
        }
    }

    /// A text that is no code of it shows itself.
    private static func code<Code: StableCode & HasWording>(_ text: String?, of type: Code.Type) -> Cell {
        let code = text.flatMap(Code.init(rawValue:))
        return code == nil && text != nil ? .text(text) : .code(code)
    }
}

extension Wording {
    /// What the rows of an export are called together.
    fileprivate static func export(_ name: String) -> Wording {
        switch name {
        case "cases": Wording("과제", "Cases")
        case "consultations": Wording("협의", "Consultations")
        case "decisions": Wording("의결", "Decisions")
        case "grants": Wording("지정·허가", "Grants")
        case "conditions": Wording("부가조건", "Conditions")
        case "roadmap_tasks": Wording("법령정비 과제", "Reform tasks")
        default: Wording(name, name)
        }
    }
}
