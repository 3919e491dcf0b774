/// How far the change of a law has come (법령정비 과제의 진행 상태).
public enum ReformStatus: String, StableCode {
    /// 계획: promised, not begun.
    case planned
    /// 입안: the text is being written.
    case drafting
    /// 관계기관 협의.
    case consulting
    /// 입법예고: open for public comment.
    case preAnnounced = "pre-announced"
    /// 규제심사.
    case regulatoryReview = "regulatory-review"
    /// 법제처 심사.
    case legislationOffice = "legislation-office"
    /// 국회·국무회의 심의.
    case assembly
    /// 의결: passed by the National Assembly or the cabinet, not yet promulgated.
    case passed
    /// 공포: promulgated, not yet in force.
    case promulgated
    /// 시행.
    case inForce = "in-force"
    /// 중단: given up.
    case dropped
    /// 통합: continued inside another task.
    case merged
    /// 대체: replaced by another task.
    case superseded
    /// 미확인: nobody has said.
    case undetermined

    /// Whether nothing more is to be expected of this task: done, or ended without a change of law.
    public var isEnded: Bool { self == .inForce || self == .dropped || self == .merged || self == .superseded }

    /// The statuses a task goes through, in their order; the others are ways of ending, or not knowing.
    public static let course: [ReformStatus] = [
        .planned, .drafting, .consulting, .preAnnounced, .regulatoryReview, .legislationOffice, .assembly, .passed,
        .promulgated, .inForce,
    ]
}
