package import SandboxPresentation

/// How a file is written.
package enum FileFormat: Hashable, Sendable {
    /// In one of the formats of any output.
    case text(Format)
    /// As an Excel workbook.
    case workbook

    /// Whether it can have its headers and values in words, as a spreadsheet shows them.
    package var takesLabels: Bool {
        switch self {
        case .text(let format): format == .csv || format == .tsv
        case .workbook: true
        }
    }

    /// The format of a reading that has no words: what a workbook's cells are taken from.
    var format: Format {
        switch self {
        case .text(let format): format
        case .workbook: .tsv
        }
    }
}

extension FileFormat: RawRepresentable, Codable {
    package init?(rawValue: String) {
        if rawValue == "xlsx" {
            self = .workbook
        } else if let format = Format(rawValue: rawValue) {
            self = .text(format)
        } else {
            return nil
        }
    }

    /// The ending of a file's name.
    package var rawValue: String {
        switch self {
        case .text(let format): format.rawValue
        case .workbook: "xlsx"
        }
    }
}
