import SandboxDomain

extension DeadlineRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .ended(let day): Wording("이 기한은 \(day)에 끝났습니다", "the deadline ended on \(day)")
        case .extensionNotInRule(let basis):
            Wording("이 기한에는 연장이 없습니다(\(basis))", "the rule has no extension (\(basis))")
        case .extensionUsedUp(let count):
            Wording("연장은 \(count)회까지이며 모두 썼습니다", "the period has been extended \(count)×, which is all the rule allows")
        case .extensionTooLong(let maximum, let unit):
            Wording(
                "한 번에 \(unit.wording(maximum).ko)까지 연장할 수 있습니다",
                "an extension has \(unit.wording(maximum).en) at most")
        case .extensionTooLate(let day):
            Wording("기한이 \(day)에 이미 지났습니다", "a period is extended before it ends, and it ended on \(day)")
        case .notOwed(let organisation):
            Wording(
                "기한은 그 의무를 진 쪽이 연장합니다: \(organisation ?? "주무관청")",
                "who owes the act extends its period: \(organisation ?? "the lead authority")")
        case .stopCauseUnknown(let cause, let known):
            known.isEmpty
                ? Wording(
                    "\(cause.wording.ko, .toward) 멈추지 않는 기한입니다", "it is not stopped by “\(cause.wording.en)”")
                : Wording(
                    "\(cause.wording.ko, .toward) 멈추지 않습니다. 가능: \(Wording.words(known).ko)",
                    "it is not stopped by “\(cause.wording.en)”, but by: \(Wording.words(known).en)")
        case .stopped(let day): Wording("\(day)부터 이미 멈춰 있습니다", "the deadline is stopped since \(day)")
        case .notStopped: Wording("손으로 끝낼 정지가 없습니다", "no stop is open that is ended by hand")
        case .stopPaperRequired: Wording("근거 문서가 필요합니다", "a stop names the paper it rests on")
        case .stopsOverlap: Wording("다른 정지와 날짜가 겹칩니다", "another stop has left out some of these days")
        case .stopUndone(let number): Wording("\(number)번 정지는 이미 취소되었습니다", "stop no. \(number) has been undone")
        case .supplementOpen(let number):
            Wording(
                "\(number)번 보완 요청에 아직 답하지 않았으며, 그동안은 기간에 산입하지 않습니다",
                "supplement no. \(number) is open, and the time until its answer is left out")
        case .dayOutsideCalendar: Wording("달력에 없는 날입니다(2000-01-01부터)", "no calendar has that day (from 2000-01-01 on)")
        case .holidaysMissing(let days):
            Wording(
                "예상되는 공휴일이 등록되지 않았습니다: \(days.joined(separator: ", ")). 등록하거나, 공휴일이 아니라고 밝히십시오",
                "holidays that are foreseen are not entered: \(days.joined(separator: ", ")). Enter them, or say that they are none"
            )
        }
    }
}
