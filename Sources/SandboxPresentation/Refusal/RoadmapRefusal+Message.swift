import SandboxDomain

extension RoadmapRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .taskNotOwed(let ministries):
            Wording(
                "이 부처의 과제가 아닙니다. 소관: \(Wording.names(ministries.isEmpty ? ["-"] : ministries).ko)",
                "this task is not owed by your ministry, but by: "
                    + Wording.names(ministries.isEmpty ? ["-"] : ministries).en)
        case .inForceDateNotForStatus(let status):
            Wording(
                "‘\(status.wording.ko)’ 상태에는 시행일이 없습니다",
                "a task at the status “\(status.wording.en)” has no day of entry into force")
        case .statusUnreachable(let from, let to):
            Wording(
                "‘\(from.wording.ko)’ 상태의 과제는 ‘\(to.wording.ko)’ 상태가 될 수 없습니다",
                "a reform task does not go from “\(from.wording.en)” to “\(to.wording.en)”")
        case .taskContinued(let other):
            Wording("이 과제는 \(other)에서 이어집니다", "the task is continued by \(other)")
        case .taskEnded(let other, let status):
            Wording(
                "\(other, .topic) ‘\(status.wording.ko)’ 상태여서 다른 과제를 이어받을 수 없습니다",
                "\(other) is at the status “\(status.wording.en)” and cannot continue another task")
        case .alreadyPromised(let said, let day):
            Wording(
                "이미 약속했습니다(\(day), ‘\(said)’)",
                "it was promised on \(day) for “\(said)”")
        case .beforeBaseline(let day):
            Wording("첫 약속은 \(day)에 있었고 그 앞에 둘 수 없습니다", "the first promise was made on \(day); nothing is put before it")
        case .nothingToTakeBack: Wording("되돌릴 것이 없습니다", "nothing was said that could be taken back")
        case .reportTooEarly(let day):
            Wording("이 보고는 \(day)부터 할 수 있습니다", "this report is given from \(day) on")
        case .noReportOwed:
            Wording("지금 이 과제에 낼 보고가 없습니다", "your ministry owes no report on this task now")
        }
    }
}
