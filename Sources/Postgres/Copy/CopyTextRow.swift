/// A row as `COPY … TO STDOUT` writes it in its text format, read again.
///
/// ```swift
/// try session.copyOut("COPY (SELECT name, note FROM holiday) TO STDOUT") { piece in
///     for row in CopyTextRow.rows(of: piece) { print(row.fields[0] ?? "–") }
/// }
/// ```
public struct CopyTextRow: Sendable, Hashable {
    /// The text of every column; nil for an absent value.
    public let fields: [String?]

    /// The rows of a piece, which holds whole rows, each ended by a line break.
    public static func rows(of piece: [UInt8]) -> [CopyTextRow] {
        guard piece.last == UInt8(ascii: "\n") else { return [] }
        return piece.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map(CopyTextRow.init(line:))
    }

    /// A row of one column or more, without its line break.
    public init(line: ArraySlice<UInt8>) {
        fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(Self.text)
    }

    /// A field; nil for `\N`.
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
