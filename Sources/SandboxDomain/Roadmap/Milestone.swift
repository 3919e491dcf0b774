/// A status that can be promised and reached: what roadmaps set dates for.
public enum Milestone: String, StableCode {
    /// 입안.
    case drafting
    /// 관계기관 협의.
    case consulting
    /// 입법예고.
    case preAnnounced = "pre-announced"
    /// 규제심사.
    case regulatoryReview = "regulatory-review"
    /// 법제처 심사.
    case legislationOffice = "legislation-office"
    /// 국회·국무회의 심의.
    case assembly
    /// 의결.
    case passed
    /// 공포.
    case promulgated
    /// 시행.
    case inForce = "in-force"
}

extension Milestone {
    /// The same as the status of a task.
    public var status: ReformStatus {
        guard let status = ReformStatus(rawValue: rawValue) else { preconditionFailure("every milestone is a status") }
        return status
    }
}

/// How a milestone compares with its first promise.
public enum Standing: String, StableCode {
    /// Reached by the last day of the first promise.
    case kept
    /// Reached later.
    case late
    /// The last day that was said has passed, and it is not reached.
    case overdue
    /// To be reached later than promised first.
    case slipping
    /// To be reached as promised.
    case onCourse = "on-course"
    /// No day was ever said.
    case undated
    /// Reached, and never promised.
    case unpromised
}

/// What kind of law has to change; the highest comes first.
public enum LawLevel: String, StableCode {
    /// 법률: by the National Assembly.
    case act
    /// 대통령령.
    case decree
    /// 총리령·부령.
    case ordinance
    /// 고시·훈령·예규.
    case notice
    /// 지침·가이드라인.
    case guideline
}

/// What a reform task is known by elsewhere.
public enum TaskReferenceKind: String, StableCode {
    /// 의안번호.
    case bill
    /// 입법예고 번호.
    case preAnnouncement = "pre-announcement"
    /// 공포번호.
    case promulgation
    /// 관보.
    case gazette
    /// 그 밖의 문서.
    case document
}

/// The rules for promises and what became of them. The database's guards on `forecast`, `arrival` and `task_report` say the
/// same.
public enum PromiseRule {
    /// Whether something may be promised of a milestone.
    ///
    /// The first promise is the baseline and stays the first: nothing said before it is entered after it. Each later
    /// promise says why.
    /// - Parameters:
    ///   - saidOn: the day on which it was said; nil for today.
    ///   - baseline: the day on which the first promise was said, if there is one.
    /// - Throws: ``Refusal/dateInFuture(_:)``, ``RoadmapRefusal/beforeBaseline(_:)``, ``Refusal/reasonRequired``.
    public static func mayPromise(
        saidOn: CivilDate?, baseline: CivilDate?, today: CivilDate, reason: String?
    ) throws(Refusal) {
        if let saidOn, saidOn > today { throw .dateInFuture(saidOn) }
        guard let baseline else { return }
        if let saidOn, saidOn < baseline { throw .roadmap(.beforeBaseline(baseline)) }
        guard reason != nil else { throw .reasonRequired }
    }

    /// Whether there may be a first promise: where none was made, in those words on that day.
    public static func mayBegin(_ baseline: String?, on day: CivilDate?) throws(Refusal) {
        if let baseline, let day { throw .roadmap(.alreadyPromised(baseline, day)) }
    }

    /// Whether a milestone may be said to have been reached: not in the future, and a correction says why.
    ///
    /// - Parameter day: the last day it can have been; nil takes back what was said.
    /// - Throws: ``Refusal/dateInFuture(_:)``, ``Refusal/reasonRequired``.
    public static func mayArrive(
        _ day: CivilDate?, isFirst: Bool, today: CivilDate, reason: String?
    ) throws(Refusal) {
        if let day, day > today { throw .dateInFuture(day) }
        guard day != nil || !isFirst else { throw .roadmap(.nothingToTakeBack) }
        guard isFirst || reason != nil else { throw .reasonRequired }
    }

    /// Whether a report on a task may be given now; once its day has passed it needs a reason.
    ///
    /// - Throws: ``RoadmapRefusal/reportTooEarly(_:)``, ``Refusal/reasonRequired``.
    public static func mayReport(
        opens: CivilDate, due: CivilDate, today: CivilDate, lateReason: String?
    ) throws(Refusal) {
        guard opens <= today else { throw .roadmap(.reportTooEarly(opens)) }
        guard today <= due || lateReason != nil else { throw .reasonRequired }
    }
}
