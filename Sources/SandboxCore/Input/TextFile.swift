package import SandboxDomain

/// The text of an input file: UTF-8 without byte order mark, normalised.
package struct TextFile: Sendable {
    /// The name of the file as it was given; nil for standard input.
    package let name: String?
    /// The text in UTF-8.
    let bytes: [UInt8]

    /// Takes the bytes of a file.
    ///
    /// - Throws: ``BadInput`` when they are not UTF-8, with the first place that is not and what the file seems to be, or
    ///   when there is nothing but white space.
    package init(_ content: [UInt8], name: String?) throws(BadInput) {
        self.name = name.map(normalised)
        if let encoding = TextFile.foreignMark(content) {
            throw BadInput(.notUTF8(looksLike: encoding), file: self.name, at: Position(line: 1, column: 1))
        }
        let start = content.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let body = start == 0 ? content : Array(content.dropFirst(start))
        do {
            _ = try UTF8Span(validating: body.span)
        } catch {
            let offset = error.byteOffsets.lowerBound
            var korean = CP949Check()
            korean.add(body[...])
            throw BadInput(
                .notUTF8(looksLike: korean.isWhole ? .cp949 : nil), file: self.name,
                at: TextFile.position(of: offset, in: body))
        }
        let text = String(decoding: body, as: UTF8.self)
        guard text.contains(where: { !$0.isWhitespace }) else { throw BadInput(.emptyFile, file: self.name) }
        let length = text.unicodeScalars.count
        guard length <= TextFile.maximum else {
            throw BadInput(.tooLong(found: length, maximum: TextFile.maximum), file: self.name)
        }
        do { bytes = Array(try composed(text).utf8) } catch { throw BadInput(error, file: self.name) }
    }

    /// The greatest length in code points: more than all texts of a proposal together.
    static let maximum = 4_000_000

    /// How far into a line its characters are told apart; beyond that code points are counted, or a line of megabytes with
    /// many mistakes would be gone through for each.
    static let countedCharacters = 2_000

    /// The text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The place of a byte on a line that begins at `lineStart`.
    func position(of offset: Int, line: Int, lineStart: Int) -> Position {
        Position(line: line, column: column(of: offset, in: bytes, lineStart: lineStart))
    }

    /// Where each line begins. A caller that asks for many places should keep them.
    func lineStarts() -> [Int] {
        [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// The place of a Unicode scalar, both numbers from 1, on a line that begins at `lineStart`, counted in characters.
    func position(line: Int, scalar column: Int, lineStart: Int) -> Position {
        if column > TextFile.countedCharacters { return Position(line: line, column: column) }
        let text = bytes[lineStart...]
        var before = 0
        var end = text.startIndex
        while end < text.endIndex, text[end] != UInt8(ascii: "\n") {
            if text[end] & 0xC0 != 0x80 {
                before += 1
                if before == column { break }
            }
            end += 1
        }
        return position(of: end, line: line, lineStart: text.startIndex)
    }

    /// UTF-16, recognised by its byte order mark or by the zero byte of an ASCII letter at the beginning.
    static func foreignMark(_ content: [UInt8]) -> InputProblem.Encoding? {
        guard content.count >= 2 else { return nil }
        switch (content[0], content[1]) {
        case (0xFF, 0xFE), (0xFE, 0xFF), (0, 1...0x7F), (1...0x7F, 0): return .utf16
        default: return nil
        }
    }

    /// The place of the byte at `offset`, up to which `bytes` are UTF-8.
    private static func position(of offset: Int, in bytes: [UInt8]) -> Position {
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        return Position(line: line, column: column(of: offset, in: bytes, lineStart: lineStart))
    }
}

/// The column of a byte on its line, from 1: in characters, far into a long line in code points, and beyond 64 KiB roughly.
func column(of offset: Int, in bytes: [UInt8], lineStart: Int) -> Int {
    let line = bytes[lineStart..<offset]
    if line.count <= TextFile.countedCharacters { return String(decoding: line, as: UTF8.self).count + 1 }
    let counted = line.prefix(65_536)
    return counted.count { $0 & 0xC0 != 0x80 } + line.count - counted.count + 1
}
