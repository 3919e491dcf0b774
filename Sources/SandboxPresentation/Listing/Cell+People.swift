import SandboxDomain

/// A value as a person sees it: one line, nothing in it that could steer the terminal.
struct Shown {
    var text: String
    var tone: Tone = .plain
}

extension Cell {
    /// The value for people, in one line.
    package func text(_ output: Output) -> String { shown(output).text }

    /// The value for people. Lists are joined by commas; a list has no tone of its own.
    func shown(_ output: Output, dates: DateStyle = .absolute, keepingLines: Bool = false) -> Shown {
        switch value {
        case .null: Shown(text: "-", tone: .muted)
        case .text(let text), .json(let text): Shown(text: text.visible(keepingLines: keepingLines))
        case .integer(let value): Shown(text: String(value))
        case .decimal(let digits): Shown(text: digits.visible())
        case .boolean(let value): Shown(text: Wording.answer(value)[output.language])
        case .date(let date): Shown(text: date.text(output.language, dates, today: output.today))
        case .timestamp(let moment): Shown(text: moment.shown(output, dates))
        case .code(let value): Shown(text: output.wording(value)[output.language], tone: value.tone)
        case .list(let cells):
            cells.isEmpty
                ? Cell.null.shown(output)
                : Shown(text: cells.map { $0.shown(output, dates: dates).text }.joined(separator: ", "))
        }
    }
}

extension Timestamp {
    fileprivate func shown(_ output: Output, _ dates: DateStyle) -> String {
        dates == .absolute ? text(output.language) : date.text(output.language, dates, today: output.today)
    }
}

extension Wording {
    /// `예` · `yes` and `아니요` · `no`.
    package static func answer(_ value: Bool) -> Wording {
        value ? Wording("예", "yes") : Wording("아니요", "no")
    }
}
