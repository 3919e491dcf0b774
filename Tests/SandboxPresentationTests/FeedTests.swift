import SandboxDomain
import Testing

@testable import SandboxPresentation

@Suite("Calendar feeds")
struct FeedTests {
    private let listing = Listing<CalendarEvent>(
        Wording("기한, 모두", "Deadlines, all"), [Column("uid", "번호", "UID") { .text($0.uid) }],
        event: { event, _ in event })

    private func feed(_ events: [CalendarEvent], _ language: Language = .korean) throws -> [UInt8] {
        var bytes: [UInt8] = []
        _ = try listing.write(events, Output(format: .ics, language: language)) { bytes += $0 }
        return bytes
    }

    private func event(_ summary: String, _ description: String = "") -> CalendarEvent {
        CalendarEvent(
            uid: "DE-2026-0001-3@sandbox", stamp: "20261126T072800Z", day: "2026-12-31", summary: summary,
            description: description, reminder: "20261228T000000Z", sequence: 2)
    }

    /// The content lines, unfolded; every physical line is checked against RFC 5545 §3.1.
    private func lines(_ bytes: [UInt8]) throws -> [String] {
        #expect(bytes.suffix(2) == [0x0D, 0x0A])
        var unfolded: [[UInt8]] = []
        var line: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A {
                #expect(index > 0 && bytes[index - 1] == 0x0D)
                line.removeLast()
                #expect(line.count <= 75)
                // No character is cut in two.
                #expect(String(validating: line, as: UTF8.self) != nil)
                if line.first == 0x20 {
                    unfolded[unfolded.count - 1] += line.dropFirst()
                } else {
                    unfolded.append(line)
                }
                line = []
            } else {
                line.append(byte)
            }
        }
        return try unfolded.map { try #require(String(validating: $0, as: UTF8.self)) }
    }

    @Test("an event is a whole day with a reminder, and says what it is") func event() throws {
        let lines = try lines(feed([event("DE-2026-0001 K4 회신")]))
        #expect(
            lines == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sandbox//deadlines//KO", "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH", "X-WR-CALNAME:기한\\, 모두", "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
                "X-PUBLISHED-TTL:PT12H", "BEGIN:VEVENT", "UID:DE-2026-0001-3@sandbox", "DTSTAMP:20261126T072800Z",
                "SEQUENCE:2", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "SUMMARY:DE-2026-0001 K4 회신",
                "DESCRIPTION:", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY",
                "DESCRIPTION:DE-2026-0001 K4 회신", "TRIGGER;VALUE=DATE-TIME:20261228T000000Z", "END:VALARM",
                "END:VEVENT", "END:VCALENDAR",
            ])
    }

    @Test("long texts of one, two, three and four bytes a character are folded between characters, at every offset")
    func folding() throws {
        for character in ["a", "é", "한", "👩"] {
            for offset in 0..<80 {
                let text = String(repeating: "x", count: offset) + String(repeating: character, count: 120)
                #expect(try lines(feed([event(text)])).contains("SUMMARY:" + text))
            }
        }
    }

    @Test("commas, semicolons, backslashes and line breaks are escaped, what nobody sees is shown")
    func escaping() throws {
        let lines = try lines(feed([event("a,b;c\\d\u{1}\u{202E}\te", "하나\n둘\r\n셋")]))
        #expect(lines.contains("SUMMARY:a\\,b\\;c\\\\d\\\\u{1}\\\\u{202E} e"))
        #expect(lines.contains("DESCRIPTION:하나\\n둘\\n셋"))
    }

    @Test("a feed without events has a component all the same") func empty() throws {
        let lines = try lines(feed([], .english))
        #expect(lines.contains("BEGIN:VTIMEZONE") && lines.last == "END:VCALENDAR")
        #expect(lines.contains("X-WR-CALNAME:Deadlines\\, all"))
    }

    @Test("what has no days has no feed") func noFeed() {
        let plain = Listing<Int>([Column("n", "수", "Number") { .integer($0) }])
        let output = Output(format: .ics, language: .korean)
        #expect(throws: BadInput.self) { try plain.write([1], output) { _ in } }
        #expect(throws: BadInput.self) { try plain.write([], output) { _ in } }
        #expect(throws: BadInput.self) { try Detail("x", []).write(output) { _ in } }
    }
}
