import SandboxCore
import SandboxDomain
import SandboxPresentation

extension DayNote {
    /// What is told of the day.
    var sentence: Wording {
        switch self {
        case .past(let day):
            Wording("확인: \(day.text(.korean))은 지난 날입니다.", "Note: \(day.text(.english)) is in the past.")
        case .closed(let day, let holiday):
            holiday.map {
                Wording(
                    "확인: \(day.text(.korean))은 공휴일입니다(\($0.korean)).",
                    "Note: \(day.text(.english)) is a public holiday (\($0.english ?? $0.korean)).")
            }
                ?? Wording(
                    "확인: \(day.text(.korean))은 휴무일입니다.",
                    "Note: offices are closed on \(day.text(.english)).")
        }
    }
}
