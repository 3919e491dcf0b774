import SandboxPresentation

extension Failure {
    /// For people:
    /// ```text
    /// sandbox: the embedded database was not started: no PostgreSQL server is installed
    ///   hint: install one (apt install postgresql)
    /// ```
    func text(_ language: Language) -> String {
        var lines = ["sandbox: \(what[language]): \(why[language])"]
        func add(_ label: String, _ text: String) {
            for (index, line) in text.split(separator: "\n").enumerated() {
                lines.append(index == 0 ? "  \(label): \(line)" : "    \(line)")
            }
        }
        if let detail { add("detail", detail) }
        if let hint { add("hint", hint[language]) }
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
            "hint": hint.map { .string($0[language]) } ?? nil,
        ]
        return String(decoding: object.bytes(), as: UTF8.self) + "\n"
    }
}

extension Wording: ExpressibleByStringLiteral {
    /// Text that has no language: a command to type, a path.
    package init(stringLiteral text: String) { self.init(text, text) }
}
