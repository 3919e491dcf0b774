import SandboxDomain

extension Cell {
    /// Appends the value as JSON.
    func appendJSON(to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .text(let text): bytes.appendJSONString(text)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .decimal(let digits): bytes.appendJSONDecimal(digits)
        case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .date, .timestamp:
            bytes.append(UInt8(ascii: "\""))
            appendPlain(to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        case .code(let value): bytes.appendJSONString(value.code)
        case .json(let text): bytes.appendJSONText(text)
        case .list(let cells):
            bytes.append(UInt8(ascii: "["))
            for (index, cell) in cells.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                cell.appendJSON(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        }
    }

    /// The value as a JSON value, for details.
    package var json: JSON {
        switch value {
        case .null: .null
        case .text(let text): .string(text)
        case .integer(let value): .integer(value)
        case .decimal(let digits): .decimal(digits)
        case .boolean(let value): .boolean(value)
        case .date, .timestamp: .string(plainText)
        case .code(let value): .string(value.code)
        case .json(let text): .text(text)
        case .list(let cells): .array(cells.map(\.json))
        }
    }

    /// The value for a workbook or a csv that has words: codes and answers as people read them, numbers and days as they are.
    package func labelled(_ output: Output) -> Cell {
        guard let language = output.labels else { return self }
        return switch value {
        case .code(let value): .text(output.wording(value)[language])
        case .boolean(let value): .text(Wording.answer(value)[language])
        case .list(let cells): .list(cells.map { $0.labelled(output) })
        default: self
        }
    }

    /// The value as the raw text of a csv or tsv field, before the format's own escapes.
    package var plainText: String {
        switch value {
        case .text(let text), .json(let text): return text
        case .decimal(let digits): return digits
        case .code(let value): return value.code
        case .list(let cells): return cells.map(\.plainText).joined(separator: "; ")
        default:
            var bytes: [UInt8] = []
            appendPlain(to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Appends a value whose text needs no escape in any format; texts are none of these.
    private func appendPlain(to bytes: inout [UInt8]) {
        switch value {
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .date(let date): bytes.appendDate(date)
        case .timestamp(let moment): bytes.appendTimestamp(moment)
        case .null, .text, .decimal, .code, .list, .json: break
        }
    }

    /// Appends the value as a field of tab-separated text.
    func appendTSV(to bytes: inout [UInt8]) {
        switch value {
        case .text, .decimal, .code, .list, .json: bytes.appendTSVField(plainText)
        default: appendPlain(to: &bytes)
        }
    }

    /// Appends the value as a field of csv. An empty text is `""`, an absent value nothing, as PostgreSQL has it.
    func appendCSV(to bytes: inout [UInt8], _ dialect: CSVDialect) {
        switch value {
        case .text, .list, .json:
            let text = dialect.isOnTerminal ? plainText.visible(keepingLines: true) : plainText.unhidden
            bytes.appendCSVField(text, dialect, isText: true)
        case .decimal, .code: bytes.appendCSVField(plainText, dialect, isText: false)
        default: appendPlain(to: &bytes)
        }
    }
}
