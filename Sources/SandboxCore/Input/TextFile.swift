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
        bytes = Array(normalised(text).utf8)
    }

    /// The text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The place of a byte on a line that begins at `lineStart`.
    func position(of offset: Int, line: Int, lineStart: Int) -> Position {
        Position(line: line, column: String(decoding: bytes[lineStart..<offset], as: UTF8.self).count + 1)
    }

    /// Where each line begins. A caller that asks for many places should keep them.
    func lineStarts() -> [Int] {
        [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// The place of a Unicode scalar, both numbers from 1, on a line that begins at `lineStart`, counted in characters.
    func position(line: Int, scalar column: Int, lineStart: Int) -> Position {
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
        return Position(line: line, column: String(decoding: before[lineStart...], as: UTF8.self).count + 1)
    }
}
