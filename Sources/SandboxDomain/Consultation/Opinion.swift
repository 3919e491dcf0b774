/// What a consulted ministry answers (관계부처 의견; Act 36③, 37④, 38의2⑤).
///
/// The parties see it with the decision: the server decides that, by the policies of the table `opinion`.
public enum Opinion: String, StableCode {
    /// 동의.
    case agree
    /// 조건부 동의: agreed if the named conditions are imposed.
    case agreeWithConditions = "agree-with-conditions"
    /// 반대.
    case oppose
    /// 소관 아님: the law in question is not this ministry's.
    case notOurs = "not-ours"
    /// 허가 필요: a permit of this ministry is needed; the answer to a rapid confirmation (Act 36③⑥).
    case permitNeeded = "permit-needed"

    /// Whether this opinion must name conditions.
    public var needsConditions: Bool { self == .agreeWithConditions }
    /// Whether this opinion must give a reason: everything but agreement.
    public var needsReason: Bool { self == .oppose || self == .notOurs || self == .permitNeeded }
}
