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
            hint: [.keptDiffers, .keptGrantDiffers, .keptTaskDiffers].contains(first.problem)
                ? Wording(
                    "담당 창구가 sandbox deadline recount로 다시 셉니다.", "The desk counts it anew: sandbox deadline recount.")
                : Wording(
                    "sandbox deadline explain \(first.reference)로 하루씩 확인하십시오.",
                    "Look at it day by day: sandbox deadline explain \(first.reference)."))
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
