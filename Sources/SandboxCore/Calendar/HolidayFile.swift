internal import SandboxDomain

/// A CSV file of public holidays: `date,name_ko,name_en,kind,announced_on,source`; the last three are optional.
enum HolidayFile {
    /// Reads the holidays of a file.
    /// - Parameter today: no announcement may be later than this day.
    /// - Throws: `BadInput` with every bad row.
    static func read(_ bytes: [UInt8], name: String?, today: CivilDate) throws(BadInput) -> [Holiday] {
        let columns = ["date", "name_ko", "name_en", "kind", "announced_on", "source"]
        let optional: Set = ["name_en", "announced_on", "source"]
        var reader = try CSVReader(
            InputSource(bytes, name: name), columns: columns.map { .init($0, isOptional: optional.contains($0)) },
            maxRows: 100_000)
        var holidays: [Holiday] = []
        var firstLines: [String: Int] = [:]
        while var row = try reader.next() {
            let day = row.required("date") { text throws(InputProblem) in
                try within(Holiday.days, try CivilDate(typed: text))
            }
            let korean = row.required("name_ko") { text throws(InputProblem) in try TextRule.label.checked(text) }
            let english = row.optional("name_en") { text throws(InputProblem) in try TextRule.label.checked(text) }
            let kind = row.required("kind") { text throws(InputProblem) in try Holiday.Kind(code: text) }
            let announced = row.optional("announced_on") { text throws(InputProblem) in
                try within(Holiday.days.lowerBound...max(today, Holiday.days.lowerBound), try CivilDate(typed: text))
            }
            let source = row.optional("source") { text throws(InputProblem) in try TextRule.prose.checked(text) }
            if let day, let korean, let kind {
                if let line = firstLines.updateValue(row.line, forKey: "\(day) \(korean)") {
                    row.report(.repeatedRow(firstLine: line), "date")
                }
                holidays.append(
                    Holiday(day, korean, english: english, kind: kind, announcedOn: announced, source: source))
            }
            reader.gather(row)
        }
        try reader.finish()
        return holidays
    }

    static func within(_ days: ClosedRange<CivilDate>, _ day: CivilDate) throws(InputProblem) -> CivilDate {
        guard days.contains(day) else {
            throw .dateOutside(day, earliest: days.lowerBound, latest: days.upperBound)
        }
        return day
    }
}
