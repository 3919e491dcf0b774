import SandboxPresentation

extension Failure {
    /// For people:
    /// ```text
    /// sandbox: DRAFT-17 was not filed: papers are missing
    ///   - demonstration plan [demonstration-plan]
    ///   hint: attach the papers named above
    /// ```
    func text(_ language: Language) -> String {
        var lines = ["sandbox: " + "\(what[language]): \(why[language])".visible()]
        func add(_ label: String, _ text: String) {
            for (index, line) in text.visible(keepingLines: true).split(separator: "\n").enumerated() {
                lines.append(index == 0 ? "  \(label): \(line)" : "    \(line)")
            }
        }
        lines += self.lines.map { "  - \($0[language].visible())" }
        if let detail { add(Self.detailLabel[language], detail) }
        if let hint { add(Self.hintLabel[language], hint[language]) }
        return lines.map { $0 + "\n" }.joined()
    }

    /// For programs: one object with a stable `code`.
    func json(_ language: Language) -> String {
        let object: JSON = [
            "code": .string(code),
            "exit": .integer(Int(status.rawValue)),
            "what": .string(what[language]),
            "why": .string(why[language]),
            "detail": detail.map { .string($0) } ?? nil,
            "issues": issues[language],
            "hint": hint.map { .string($0[language]) } ?? nil,
            "idempotency_key": idempotencyKey.map { .string($0) } ?? nil,
        ]
        return String(decoding: object.bytes(), as: UTF8.self) + "\n"
    }

    private static let detailLabel = Wording("상세", "detail")
    private static let hintLabel = Wording("조치", "hint")
}

extension Wording: ExpressibleByStringLiteral {
    /// Text that has no language: a command to type, a path.
    package init(stringLiteral text: String) { self.init(text, text) }
}
