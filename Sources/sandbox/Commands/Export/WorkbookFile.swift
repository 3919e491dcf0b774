import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews
import Spreadsheet
import Synchronization

/// A workbook in the making, in a file that is gone afterwards.
final class WorkbookFile: RowSink {
    private let path: String
    private let book: Mutex<Workbook>
    private let count = Mutex(0)

    /// - Parameter titles: what is above the columns, as csv has it.
    init(_ titles: [String], _ instant: Instant) throws {
        guard Workbook.isAvailable else { throw WorkbookError.notBuilt }
        let folder = Console.current.environment["TMPDIR"] ?? "/tmp"
        path = "\(folder)/sandbox-\(String(UInt64.random(in: .min ... .max), radix: 36)).xlsx"
        book = Mutex(
            try Workbook(path: path, titles: titles, widths: titles.map(\.displayWidth), created: instant.seconds))
    }

    deinit { FileSystem.remove(path) }

    func append(_ cells: [Cell]) throws {
        count.withLock { $0 += 1 }
        try book.withLock { book in
            try book.append(cells.map(WorkbookValue.init), widths: cells.map(\.plainText.displayWidth))
        }
    }

    func finish(_ sink: ([UInt8]) throws -> Void) throws -> Int {
        try book.withLock { try $0.close() }
        try InputFile.pieces(of: path, sink)
        return count.withLock { $0 }
    }
}

extension WorkbookValue {
    /// The value in the spreadsheet's types. Numbers that would lose digits stay texts.
    init(_ cell: Cell) {
        switch cell.value {
        case .null: self = .empty
        case .boolean(let value): self = .boolean(value)
        case .date(let date): self = .date(year: date.year, month: date.month, day: date.day)
        case .integer, .decimal:
            let digits = cell.plainText
            self = Double(digits).flatMap { digits.utf8.count <= 15 ? .number($0) : nil } ?? .text(digits)
        case .code, .timestamp: self = .text(cell.plainText)
        case .text, .list, .json: self = .text(cell.plainText.unhidden.defused)
        }
    }
}

extension Instant {
    /// Seconds since 1970.
    fileprivate var seconds: Int {
        let digits = description.split { !$0.isNumber }.compactMap { Int($0) }
        let day = CivilDate(year: digits[0], month: digits[1], day: digits[2])?.dayNumber ?? 0
        return ((day * 24 + digits[3]) * 60 + digits[4]) * 60 + digits[5]
    }
}

extension Failure {
    /// Why there is no workbook.
    init(_ error: WorkbookError) {
        let what = Wording("엑셀 파일을 쓰지 않았습니다", "no workbook was written")
        let csv = Wording("--output FILE.csv --bom 을 쓰십시오.", "Use --output FILE.csv --bom.")
        switch error {
        case .notBuilt:
            self.init(
                code: "xlsx-not-built", status: .usage, what: what,
                why: Wording("이 프로그램은 xlsx 없이 빌드되었습니다", "this program was built without xlsx"),
                hint: Wording(
                    "--output FILE.csv --bom 을 쓰거나, libxlsxwriter-dev를 설치하고 swift build --traits default,XLSX 로 빌드하십시오.",
                    "Use --output FILE.csv --bom, or install libxlsxwriter-dev and build with swift build --traits default,XLSX."
                ))
        case .tooManyRows:
            self.init(
                code: "xlsx-too-long", status: .usage, what: what,
                why: Wording("엑셀 시트는 1,048,576행까지입니다", "a sheet has at most 1,048,576 rows"), hint: csv)
        case .textTooLong(let row):
            self.init(
                code: "xlsx-text-too-long", status: .usage, what: what,
                why: Wording(
                    "\(row)번째 행에 32,767자를 넘는 글이 있습니다", "row \(row) has a text of more than 32,767 characters"),
                hint: csv)
        case .library(let message):
            self.init(
                code: "file-not-written", status: .unexpected, what: what,
                why: Wording("libxlsxwriter가 거부했습니다", "libxlsxwriter refused"), detail: message)
        }
    }
}
