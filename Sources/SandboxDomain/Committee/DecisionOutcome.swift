/// How a case was decided (의결).
public enum DecisionOutcome: String, StableCode {
    /// 지정·허가 (Act 37③, 38의2③).
    case granted
    /// 조건부 지정·허가: with conditions the company must meet (Act 37③, 38의2③).
    case grantedWithConditions = "granted-with-conditions"
    /// 부결: once more possible within 60 days (RegAct 19의3⑥).
    case rejected
    /// 적극해석: today's law, read properly, already allows it; practice, no track of the Act.
    case positiveInterpretation = "positive-interpretation"
    /// 규제 없음: no permit is needed; the outcome of a rapid confirmation (Act 36⑤).
    case noRegulation = "no-regulation"
    /// 허가 필요: the result notice of a rapid confirmation names the permit and its conditions (Act 36⑥).
    case permitNeeded = "permit-needed"
    /// 지정조건 변경 of an earlier grant. Only imported history carries it; a pending case is never decided so.
    case conditionsChanged = "conditions-changed"

    /// Whether the company may act on an exemption that this decision gave.
    public var isGrant: Bool { self == .granted || self == .grantedWithConditions }
    /// Whether conditions must be recorded with it.
    public var needsConditions: Bool { self == .grantedWithConditions }
    /// Whether conditions may be recorded with it.
    public var takesConditions: Bool { self == .grantedWithConditions || self == .conditionsChanged }
    /// Whether a reason must be given: the company needs it to ask for re-deliberation (RegAct 19의3⑥).
    public var needsReason: Bool { self == .rejected }
    /// Whether it exists in imported history only.
    public var isImportedOnly: Bool { self == .conditionsChanged }
}
