import SandboxDomain

/// A name as a source gives it, and whether the source itself says so.
///
/// A remark in parentheses with the word `unconfirmed` (or `미확인`) marks it as not confirmed and is not part of the name:
/// `산업통상자원부 (ministry unconfirmed)`. `unconfirmed` alone names nothing.
public struct Attributed: Hashable, Sendable {
    /// The name without the remark; empty if nothing is named.
    public let name: String
    /// Whether the source says so itself.
    public let isConfirmed: Bool

    /// A name, confirmed or not.
    public init(name: String, isConfirmed: Bool) {
        self.name = name
        self.isConfirmed = isConfirmed
    }

    /// Reads one name with or without a remark.
    init(_ text: Substring) {
        let words = trimmed(text)
        if words.last == ")", let open = words.lastIndex(of: "("), Attributed.saysUnconfirmed(words[open...].dropLast())
        {
            self.init(name: trimmed(words[..<open]), isConfirmed: false)
        } else if ["unconfirmed", "미확인"].contains(foldedWord(words)) {
            self.init(name: "", isConfirmed: false)
        } else {
            self.init(name: words, isConfirmed: true)
        }
    }

    /// Several names, each with the remark after it. A remark after names joined by a middle dot applies to all of
    /// them.
    ///
    /// Semicolons always separate. A middle dot separates only where a name may end (`행정안전부·법제처`, `저작권법·특허법`), because
    /// many laws have one inside (`일·가정 양립`). `등` ("and others") after the last name makes it unconfirmed.
    static func list(_ text: String, endings: [String]) -> [Attributed] {
        var names: [Attributed] = []
        for part in text.split(whereSeparator: { $0 == ";" || $0 == "；" }) {
            let whole = Attributed(part)
            var isConfirmed = whole.isConfirmed
            var name = whole.name
            if name.hasSuffix(" 등") {
                name = trimmed(name.dropLast(2))
                isConfirmed = false
            }
            for piece in pieces(of: name, endings: endings) where !names.contains(where: { $0.name == piece }) {
                names.append(Attributed(name: piece, isConfirmed: isConfirmed))
            }
        }
        return names
    }

    private static func pieces(of name: String, endings: [String]) -> [String] {
        var pieces: [String] = []
        var rest = ""
        for part in name.split(whereSeparator: { "·ㆍ・‧∙".contains($0) }) {
            rest += (rest.isEmpty ? "" : "·") + part
            let word = trimmed(rest)
            if endings.contains(where: { word.hasSuffix($0) }) {
                pieces.append(word)
                rest = ""
            }
        }
        let last = trimmed(rest)
        return last.isEmpty ? pieces : pieces + [last]
    }

    private static func saysUnconfirmed(_ remark: Substring) -> Bool {
        let folded = remark.lowercased()
        return folded.hasSuffix("unconfirmed") || folded.hasSuffix("미확인")
    }
}
