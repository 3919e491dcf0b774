/// Where the rows of a COPY go.
public struct CopyWriter: ~Copyable {
    static let pieceSize = 65_536

    private var buffer: [UInt8] = []
    private let send: ([UInt8]) throws -> Void

    init(_ send: @escaping ([UInt8]) throws -> Void) {
        self.send = send
    }

    /// One row, its values in the order of the columns, in COPY's text format.
    /// - Throws: ``PostgresError`` if the server has given up, or for a zero character in a text.
    public mutating func row<each Value: Bindable>(_ values: repeat each Value) throws {
        var isFirst = true
        for value in repeat each values {
            if !isFirst { buffer.append(UInt8(ascii: "\t")) }
            isFirst = false
            switch value.bindValue {
            case .null: buffer += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
            case .text(let text): try append(text)
            case .binary(let bytes): try append(Bytea.write(bytes))
            }
        }
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= Self.pieceSize { try flush() }
    }

    /// Bytes as they are, for a COPY in another format: `COPY … FROM STDIN WITH (FORMAT csv)`.
    public mutating func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= Self.pieceSize { try flush() }
    }

    mutating func flush() throws {
        guard !buffer.isEmpty else { return }
        try send(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ text: String) throws {
        for byte in text.utf8 {
            switch byte {
            case 0:
                throw PostgresError(
                    .usage, "a value contains a zero character, which PostgreSQL cannot store",
                    state: .characterNotInRepertoire)
            case UInt8(ascii: "\\"): buffer += [byte, byte]
            case UInt8(ascii: "\t"): buffer += Array("\\t".utf8)
            case UInt8(ascii: "\n"): buffer += Array("\\n".utf8)
            case UInt8(ascii: "\r"): buffer += Array("\\r".utf8)
            default: buffer.append(byte)
            }
        }
    }
}
