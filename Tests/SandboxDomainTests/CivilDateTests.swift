import SandboxDomain
import Testing

@Suite("Days of the calendar") struct CivilDateTests {
    @Test(
        "only the strict ISO form of an existing day is a date",
        arguments: [
            "2026-11-3", "2026-11-031", "26-11-23", "2026/11/23", "2026-13-01", "2026-00-10", "2026-02-29",
            "2100-02-29",
            "2026-04-31", "0000-01-01", "2026-11-23T", " 2026-11-23", "２０２６-11-23", "", "+026-01-01",
        ])
    func refused(text: String) {
        #expect(throws: InputProblem.notADate(text)) { try CivilDate(iso: text) }
    }

    @Test("a date prints as it was read", arguments: ["0001-01-01", "2024-02-29", "2000-02-29", "9999-12-31"])
    func roundTrip(text: String) throws {
        #expect(try CivilDate(iso: text).description == text)
    }

    @Test("every day from 1899 to 2101 follows the day before, by number, weekday and order") func everyDay() throws {
        var before = CivilDate("1899-12-31")
        var count = 0
        while before < "2101-01-01" {
            let next = try #require(before.adding(days: 1))
            let isNewMonth = next.day == 1
            #expect(isNewMonth || (next.day == before.day + 1 && next.month == before.month))
            #expect(next.dayNumber == before.dayNumber + 1 && before < next)
            #expect(next.weekday.rawValue == before.weekday.rawValue % 7 + 1)
            before = next
            count += 1
        }
        #expect(count == 73_415)
    }

    @Test(
        "known weekdays",
        arguments: [
            ("2026-11-23", Weekday.monday), ("1970-01-01", .thursday), ("2000-02-29", .tuesday),
            ("0001-01-01", .monday),
            ("9999-12-31", .friday),
        ] as [(CivilDate, Weekday)])
    func weekdays(date: CivilDate, weekday: Weekday) {
        #expect(date.weekday == weekday)
    }

    @Test("counting days crosses leap days and years, both ways") func counting() {
        #expect(CivilDate("2025-09-05").adding(days: 30) == "2025-10-05")
        #expect(CivilDate("2026-11-23").adding(days: 90) == "2027-02-21")
        #expect(CivilDate("2024-03-01").adding(days: -1) == "2024-02-29")
        #expect(CivilDate("2019-02-14").days(until: "2026-11-23") == 2839)
        #expect(CivilDate("1970-01-01").dayNumber == 0)
    }

    @Test("there is no day outside the years 1 to 9999") func bounds() {
        #expect(CivilDate("9999-12-31").adding(days: 1) == nil)
        #expect(CivilDate("0001-01-01").adding(days: -1) == nil)
        #expect(CivilDate("2026-11-23").adding(days: .max) == nil)
        #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
    }
}

@Suite("Dates as they were said") struct SaidDateTests {
    @Test(
        "the days that words mean",
        arguments: [
            ("2019", "2019-01-01", "2019-12-31"), ("2022-08", "2022-08-01", "2022-08-31"),
            ("2024-02", "2024-02-01", "2024-02-29"), ("2025-12", "2025-12-01", "2025-12-31"),
            ("2021 상반기", "2021-01-01", "2021-06-30"), ("2021 하반기", "2021-07-01", "2021-12-31"),
            ("2021년 하반기", "2021-07-01", "2021-12-31"), ("2021 H2", "2021-07-01", "2021-12-31"),
            ("H1 2021", "2021-01-01", "2021-06-30"), ("2021~", "2021-01-01", nil), ("~2023", nil, "2023-12-31"),
            ("2023~ (장기)", "2023-01-01", nil), ("２０２３～", "2023-01-01", nil),
            ("2021 (first half per asiae wording; unconfirmed)", "2021-01-01", "2021-12-31"),
            ("2026 Q1", "2026-01-01", "2026-03-31"), ("2026년 1분기", "2026-01-01", "2026-03-31"),
            ("Q4 2026", "2026-10-01", "2026-12-31"), ("2026.3분기", "2026-07-01", "2026-09-30"),
            ("2025년 12월", "2025-12-01", "2025-12-31"), ("2025. 12. 3.", "2025-12-03", "2025-12-03"),
            ("2025-12-03", "2025-12-03", "2025-12-03"), ("2025년 12월까지", nil, "2025-12-31"),
            ("by 2025-12", nil, "2025-12-31"), ("2026년부터", "2026-01-01", nil),
            ("2021~2023", "2021-01-01", "2023-12-31"),
            ("2021 상반기 ~ 2022-03", "2021-01-01", "2022-03-31"),
        ] as [(String, CivilDate?, CivilDate?)])
    func meant(text: String, first: CivilDate?, last: CivilDate?) {
        let said = DatePhrase(text)
        #expect(said.first == first)
        #expect(said.last == last)
        #expect(said.text == text)
        #expect(said.isDated)
    }

    @Test(
        "the days that the notations of Korean and English roadmaps mean",
        arguments: [
            ("2025.상반기", "2025-01-01", "2025-06-30"), ("’25.上", "2025-01-01", "2025-06-30"),
            ("'25.下", "2025-07-01", "2025-12-31"), ("’25년 상반기", "2025-01-01", "2025-06-30"),
            ("25년 하반기", "2025-07-01", "2025-12-31"), ("2025 下半期", "2025-07-01", "2025-12-31"),
            ("2025년 하반기 중", "2025-07-01", "2025-12-31"), ("2025년 상·하반기", "2025-01-01", "2025-12-31"),
            ("1H25", "2025-01-01", "2025-06-30"), ("first half of 2025", "2025-01-01", "2025-06-30"),
            ("2025.12월", "2025-12-01", "2025-12-31"), ("'25.12월", "2025-12-01", "2025-12-31"),
            ("2025년 12월 말", "2025-12-01", "2025-12-31"), ("2025.6월까지", nil, "2025-06-30"),
            ("~’25.12.31.", nil, "2025-12-31"), ("2025.1~6월까지", "2025-01-01", "2025-06-30"),
            ("2025년 6월 상순", "2025-06-01", "2025-06-10"), ("2025년 2월 하순", "2025-02-21", "2025-02-28"),
            ("2025년 6월 중순", "2025-06-11", "2025-06-20"), ("2025년말", "2025-01-01", "2025-12-31"),
            ("2025년 말", "2025-01-01", "2025-12-31"), ("2025년 내", "2025-01-01", "2025-12-31"),
            ("2025년 연내", "2025-01-01", "2025-12-31"), ("2025년 중", "2025-01-01", "2025-12-31"),
            ("2025년도", "2025-01-01", "2025-12-31"), ("2025년 이후", "2025-01-01", nil),
            ("2024-2025", "2024-01-01", "2025-12-31"), ("2024–2025", "2024-01-01", "2025-12-31"),
            ("2024~25", "2024-01-01", "2025-12-31"), ("’24~’25년", "2024-01-01", "2025-12-31"),
            ("2025.1~6월", "2025-01-01", "2025-06-30"), ("2025.1-6월", "2025-01-01", "2025-06-30"),
            ("2025년 3월~2026년 2월", "2025-03-01", "2026-02-28"), ("2025.6.1~6.30", "2025-06-01", "2025-06-30"),
            ("2025년 1·2분기", "2025-01-01", "2025-06-30"), ("2025년 3~4분기", "2025-07-01", "2025-12-31"),
            ("2025 4Q", "2025-10-01", "2025-12-31"), ("4Q25", "2025-10-01", "2025-12-31"),
            ("2025.4/4", "2025-10-01", "2025-12-31"), ("2025년 1/4분기", "2025-01-01", "2025-03-31"),
            ("2025/4/4", "2025-04-04", "2025-04-04"), ("Q3-Q4 2025", "2025-07-01", "2025-12-31"),
            ("fourth quarter of 2025", "2025-10-01", "2025-12-31"), ("December 2025", "2025-12-01", "2025-12-31"),
            ("Sept. 2025", "2025-09-01", "2025-09-30"), ("31 December 2025", "2025-12-31", "2025-12-31"),
            ("December 31, 2025", "2025-12-31", "2025-12-31"), ("by the end of 2025", nil, "2025-12-31"),
            ("mid-2025", "2025-01-01", "2025-12-31"), ("20250630", "2025-06-30", "2025-06-30"),
            ("202506", "2025-06-01", "2025-06-30"), ("2025.6.30.(월)", "2025-06-30", "2025-06-30"),
            ("２０２５년 ６월", "2025-06-01", "2025-06-30"), ("2025年 6月 30日", "2025-06-30", "2025-06-30"),
        ] as [(String, CivilDate?, CivilDate?)])
    func notations(text: String, first: CivilDate?, last: CivilDate?) {
        let said = DatePhrase(text)
        #expect(said.first == first)
        #expect(said.last == last)
    }

    @Test(
        "words that mean no days are kept and mean none",
        arguments: [
            "unconfirmed", "기존 로드맵 일정", "", "~", "2026-13", "2026 Q5", "2026 H3", "2023~2021", "99999", "202", "장기",
            "2026-02-30", "(2026)", "2026 1", "2021~2022~2023", "추후", "2025년 상반기 또는 하반기", "25.6.30", "12.31", "12월",
            "20251301", "2025.13월", "2025년 5분기", "2025.6.31", "2025.3~2월", "juneau 2025", "2025 만", "1,234",
        ])
    func undated(text: String) {
        let said = DatePhrase(text)
        #expect(!said.isDated)
        #expect(said.text == text)
    }

    @Test("a day of filing must have a first and a last day") func dated() throws {
        #expect(try DatePhrase(dated: " 2019 ").text == "2019")
        #expect(throws: InputProblem.notAPeriod("2019~")) { try DatePhrase(dated: "2019~") }
        #expect(throws: InputProblem.notAPeriod("언젠가")) { try DatePhrase(dated: "언젠가") }
    }
}
