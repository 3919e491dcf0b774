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

    /// Several names, each with the remark after it. A remark after names that no semicolon separates applies to all of them.
    ///
    /// `등` ("and others") after the last name makes it unconfirmed, and so does the question mark of an export.
    static func list(_ text: String, of kind: NameList) -> [Attributed] {
        var names: [Attributed] = []
        for part in NameList.parts(of: text) {
            let whole = Attributed(part[...])
            var isConfirmed = whole.isConfirmed
            var name = whole.name
            if name.hasSuffix(" 등") {
                name = trimmed(name.dropLast(2))
                isConfirmed = false
            }
            for piece in kind.names(in: name) {
                var found = Attributed(piece[...])
                if found.name.hasSuffix("?") {
                    found = Attributed(name: trimmed(found.name.dropLast()), isConfirmed: false)
                }
                if found.name.isEmpty || names.contains(where: { $0.name == found.name }) { continue }
                names.append(Attributed(name: found.name, isConfirmed: isConfirmed && found.isConfirmed))
            }
        }
        return names
    }

    private static func saysUnconfirmed(_ remark: Substring) -> Bool {
        let folded = remark.lowercased()
        return folded.hasSuffix("unconfirmed") || folded.hasSuffix("미확인")
    }
}
