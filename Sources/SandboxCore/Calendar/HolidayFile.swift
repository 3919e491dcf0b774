internal import SandboxDomain

/// A file of public holidays: a table (`date,name_ko,name_en,kind,announced_on,source`; the last four may be missing), one as it is
/// published for calendars (`Start date,Subject`), or a calendar itself (iCalendar).
///
/// What `calendar list` shows is read back: a day that was withdrawn, or is only foreseen, is none, and one of another calendar is
/// left out.
enum HolidayFile {
    static let columns: [CSVReader.Column] = [
        .init("date", or: "start date", "날짜", "일자"), .init("name_ko", or: "subject", "이름", "명칭", "공휴일"),
        .init("name_en", or: "영문 이름", isOptional: true), .init("kind", or: "종류", "구분", isOptional: true),
        .init("announced_on", or: "공고일", isOptional: true),
        .init("source", or: "description", "출처", isOptional: true),
        .init("end_date", or: "end date", isOptional: true), .init("weekday", or: "요일", isOptional: true),
        .init("withdrawn_on", isOptional: true), .init("withdrawal_reason", isOptional: true),
        .init("calendar", isOptional: true), .init("start_time", or: "start time", isOptional: true),
        .init("end_time", or: "end time", isOptional: true),
        .init("all_day", or: "all day event", isOptional: true),
        .init("private", isOptional: true), .init("location", isOptional: true), .init("foreseen", isOptional: true),
    ]

    /// Reads the holidays of a file.
    /// - Parameters:
    ///   - calendar: the calendar they are entered in.
    ///   - today: no announcement may be later than this day.
    /// - Throws: `BadInput` with every bad row.
    static func read(
        _ bytes: [UInt8], name: String?, of calendar: CalendarCode, today: CivilDate
    ) throws(BadInput) -> [Holiday] {
        if CalendarFile.isOne(bytes) { return try CalendarFile.read(bytes, name: name) }
        var reader = try CSVReader(InputSource(bytes, name: name), columns: columns, maxRows: 100_000)
        var holidays: [Holiday] = []
        var firstLines: [String: Int] = [:]
        while var row = try reader.next() {
            let isOther = ![calendar.code, ""].contains(row.text("calendar"))
            if isOther || !row.text("withdrawn_on").isEmpty || row.text("foreseen") == "true" { continue }
            for holiday in decode(&row, today) {
                if let line = firstLines.updateValue(row.line, forKey: "\(holiday.day) \(holiday.korean)") {
                    row.report(.repeatedRow(firstLine: line), "date")
                }
                holidays.append(holiday)
            }
            reader.gather(row)
        }
        try reader.finish()
        return holidays
    }

    private static func decode(_ row: inout CSVRow, _ today: CivilDate) -> [Holiday] {
        func day(_ text: String) throws(InputProblem) -> CivilDate {
            try within(Holiday.days, try CivilDate(asWritten: text))
        }
        let first = row.required("date", day)
        let last = row.optional("end_date", day) ?? first
        let korean = row.required("name_ko") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let english = row.optional("name_en") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let said = row.optional("kind") { text throws(InputProblem) in try Holiday.Kind(code: text) }
        let announced = row.optional("announced_on") { text throws(InputProblem) in
            try within(Holiday.days.lowerBound...max(today, Holiday.days.lowerBound), try CivilDate(asWritten: text))
        }
        let source = row.optional("source") { text throws(InputProblem) in try TextRule.prose.checked(text) }
        if !row.text("kind").isEmpty, said == nil { return [] }
        guard let first, let last, let korean else { return [] }
        guard first <= last else {
            row.report(.endsBeforeStart, "end_date")
            return []
        }
        return days(first, last).map {
            Holiday(
                $0, korean, english: english, kind: said ?? .init(name: korean), announcedOn: announced, source: source)
        }
    }

    /// All days of a span, which is at most a month long.
    static func days(_ first: CivilDate, _ last: CivilDate) -> [CivilDate] {
        (0...min(31, last.dayNumber - first.dayNumber)).compactMap { first.adding(days: $0) }
    }

    static func within(_ days: ClosedRange<CivilDate>, _ day: CivilDate) throws(InputProblem) -> CivilDate {
        guard days.contains(day) else {
            throw .dateOutside(day, earliest: days.lowerBound, latest: days.upperBound)
        }
        return day
    }
}

extension Holiday.Kind {
    /// Why a day is a holiday that a published list names and says no more of: by the words that the decree has for it.
    init(name: String) {
        if name.contains("대체") {
            self = .substitute
        } else if name.contains("임시") {
            self = .temporary
        } else if name.contains("선거") {
            self = .election
        } else {
            self = .regular
        }
    }
}
