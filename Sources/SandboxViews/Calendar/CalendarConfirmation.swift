package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// What became of a calendar.
    package init(_ changed: ChangeCalendar.Changed) {
        let (entered, withdrawn) = (changed.calendar.entered, changed.calendar.withdrawn)
        let (unchanged, moved) = (changed.calendar.unchanged, changed.movedDeadlines)
        self.init(
            name: "\(entered.count + withdrawn.count)",
            said: Wording(
                "공휴일 \(entered.count)일을 등록하고 \(withdrawn.count)일을 철회했습니다(이미 있음 \(unchanged)일). 진행 중인 기한 "
                    + "\(Wording.grouped(moved))건의 만료일이 바뀌었습니다.",
                "Holidays entered: \(entered.count), withdrawn: \(withdrawn.count), there already: \(unchanged). "
                    + "Open periods that end on another day: \(Wording.grouped(moved))."),
            fields: [
                .init("entered", "등록", "Entered", .texts(entered.map { "\($0.day) \($0.korean)" })),
                .init("withdrawn", "철회", "Withdrawn", .texts(withdrawn.map { "\($0.day) \($0.korean)" })),
                .init("unchanged", "이미 있음", "There already", .integer(unchanged)),
                .init("moved_deadlines", "바뀐 기한", "Moved", .integer(moved)),
            ])
    }
}
