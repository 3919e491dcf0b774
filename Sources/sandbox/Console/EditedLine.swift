import SandboxPresentation

/// A line while somebody types it: its letters as they are seen, and where the cursor is.
struct EditedLine: Equatable {
    private(set) var letters: [Character] = []
    /// How many letters are before the cursor.
    private(set) var cursor = 0

    /// What a key does.
    enum Key: Equatable {
        case letters(String)
        case eraseBefore, eraseAfter, eraseWord, eraseToStart, eraseToEnd
        case left, right, start, end, earlier, later
        case enter, interrupt, endOfInput, nothing
    }

    init(_ text: String = "") {
        letters = Array(text)
        cursor = letters.count
    }

    var text: String { String(letters) }

    mutating func take(_ key: Key) {
        switch key {
        case .letters(let text):
            // A mark that comes after its letter, as a keyboard in Jamo sends it, becomes part of it.
            let before = String(letters[..<cursor]) + text
            let after = letters[cursor...]
            letters = Array(before) + after
            cursor = before.count
        case .eraseBefore where cursor > 0:
            cursor -= 1
            letters.remove(at: cursor)
        case .eraseAfter where cursor < letters.count: letters.remove(at: cursor)
        case .eraseWord:
            let kept = letters[..<cursor].reversed().drop { $0 == " " }.drop { $0 != " " }.count
            letters.removeSubrange(kept..<cursor)
            cursor = kept
        case .eraseToStart:
            letters.removeSubrange(..<cursor)
            cursor = 0
        case .eraseToEnd: letters.removeSubrange(cursor...)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(letters.count, cursor + 1)
        case .start: cursor = 0
        case .end: cursor = letters.count
        default: break
        }
    }

    /// What fits beside the prompt, and at which column of it the cursor is: as much as there is room for, the cursor in it.
    func shown(columns: Int) -> (text: String, cursor: Int) {
        let room = max(4, columns - 1)
        var first = 0
        while letters[first..<cursor].reduce(0, { $0 + $1.displayWidth }) > room { first += 1 }
        var text = ""
        var used = 0
        for letter in letters[first...] {
            used += letter.displayWidth
            if used > room { break }
            text.append(letter)
        }
        return (text, letters[first..<cursor].reduce(0) { $0 + $1.displayWidth })
    }
}

extension EditedLine.Key {
    /// The next key of a stream of bytes; nil at its end.
    /// - Parameter next: the next byte, waiting for it.
    init?(_ next: () -> UInt8?) {
        guard let first = next() else { return nil }
        switch first {
        case 0x01: self = .start
        case 0x02: self = .left
        case 0x03: self = .interrupt
        case 0x04: self = .endOfInput
        case 0x05: self = .end
        case 0x06: self = .right
        case 0x08, 0x7F: self = .eraseBefore
        case 0x0A, 0x0D: self = .enter
        case 0x0B: self = .eraseToEnd
        case 0x0E: self = .later
        case 0x10: self = .earlier
        case 0x15: self = .eraseToStart
        case 0x17: self = .eraseWord
        case 0x1B: self = Self.escaped(next)
        case ..<0x20: self = .nothing
        default:
            // The bytes of one scalar: their number is in the first.
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var bytes = [first]
            while bytes.count < length, let byte = next() { bytes.append(byte) }
            let text = String(decoding: bytes, as: UTF8.self)
            self = text.contains("\u{FFFD}") ? .nothing : .letters(text)
        }
    }

    /// Arrow keys and their like: `ESC [ A`, `ESC O H`, `ESC [ 3 ~`, `ESC [ 1 ; 5 C`.
    private static func escaped(_ next: () -> UInt8?) -> Self {
        guard let kind = next(), kind == UInt8(ascii: "[") || kind == UInt8(ascii: "O") else { return .nothing }
        var digits = ""
        while let byte = next() {
            guard (0x20..<0x40).contains(byte) else {
                return switch (Character(Unicode.Scalar(byte)), digits) {
                case ("A", _): .earlier
                case ("B", _): .later
                case ("C", _): .right
                case ("D", _): .left
                case ("H", _), ("~", "1"), ("~", "7"): .start
                case ("F", _), ("~", "4"), ("~", "8"): .end
                case ("~", "3"): .eraseAfter
                default: .nothing
                }
            }
            digits.append(Character(Unicode.Scalar(byte)))
        }
        return .nothing
    }
}
