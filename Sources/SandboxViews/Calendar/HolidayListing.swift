package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<HolidayList.Row> {
    /// Public holidays.
    package static var holidays: Listing<HolidayList.Row> {
        Listing(
            Wording("공휴일", "Holidays"),
            [
                Column("date", "날짜", "Date") { .date($0.holiday.day) },
                Column("weekday", "요일", "Weekday") { .code($0.holiday.day.weekday) },
                Column("name_ko", "이름", "Name in Korean") { .text($0.holiday.korean) },
                Column("name_en", "영문 이름", "Name") { .text($0.holiday.english) },
                Column("kind", "종류", "Kind") { .code($0.holiday.kind) },
                Column("foreseen", "예상", "Foreseen") { .boolean($0.holiday.isForeseen) },
                Column("announced_on", "발표일", "Announced") { .date($0.holiday.announcedOn) },
                Column("withdrawn_on", "철회일", "Withdrawn") { .date($0.withdrawnOn) },
                Column("withdrawal_reason", "철회 사유", "Why withdrawn", for: .machines) { .text($0.reason) },
                Column("source", "출처", "Source", for: .machines) { .text($0.holiday.source) },
                Column("calendar", "달력", "Calendar", for: .machines) { .text($0.calendar.code) },
            ])
    }
}
