import ArgumentParser
import SandboxDomain
import SandboxPresentation
import SandboxViews
import Spreadsheet

/// Where an export or a report goes.
struct TargetOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "The file to write: whole, or not at all. Its ending chooses the format (\(Self.named)).",
            valueName: "file"))
    var output: String?

    @Flag(help: "CSV for Excel: byte order mark and CR LF.")
    var bom = false

    private static var named: String { endings.filter { $0 != Format.ics.rawValue }.joined(separator: ", ") }

    /// The endings that choose a format.
    private static var endings: [String] {
        ["csv", "json", "jsonl", "tsv", "html", "ics"] + (Workbook.isAvailable ? [FileFormat.workbook.rawValue] : [])
    }

    /// The target, if the options do not contradict each other.
    func target(_ global: GlobalOptions) throws -> ExportTarget {
        let path = output.flatMap { $0 == "-" ? nil : $0 }
        let ending = path?.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased()
        if ending == FileFormat.workbook.rawValue {
            if let format = global.format {
                throw BadInput(.contradiction(.value("FILE.xlsx"), .said(.format, format.rawValue)))
            }
            if bom { throw BadInput(.contradiction(.value("FILE.xlsx"), .field(.bom))) }
            guard Workbook.isAvailable else { throw Failure(WorkbookError.notBuilt) }
            return ExportTarget(path, .workbook, global.output)
        }
        if global.format == nil, let ending, ending.contains(where: \.isLetter), Format(rawValue: ending) == nil {
            throw BadInput(.unknownWord("." + ending, known: Self.endings), field: .output)
        }
        let known = global.format ?? (path == nil ? nil : ending.flatMap(Format.init(rawValue:)) ?? .tsv)
        let format =
            bom ? global.format ?? ending.flatMap(Format.init(rawValue:)) ?? .csv : known ?? global.output.format
        if bom, format != .csv { throw BadInput(.contradiction(.field(.bom), .said(.format, format.rawValue))) }
        try global.checkLabels(.text(format))
        return ExportTarget(path, .text(format), global.output, hasByteOrderMark: bom)
    }
}
