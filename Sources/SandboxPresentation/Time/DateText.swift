package import SandboxDomain

/// How a column or a sentence shows a day to a person. Machine formats always have `2026-11-23`.
package enum DateStyle: Sendable {
    /// `2026. 11. 23.` · `23 Nov 2026`
    case absolute
    /// `3일 전` · `3 days ago` within 31 days either way, beyond that as `absolute`.
    case relative
    /// The date and what is left until it: `2026. 11. 23. (D-3)` · `23 Nov 2026 (D-3)`.
    case countdown
}

extension CivilDate {
    /// The day as people write it: `2026. 11. 23.` · `23 Nov 2026`.
    package func text(_ language: Language) -> String {
        switch language {
        case .korean: "\(year). \(month). \(day)."
        case .english: "\(day) \(Wording.month(month).en.prefix(3)) \(year)"
        }
    }

    /// The day in a style; `today` is the authority's date, without which every style is `absolute`.
    package func text(_ language: Language, _ style: DateStyle, today: CivilDate?) -> String {
        guard let today else { return text(language) }
        let days = dayNumber - today.dayNumber
        switch style {
        case .absolute: return text(language)
        case .relative: return abs(days) <= 31 ? Wording.relative(days: days)[language] : text(language)
        case .countdown: return "\(text(language)) (\(Wording.countdown(days: days)))"
        }
    }
}

extension Timestamp {
    /// The moment as people write it, to the minute: `2026. 11. 23. 14:05` · `23 Nov 2026 14:05`.
    package func text(_ language: Language) -> String {
        date.text(language) + " " + (hour < 10 ? "0" : "") + String(hour) + (minute < 10 ? ":0" : ":") + String(minute)
    }
}

extension [UInt8] {
    /// Appends `2026-11-23`.
    mutating func appendDate(_ date: CivilDate) {
        appendPair(date.year / 100)
        appendPair(date.year % 100)
        append(UInt8(ascii: "-"))
        appendPair(date.month)
        append(UInt8(ascii: "-"))
        appendPair(date.day)
    }

    /// Appends `2026-11-23T14:05:09+09:00`.
    mutating func appendTimestamp(_ moment: Timestamp) {
        appendDate(moment.date)
        append(UInt8(ascii: "T"))
        appendPair(moment.hour)
        append(UInt8(ascii: ":"))
        appendPair(moment.minute)
        append(UInt8(ascii: ":"))
        appendPair(moment.second)
        append(contentsOf: moment.offset.utf8)
    }

    /// Appends two digits of a number from 0 to 99.
    private mutating func appendPair(_ number: Int) {
        append(UInt8(ascii: "0") + UInt8(number / 10))
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
