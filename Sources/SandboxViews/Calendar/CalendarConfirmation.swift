package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// What became of a calendar.
    package init(_ changed: ChangeCalendar.Changed) {
        let (entered, withdrawn) = (changed.calendar.entered, changed.calendar.withdrawn)
        let (unchanged, moved) = (changed.calendar.unchanged, changed.movedDeadlines)
        let (declared, reopened) = (changed.calendar.declaredYears, changed.calendar.reopenedYears)
        let years = Wording(
            (declared > 0 ? " 확정된 해 \(declared)개." : "") + (reopened > 0 ? " 확정이 취소된 해 \(reopened)개." : ""),
            (declared > 0 ? " Years declared complete: \(declared)." : "")
                + (reopened > 0 ? " Years opened again: \(reopened)." : ""))
        self.init(
            name: "\(entered.count + withdrawn.count)",
            said: Wording(
                "공휴일 \(entered.count)일을 등록하고 \(withdrawn.count)일을 철회했습니다(이미 있음 \(unchanged)일). 진행 중인 기한 "
                    + "\(Wording.grouped(moved))건의 만료일이 바뀌었습니다." + years.ko,
                "Holidays entered: \(entered.count), withdrawn: \(withdrawn.count), there already: \(unchanged). "
                    + "Open periods that end on another day: \(Wording.grouped(moved))." + years.en),
            fields: [
                .init("entered", "등록", "Entered", .texts(entered.map { "\($0.day) \($0.korean)" })),
                .init("withdrawn", "철회", "Withdrawn", .texts(withdrawn.map { "\($0.day) \($0.korean)" })),
                .init("unchanged", "이미 있음", "There already", .integer(unchanged)),
                .init("moved_deadlines", "바뀐 기한", "Moved", .integer(moved)),
                .init("declared_years", "확정된 해", "Years declared", .integer(declared)),
                .init("reopened_years", "다시 열린 해", "Years reopened", .integer(reopened)),
            ])
    }
}
