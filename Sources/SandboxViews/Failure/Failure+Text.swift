package import SandboxPresentation

extension Failure {
    /// For people:
    /// ```text
    /// sandbox: DRAFT-17 was not filed: papers are missing
    ///   - demonstration plan [demonstration-plan]
    ///   hint: attach the papers named above
    /// ```
    package func text(_ language: Language) -> String {
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
    /// - Parameter status: the number of the ``Status`` in the interface of whoever asks, such as `exit` and 2.
    package func json(_ language: Language, status: JSON.Member) -> JSON {
        .object([
            .init("code", .string(code)),
            status,
            .init("what", .string(what[language])),
            .init("why", .string(why[language])),
            .init("detail", detail.map { .string($0) } ?? nil),
            .init("issues", issues[language]),
            .init("hint", hint.map { .string($0[language]) } ?? nil),
            .init("idempotency_key", idempotencyKey.map { .string($0) } ?? nil),
        ])
    }

    private static let detailLabel = Wording("상세", "detail")
    private static let hintLabel = Wording("조치", "hint")
}

extension Page {
    /// A failure as a page.
    package init(_ failure: Failure) {
        let written = failure.detail.map { [Block.paragraph($0)] } ?? []
        let blocks =
            [.note(failure.why)] + failure.lines.map(Block.note) + written + (failure.hint.map { [.note($0)] } ?? [])
        self.init(failure.what, [Section(nil, blocks)])
    }
}
