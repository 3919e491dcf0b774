/// A date or period as somebody said it, kept word for word, with the days it means if it can be told.
///
/// Examples: `2019`, `2022-08`, `2021 상반기`, `2026 Q1`, `2026년 1분기`, `2021~` (no last day), `~2023` (no first day),
/// `2023~ (장기)`; `unconfirmed` and `기존 로드맵 일정` mean no days at all. A remark in parentheses is kept in the text and
/// never interpreted: `2021 (first half per asiae wording; unconfirmed)` means the year 2021.
public struct DatePhrase: Hashable, Sendable, CustomStringConvertible {
    /// The words, as they were said.
    public let text: String
    /// The first day meant; nil when open or not said.
    public let first: CivilDate?
    /// The last day meant; nil when open or not said.
    public let last: CivilDate?

    /// Takes words as they are and works out the days they mean.
    public init(_ text: String) {
        self.text = text
        let days = CalendarWords.days(in: text)
        (first, last) = (days?.first, days?.last)
    }

    /// Whether the words mean any days, open-ended or not.
    public var isDated: Bool { first != nil || last != nil }
    /// The words.
    public var description: String { text }
}

extension DatePhrase {
    /// Reads a date that may be known to the month or year only, such as the day of filing of an old case.
    ///
    /// - Throws: ``InputProblem/notAPeriod(_:)`` unless both the first and the last day can be told.
    public init(dated text: String) throws(InputProblem) {
        self.init(trimmed(text))
        if !isDated, let day = try? CivilDate(asWritten: text) { self.init(day.description) }
        guard first != nil, last != nil else { throw .notAPeriod(text) }
    }
}
