import SandboxDomain

/// Tells the names in one cell apart, however they are separated.
///
/// A semicolon and a line end always separate, and a comma and a stroke separate ministries. A middle dot, 및, and between laws a
/// comma or a stroke as well, separate only where a name may end (`행정안전부·법제처`, `전파법, 약사법`): many laws have one inside
/// (`일·가정 양립`, `정보통신망 이용촉진 및 정보보호`). Nothing separates within parentheses. What begins with an article goes on with the
/// law before it: `의료법 제17조, 제33조`.
enum NameList {
    case ministries, laws

    /// What semicolons and line ends separate.
    static func parts(of text: String) -> [String] {
        text.replacing("」「", with: "」;「").split { ";；\n\r\r\n|".contains($0) }.map { trimmed($0) }.filter {
            !$0.isEmpty
        }
    }

    /// The names of a part.
    func names(in part: String) -> [String] {
        var names: [String] = []
        var rest = ""
        for (piece, separator) in Self.pieces(of: part) {
            rest += piece
            let word = trimmed(rest)
            guard let separator, word.isEmpty || mayEnd(word, before: separator) else {
                rest += separator ?? ""
                continue
            }
            add(word, to: &names)
            rest = ""
        }
        add(trimmed(rest), to: &names)
        return names
    }

    private func add(_ word: String, to names: inout [String]) {
        guard !word.isEmpty else { return }
        if self == .laws, let last = names.last, beginsWithArticle(word) {
            names[names.count - 1] = "\(last), \(word)"
        } else {
            names.append(word)
        }
    }

    private func mayEnd(_ word: String, before separator: String) -> Bool {
        if self == .ministries, ",，、/／".contains(separator) { return true }
        var name = trimmed(word[...])
        while let last = name.last, "」』>〉》\"'’”?".contains(last) { name.removeLast() }
        if name.last == ")", let open = name.firstIndex(of: "("), open > name.startIndex {
            name = trimmed(name[..<open])
        }
        while let last = name.last, "」』>〉》\"'’”".contains(last) { name.removeLast() }
        switch self {
        case .ministries: return Self.ministryEndings.contains { name.hasSuffix($0) }
        case .laws:
            return Self.lawEndings.contains { name.hasSuffix($0) } && !Self.noLaws.contains { name.hasSuffix($0) }
                || endsWithArticle(name)
        }
    }

    private func endsWithArticle(_ name: String) -> Bool {
        // 제33조 alone goes on with the law before it, and ends as that does.
        guard beginsWithArticle(name) || PastProvision.citation(name)?.article != nil else { return false }
        return ["조", "항", "호", "목"].contains { name.hasSuffix($0) } || name.last?.isNumber == true
    }

    private func beginsWithArticle(_ word: String) -> Bool {
        let digits = word.drop { $0 == "제" || $0 == "第" || $0.isWhitespace }
        let rest = digits.drop { $0.isNumber }
        return rest.startIndex > digits.startIndex && ["조", "항", "호"].contains { trimmed(rest).hasPrefix($0) }
    }

    /// The pieces between what may separate, each with what is after it.
    private static func pieces(of text: String) -> [(piece: String, separator: String?)] {
        var pieces: [(piece: String, separator: String?)] = []
        var piece = ""
        var depth = 0
        var rest = text[...]
        while let sign = rest.first {
            if "([（「".contains(sign) { depth += 1 }
            if ")]）」".contains(sign) { depth = max(0, depth - 1) }
            if depth == 0, let separator = separators.first(where: { rest.hasPrefix($0) }) {
                pieces.append((piece, separator))
                piece = ""
                rest = rest.dropFirst(separator.count)
            } else {
                piece.append(sign)
                rest = rest.dropFirst()
            }
        }
        return pieces + [(piece, nil)]
    }

    private static let separators = [
        ",", "，", "、", "/", "／", "·", "ㆍ", "・", "･", "‧", "∙", "⋅", "•", " 및 ",
    ]
    /// What the name of a ministry or agency ends with.
    private static let ministryEndings = ["부", "처", "청", "위원회", "위", "실", "원", "국"]
    /// What the name of a law, decree, rule or guideline ends with.
    private static let lawEndings = ["법", "법률", "령", "규칙", "규정", "고시", "지침", "조례", "가이드라인", "기준"]
    /// Words that end like laws and are none.
    private static let noLaws = [" 방법", " 입법", " 편법", " 문법"]
}
