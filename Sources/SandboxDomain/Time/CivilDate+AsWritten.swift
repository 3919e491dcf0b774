extension CivilDate {
    /// Reads a day as offices and their spreadsheets write it: `2024-05-30`, `2024. 5. 30.`, `2024.05.30(목)`, `2024/5/30`,
    /// `20240530`, `'24.5.30`, `2024년 5월 30일`, `2024-05-30 00:00:00`, and `45442`, the number of days under which Excel keeps it.
    ///
    /// - Throws: ``InputProblem/notADate(_:)`` for anything else, a month or a year among it, and a day that does not exist.
    public init(asWritten text: some StringProtocol) throws(InputProblem) {
        if let date = try? CivilDate(iso: text) {
            self = date
            return
        }
        if let date = try? CivilDate(typed: text) {
            self = date
            return
        }
        let words = CalendarWords.withoutTime(String(text))
        if let date = CivilDate(serial: words) {
            self = date
            return
        }
        guard let days = CalendarWords.days(in: words), let first = days.first, first == days.last else {
            throw .notADate(String(text))
        }
        self = first
    }

    /// The day that a spreadsheet keeps under this number, which is that of days since 1899-12-30; only from 2000 to 2060, so that
    /// no other number of five digits is taken for a day.
    init?(serial text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts[0].utf8.count == 5, let number = Int(parts[0]), (36526...58805).contains(number),
            parts.count == 1 || parts[1].allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        self.init(dayNumber: number - 25569)
    }
}
