internal import SandboxDomain

/// Holidays in a file of the form that calendars exchange (iCalendar, RFC 5545): every event of whole days is one.
enum CalendarFile {
    /// Whether the bytes are such a file.
    static func isOne(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return bytes[start...].starts(with: Array("BEGIN:VCALENDAR".utf8))
    }

    /// - Throws: `BadInput` with every event that cannot be read. One that recurs by a rule is not: the list must have each day.
    static func read(_ bytes: [UInt8], name: String?) throws(BadInput) -> [Holiday] {
        let file = try TextFile(bytes, name: name)
        var holidays: [Holiday] = []
        var issues: [BadInput.Issue] = []
        var event: [String: (value: String, line: Int)]?
        for (line, words) in lines(of: file.text) {
            guard let colon = valueStart(words) else { continue }
            let property = String(words[..<colon].prefix { $0 != ";" }).uppercased()
            let value = String(words[words.index(after: colon)...])
            switch (property, trimmed(value).uppercased()) {
            case ("BEGIN", "VEVENT"): event = [:]
            case ("END", "VEVENT"):
                if let event {
                    do throws(InputProblem) { holidays += try days(event) } catch {
                        issues.append(
                            .init(error, file: name, at: Position(line: event["DTSTART"]?.line ?? line, column: 1)))
                    }
                }
                event = nil
            default:
                if event != nil { event?[property] = (value, line) }
            }
        }
        if !issues.isEmpty { throw BadInput(issues) }
        if holidays.isEmpty { throw BadInput(.emptyFile, file: name) }
        return holidays
    }

    private static func days(_ event: [String: (value: String, line: Int)]) throws(InputProblem) -> [Holiday] {
        if event["STATUS"]?.value.uppercased() == "CANCELLED" { return [] }
        guard let start = event["DTSTART"]?.value, let summary = event["SUMMARY"]?.value else { throw .missingValue }
        if let rule = event["RRULE"]?.value { throw .unknownWord("RRULE:\(rule)", known: []) }
        let korean = try TextRule.label.checked(normalised(text(summary)))
        let first = try HolidayFile.within(Holiday.days, try day(start))
        // The end is the day after the last one.
        let end = try event["DTEND"].map { end throws(InputProblem) in try day(end.value) } ?? first
        let last = end > first ? end.adding(days: -1) ?? first : first
        let source = try event["DESCRIPTION"].flatMap { trimmed(text($0.value)).isEmpty ? nil : text($0.value) }
            .map { words throws(InputProblem) in try TextRule.prose.checked(normalised(words)) }
        return HolidayFile.days(first, last).map {
            Holiday($0, korean, kind: .init(name: korean), source: source)
        }
    }

    /// `20260301`, also of a time of that day.
    private static func day(_ value: String) throws(InputProblem) -> CivilDate {
        try CivilDate(asWritten: String(trimmed(value).prefix(8)))
    }

    /// The lines with their numbers, those that were folded put together.
    private static func lines(of text: String) -> [(Int, String)] {
        var lines: [(Int, String)] = []
        for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if let sign = line.first, sign == " " || sign == "\t", !lines.isEmpty {
                lines[lines.count - 1].1 += line.dropFirst()
            } else {
                lines.append((place + 1, String(line)))
            }
        }
        return lines
    }

    /// The colon that is not within a quoted parameter.
    private static func valueStart(_ line: String) -> String.Index? {
        var isQuoted = false
        for index in line.indices {
            if line[index] == "\"" { isQuoted.toggle() }
            if line[index] == ":", !isQuoted { return index }
        }
        return nil
    }

    private static func text(_ value: String) -> String {
        var result = ""
        var isEscaped = false
        for sign in value {
            if isEscaped {
                result.append(sign == "n" || sign == "N" ? "\n" : sign)
                isEscaped = false
            } else if sign == "\\" {
                isEscaped = true
            } else {
                result.append(sign)
            }
        }
        return result
    }
}
