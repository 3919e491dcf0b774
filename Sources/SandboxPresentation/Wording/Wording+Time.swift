extension Wording {
    /// The name of a month, 1…12: `11월` · `November`. Outside that range a programmer's error.
    package static func month(_ month: Int) -> Wording {
        Wording("\(month)월", monthNames[month - 1])
    }

    /// How far a day lies from today: `3일 전`, `어제`, `오늘`, `내일`, `3일 후` · `3 days ago`, … `in 3 days`.
    ///
    /// `days` is negative for the past.
    package static func relative(days: Int) -> Wording {
        switch days {
        case 0: Wording("오늘", "today")
        case 1: Wording("내일", "tomorrow")
        case -1: Wording("어제", "yesterday")
        case ..<0: Wording("\(-days)일 전", counted(-days, "day") + " ago")
        default: Wording("\(days)일 후", "in " + counted(days, "day"))
        }
    }

    /// What is left until a due date, as Koreans write it in both languages: `D-3` three days before, `D-day` on the
    /// day, `D+2` two days late. `days` is negative once the date has passed.
    package static func countdown(days: Int) -> String {
        days == 0 ? "D-day" : days > 0 ? "D-\(days)" : "D+\(-days)"
    }

    /// A length of time: `12일` · `12 days`, `1 day`.
    package static func length(days: Int) -> Wording {
        Wording("\(days)일", days == 0 ? "0 days" : counted(days, "day"))
    }

    /// A number of things in English: `1 row`, `1,234 rows`, `no rows`. The words may go on, as `row was` and `rows were`.
    package static func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        (number == 0 ? "no" : grouped(number)) + " " + (number == 1 ? singular : plural ?? singular + "s")
    }

    /// How many of the things that were to be entered had been entered before, in English.
    package static func known(_ number: Int) -> String {
        (number == 0 ? "none" : grouped(number)) + (number > 1 ? " were" : " was") + " there already"
    }

    /// A number of things: `1,234건` · `1,234 rows`; the English words are singular and plural.
    package static func count(_ count: Int, ko unit: String, _ singular: String, _ plural: String) -> Wording {
        let digits = grouped(count)
        return Wording(digits + unit, digits + " " + (count == 1 ? singular : plural))
    }

    /// A number with a comma between groups of three digits, as both languages write it: `1,234,567`.
    package static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var result = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result
    }
}

private let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]
