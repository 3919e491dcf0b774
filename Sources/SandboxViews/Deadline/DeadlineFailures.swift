package import SandboxCore
package import SandboxDomain
import SandboxPresentation

extension Failure {
    /// Exit status 7, naming the first contradiction.
    package static func deadlinesContradict(_ first: DeadlineContradiction, count: Int) -> Failure {
        Failure(
            code: "deadlines-contradict", status: .checkFailed,
            what: Wording("기한이 맞지 않습니다", "the deadlines contradict each other"),
            why: Wording(
                "문제 \(count)건, 처음은 \(first.reference): \(first.problem.wording.ko)",
                "\(count) problem\(count == 1 ? "" : "s"), the first at \(first.reference): \(first.problem.wording.en)"
            ),
            hint: first.problem.remedy(first.reference))
    }
}

extension DeadlineProblem {
    /// What to do about it.
    fileprivate func remedy(_ deadline: DeadlineReference) -> Wording {
        switch self {
        case .keptDiffers, .keptGrantDiffers, .keptTaskDiffers, .lapseNotDue, .stopOutlivesDeadline, .openOnClosedCase:
            Wording("담당 창구가 sandbox deadline recount로 바로잡습니다.", "The desk puts it right: sandbox deadline recount.")
        case .stopsOverlap:
            Wording(
                "담당 창구가 sandbox deadline undo \(deadline)로 겹친 정지를 취소합니다.",
                "The desk undoes one of the stops: sandbox deadline undo \(deadline).")
        case .dueDiffers, .endedBeforeStart, .extendedTooOften, .withoutNotice:
            Wording(
                "sandbox deadline explain \(deadline)로 하루씩 확인하고, sandbox audit verify로 기록을 검증하십시오.",
                "Look at it day by day: sandbox deadline explain \(deadline); and verify the log: sandbox audit verify."
            )
        }
    }
}

extension Failure {
    /// The end lies where nobody knows or can foresee the holidays.
    package static func countUnknown(_ period: CalculatedPeriod) -> Failure {
        let known = period.calendar.knownTo.map(\.description) ?? "-"
        let foreseen = period.calendar.foreseenYears.map { "\($0.upperBound)-12-31" } ?? known
        return Failure(
            code: "calendar-unknown", status: .refused,
            what: Wording("만료일을 알 수 없습니다", "the last day is unknown"),
            why: Wording(
                "\(period.calendarCode) 달력의 공휴일은 \(known)까지 확정되었고 \(foreseen)까지 예상할 수 있습니다",
                "the holidays of calendar \(period.calendarCode) are known to \(known) and foreseen to \(foreseen)"))
    }
}

extension Failure {
    /// Exit status 7: the database's count and the walk along the calendar disagree.
    package static func countContradicted(_ due: CivilDate?, _ last: CivilDate?) -> Failure {
        Failure(
            code: "count-contradicted", status: .checkFailed,
            what: Wording("계산이 서로 맞지 않습니다", "the count contradicts itself"),
            why: Wording(
                "데이터베이스는 \(due?.description ?? "-"), 날짜별 계산은 \(last?.description ?? "-")",
                "the database says \(due?.description ?? "-"), day by day it is \(last?.description ?? "-")"))
    }
}
