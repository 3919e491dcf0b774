package import SandboxDomain

/// A whole day in somebody's calendar: what a row is in `--format ics` (RFC 5545).
package struct CalendarEvent: Sendable {
    /// The same for the same thing in every feed, so that a calendar replaces it when it moves.
    package var uid: String
    /// When the feed was made, in UTC: `20261126T072800Z`.
    package var stamp: String
    package var day: CivilDate
    package var summary: String
    package var description: String
    /// The moment of the reminder, in UTC like ``stamp``; nil for none.
    package var reminder: String?
    /// Grows when the event changes, so that calendars take the change.
    package var sequence: Int

    package init(
        uid: String, stamp: String, day: CivilDate, summary: String, description: String, reminder: String?,
        sequence: Int
    ) {
        (self.uid, self.stamp, self.day) = (uid, stamp, day)
        (self.summary, self.description) = (summary, description)
        (self.reminder, self.sequence) = (reminder, sequence)
    }
}

extension [UInt8] {
    /// The beginning of a feed.
    mutating func appendFeedStart(_ name: String, _ language: Language) {
        appendContentLine("BEGIN:VCALENDAR")
        appendContentLine("VERSION:2.0")
        appendContentLine("PRODID:-//sandbox//deadlines//\(language == .korean ? "KO" : "EN")")
        appendContentLine("CALSCALE:GREGORIAN")
        appendContentLine("METHOD:PUBLISH")
        appendContentLine("X-WR-CALNAME:" + escaped(name))
        appendContentLine("REFRESH-INTERVAL;VALUE=DURATION:PT12H")
        appendContentLine("X-PUBLISHED-TTL:PT12H")
    }

    /// One event of a feed.
    mutating func append(_ event: CalendarEvent) {
        appendContentLine("BEGIN:VEVENT")
        appendContentLine("UID:" + escaped(event.uid))
        appendContentLine("DTSTAMP:" + event.stamp)
        appendContentLine("SEQUENCE:\(event.sequence)")
        appendContentLine("DTSTART;VALUE=DATE:" + event.day.basic)
        if let next = event.day.adding(days: 1) { appendContentLine("DTEND;VALUE=DATE:" + next.basic) }
        appendContentLine("SUMMARY:" + escaped(event.summary))
        appendContentLine("DESCRIPTION:" + escaped(event.description))
        appendContentLine("TRANSP:TRANSPARENT")
        if let reminder = event.reminder {
            appendContentLine("BEGIN:VALARM")
            appendContentLine("ACTION:DISPLAY")
            appendContentLine("DESCRIPTION:" + escaped(event.summary))
            appendContentLine("TRIGGER;VALUE=DATE-TIME:" + reminder)
            appendContentLine("END:VALARM")
        }
        appendContentLine("END:VEVENT")
    }

    /// The end of a feed. One without events still needs a component (RFC 5545 §3.6), so it names the zone it is in.
    mutating func appendFeedEnd(isEmpty: Bool) {
        if isEmpty {
            let zone = [
                "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
                "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
            ]
            for line in zone { appendContentLine(line) }
        }
        appendContentLine("END:VCALENDAR")
    }

    /// A line, folded after at most 75 octets, but never inside a character (RFC 5545 §3.1).
    private mutating func appendContentLine(_ line: String) {
        var length = 0
        for scalar in line.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if length + bytes.count > 75 {
                append(contentsOf: [0x0D, 0x0A, 0x20])
                length = 1
            }
            append(contentsOf: bytes)
            length += bytes.count
        }
        append(contentsOf: [0x0D, 0x0A])
    }
}

/// A value of type TEXT (RFC 5545 §3.3.11): backslash, semicolon, comma and line break escaped. What must not be
/// shown is its own escape.
private func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unhidden.unicodeScalars {
        switch scalar {
        case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
        case "\n": escaped.append(contentsOf: ["\\", "n"])
        case "\t": escaped.append(" ")
        case "\r": break
        default: escaped.append(scalar)
        }
    }
    return String(escaped)
}

extension CivilDate {
    /// `20261126`.
    fileprivate var basic: String { description.filter { $0 != "-" } }
}
