extension ConditionPhase {
    /// What is typed for a phase: its code, or words in which it is printed anywhere. Spaces do not matter.
    ///
    /// Example: `실증 전`, `사업개시 전`, `사전`, `before`.
    /// - Throws: ``InputProblem/unknownWord(_:known:)``.
    public init(said text: String) throws(InputProblem) {
        guard let phase = Self.named(text) else { throw .unknownWord(text, known: Self.typed) }
        self = phase
    }

    /// A condition as it is typed, `실증 전: 보험에 가입한다.`: its phase, if one is named, and its words. A word before a colon that
    /// is no phase is refused rather than taken for a part of the words: a condition without its phase stops nothing. Taken as
    /// words are what begins with a colon, more than three words before one, a time of day and an address.
    ///
    /// - Throws: ``InputProblem/notAPhase(_:)``.
    public static func split(_ text: String) throws(InputProblem) -> (phase: ConditionPhase?, text: String) {
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }), !text.hasPrefix("@") else {
            return (nil, text)
        }
        let (head, rest) = (trimmed(text[..<colon]), text[text.index(after: colon)...])
        if let phase = named(head) { return (phase, trimmed(rest)) }
        if head.isEmpty { return (nil, trimmed(rest)) }
        let isTime = head.last?.isNumber == true && rest.first?.isNumber == true
        let words = head.split(whereSeparator: \.isWhitespace).count
        guard words > 3 || isTime || rest.hasPrefix("//") || head.contains(where: \.isNewline) else {
            throw .notAPhase(head)
        }
        return (nil, text)
    }

    /// What can be typed, the codes first.
    private static let typed = allCases.map(\.rawValue) + ["실증 전", "실증 중", "실증 후"]

    private static func named(_ text: String) -> ConditionPhase? {
        let word = foldedName(text)
        if let phase = ConditionPhase(rawValue: word) { return phase }
        return words.first { $0.value.contains(word) }?.key
    }

    private static let words: [ConditionPhase: [String]] = [
        .before: [
            "전", "前", "사전", "실증전", "실증前", "사업전", "사업개시전", "개시전", "시작전", "실증시작전", "beforethetrial", "beforecommencement",
        ],
        .during: ["중", "中", "실증중", "실증中", "사업중", "실증기간중", "duringthetrial", "whileitruns"],
        .after: [
            "후", "後", "사후", "실증후", "실증後", "사업후", "종료후", "실증종료후", "사업종료후", "afterthetrial", "aftertheend",
        ],
    ]
}
