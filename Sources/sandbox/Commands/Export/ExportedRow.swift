import SandboxCore
import SandboxDomain
import SandboxPresentation
import Synchronization

/// A row of an export for people: the fields that COPY wrote, read again.
struct ExportedRow: Sendable {
    let cells: [Cell]

    /// The columns under their names, in words where there are some.
    static func listing(_ columns: [TableExport.Column]) -> Listing<ExportedRow> {
        Listing(
            columns.enumerated().map { index, column in
                let title = Wording.column(column.name)
                return Column(column.name, title.ko, title.en) { $0.cells[index] }
            })
    }

    /// All rows; a table knows its widths only at its end.
    static func all(
        _ export: TableExport, _ columns: [TableExport.Column], _ tracker: Tracker
    ) async throws -> [ExportedRow] {
        let rows = Mutex<[ExportedRow]>([])
        _ = try await tracker.copy(export, as: .fields) { piece in
            let read = piece.split(separator: UInt8(ascii: "\n")).map { ExportedRow(line: $0, columns) }
            rows.withLock { $0 += read }
        }
        return rows.withLock { $0 }
    }

    init(line: ArraySlice<UInt8>, _ columns: [TableExport.Column]) {
        let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        cells = zip(fields, columns).map { field, column in
            Self.text(field).map { Cell($0, column) } ?? .null
        }
    }

    /// A field of COPY's text format; nil for `\N`.
    private static func text(_ field: ArraySlice<UInt8>) -> String? {
        guard field.contains(UInt8(ascii: "\\")) else { return String(decoding: field, as: UTF8.self) }
        if field.elementsEqual("\\N".utf8) { return nil }
        var bytes: [UInt8] = []
        var rest = field
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch escaped {
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "f"): bytes.append(0x0C)
            case UInt8(ascii: "v"): bytes.append(0x0B)
            default: bytes.append(escaped)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
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
