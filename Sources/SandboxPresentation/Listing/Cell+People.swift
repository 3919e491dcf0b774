package import SandboxDomain

/// A value as a person sees it: one line, nothing in it that could steer the terminal.
struct Shown {
    var text: String
    var tone: Tone = .plain
    /// The places that are marked, in Unicode code points.
    var marks: [Range<Int>] = []

    /// The text with its colours, if they are wanted.
    func painted(_ wanted: Bool) -> String {
        guard wanted, !marks.isEmpty else { return Colours.paint(text, tone, wanted) }
        let scalars = Array(text.unicodeScalars)
        func part(_ range: Range<Int>, _ tone: Tone) -> String {
            let kept = range.clamped(to: 0..<scalars.count)
            return Colours.paint(String(String.UnicodeScalarView(scalars[kept])), tone, true)
        }
        var (painted, end) = ("", 0)
        for mark in marks {
            painted += part(end..<mark.lowerBound, tone) + part(mark, .strong)
            end = mark.upperBound
        }
        return painted + part(end..<max(end, scalars.count), tone)
    }
}

extension Shown {
    /// A text of which some places are marked. What is shown of it may be longer than it is.
    init(_ text: String, marks: [Range<Int>], keepingLines: Bool) {
        let scalars = Array(text.unicodeScalars)
        func visible(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range])).visible(keepingLines: keepingLines)
        }
        var (shown, end): (String, Int) = ("", 0)
        var moved: [Range<Int>] = []
        for mark in marks {
            shown += visible(end..<mark.lowerBound)
            let start = shown.unicodeScalars.count
            shown += visible(mark)
            moved.append(start..<shown.unicodeScalars.count)
            end = mark.upperBound
        }
        self.init(text: shown + visible(end..<scalars.count), marks: moved)
    }
}

extension Cell {
    /// The value for people, in one line.
    package func text(_ output: Output) -> String { shown(output).text }

    /// The value for people. Lists are joined by commas; a list has no tone of its own.
    func shown(_ output: Output, dates: DateStyle = .absolute, keepingLines: Bool = false) -> Shown {
        switch value {
        case .null: note.map { Shown(text: $0[output.language], tone: .caution) } ?? Shown(text: "-", tone: .muted)
        case .text(let text) where !marks.isEmpty: Shown(text, marks: marks, keepingLines: keepingLines)
        case .text(let text), .json(let text): Shown(text: text.visible(keepingLines: keepingLines))
        case .integer(let value): Shown(text: String(value))
        case .decimal(let digits): Shown(text: digits.visible())
        case .boolean(let value): Shown(text: Wording.answer(value)[output.language])
        case .date(let date):
            Shown(
                text: date.text(output.language, dates, today: output.today)
                    + (note.map { " (\($0[output.language]))" } ?? ""))
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
    /// Whether a text means yes.
    /// - Throws: `InputProblem.unknownWord` for what is neither.
    package static func isYes(_ text: String) throws(InputProblem) -> Bool {
        let word = foldedWord(text)
        if ["예", "네", "yes", "y", "ㅇ"].contains(word) { return true }
        if ["아니요", "아니오", "no", "n", "ㄴ"].contains(word) { return false }
        throw .unknownWord(text, known: ["예", "아니요", "yes", "no"])
    }

    /// `예` · `yes` and `아니요` · `no`.
    package static func answer(_ value: Bool) -> Wording {
        value ? Wording("예", "yes") : Wording("아니요", "no")
    }
}
