import SandboxDomain

/// A law that was an obstacle to a case of the past, as a source gives it.
public struct PastProvision: Hashable, Sendable {
    /// The law, or the source's words where they name none.
    public let law: String
    /// The article, as it is quoted.
    public let article: String?
    /// What it forbids or leaves open.
    public let obstacle: String?

    /// Reads `의료법: 비대면 진료; 건축법(창고시설 용도); 약사법 제50조, 전파법`.
    static func list(_ text: String) throws(InputProblem) -> [PastProvision] {
        var provisions: [PastProvision] = []
        for part in parts(of: text) {
            var laws = part
            var obstacle: Substring?
            if let colon = part.firstIndex(where: { $0 == ":" || $0 == "：" }) {
                (laws, obstacle) = (trimmed(part[..<colon]), part[part.index(after: colon)...])
            }
            for name in NameList.laws.names(in: laws) {
                // 여객자동차 운수사업법·택시 합승 금지: what follows a law and is none is what the law says.
                if obstacle == nil, !isLaw(name), let last = provisions.last, last.obstacle == nil, isLaw(last.law),
                    laws.hasPrefix(last.law)
                {
                    provisions[provisions.count - 1] = try PastProvision(last.law, last.article, name[...])
                    continue
                }
                guard provisions.count < HistoricCaseFile.maxItems else {
                    throw .tooMany(maximum: HistoricCaseFile.maxItems)
                }
                provisions.append(try read(name, obstacle))
            }
        }
        return provisions
    }

    /// What semicolons separate, and line ends where a law follows them: what a law says may have several lines.
    private static func parts(of text: String) -> [String] {
        var parts: [String] = []
        for part in text.replacing("」「", with: "」;「").split(whereSeparator: { ";；".contains($0) }) {
            var isFirst = true
            for line in part.split(whereSeparator: \.isNewline) where !trimmed(line).isEmpty {
                let words = trimmed(line)
                let head = words.split(separator: ":").first.map(String.init) ?? ""
                if isFirst || isLaw(NameList.laws.names(in: head).first ?? "") {
                    parts.append(words)
                } else {
                    parts[parts.count - 1] += "\n" + words
                }
                isFirst = false
            }
        }
        return parts
    }

    private static func read(_ name: String, _ obstacle: Substring?) throws(InputProblem) -> PastProvision {
        if let cited = citation(name) { return try PastProvision(cited.law, cited.article, obstacle) }
        if obstacle == nil, name.hasSuffix(")"), let open = name.firstIndex(of: "("), name[..<open].hasSuffix("법") {
            return try PastProvision(trimmed(name[..<open]), nil, name[name.index(after: open)...].dropLast())
        }
        return try PastProvision(name, nil, obstacle)
    }

    private init(_ law: String, _ article: String?, _ obstacle: Substring?) throws(InputProblem) {
        self.law = try TextRule.label.checked(law)
        var cited: String?
        if let article { cited = try TextRule.label.checked(article) }
        self.article = cited
        var words: String?
        if let obstacle, !trimmed(obstacle).isEmpty { words = try TextRule.prose.checked(obstacle) }
        self.obstacle = words
    }

    private static func isLaw(_ name: String) -> Bool {
        var bare = name
        while let last = bare.last, "」』>〉》\"'’”)".contains(last) { bare.removeLast() }
        return ["법", "법률", "령", "규칙", "규정", "고시", "지침", "조례", "기준"].contains { bare.hasSuffix($0) }
            || citation(name) != nil
    }

    /// The law and the article of `수의사법 제12조`; nil where no article follows a law.
    static func citation(_ text: String) -> (law: String, article: String?)? {
        var start: String.Index?
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index].isASCII, text[index].isNumber else {
                index = text.index(after: index)
                continue
            }
            let end = text[index...].firstIndex { !($0.isASCII && $0.isNumber) } ?? text.endIndex
            if text[end...].first(where: { !$0.isWhitespace }) == "조" {
                start = index
                break
            }
            index = end
        }
        guard let start else { return nil }
        var law = text[..<start]
        for mark in ["제", "부칙"] {
            while law.last?.isWhitespace == true { law.removeLast() }
            if law.hasSuffix(mark) { law.removeLast(mark.count) }
        }
        let name = trimmed(law)
        guard !name.isEmpty else { return nil }
        return (name, trimmed(text[law.endIndex...]))
    }
}
