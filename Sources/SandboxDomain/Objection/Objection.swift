/// What the authority did that a party may object to (처분: 행정기본법 제36조 제1항).
public enum DispositionKind: String, StableCode {
    /// 반려: the case was handed back.
    case `return`
    /// 부결, where the law provides no re-deliberation (행정기본법 제36조 제5항).
    case rejection
    /// 시정명령 (Act 38②, 38의4②).
    case correct
    /// 일시적 중지 (Act 38의4③).
    case suspend
    /// 취소 (Act 38①, 38의4①).
    case revoke
    /// 연장 거부.
    case refuseExtension = "refuse-extension"
}

/// What the authority answers to an objection (행정기본법 제36조 제2항).
public enum ObjectionRuling: String, StableCode {
    /// 인용.
    case upheld
    /// 일부 인용.
    case upheldInPart = "upheld-in-part"
    /// 기각.
    case dismissed
    /// 각하.
    case inadmissible

    /// Whether there is anything left to appeal: what was upheld in full was not refused.
    ///
    /// Example: a return whose objection is upheld is no more; of one upheld in part, a part still is (행정기본법 제36조 제4항).
    public var leavesAppeal: Bool { self != .upheld }
}

/// A disposition as the rules of objections see it.
public struct DispositionFacts: Hashable, Sendable {
    /// Its number within the case.
    public var number: Int
    /// The last day on which the party may object.
    public var objectUntil: CivilDate
    /// Whether the party has objected.
    public var isObjected: Bool
    /// Whether the authority has answered.
    public var isAnswered: Bool

    /// A disposition.
    public init(number: Int, objectUntil: CivilDate, isObjected: Bool, isAnswered: Bool) {
        (self.number, self.objectUntil) = (number, objectUntil)
        (self.isObjected, self.isAnswered) = (isObjected, isAnswered)
    }
}

extension [DispositionFacts] {
    /// The one to object to: that of the number; without a number, the only one still open to it, nil if there are several.
    ///
    /// Example: an order of 1 March is objected to until 31 March (행정기본법 제36조 제1항).
    /// - Parameter today: the day at the authority.
    /// - Throws: ``Refusal/objection(_:)``.
    public func toObject(_ number: Int?, today: CivilDate) throws(Refusal) -> DispositionFacts? {
        guard let number else {
            let open = filter { !$0.isObjected && today <= $0.objectUntil }
            guard open.isEmpty else { return open.count == 1 ? open[0] : nil }
            guard let last else { throw .objection(.noDisposition(nil)) }
            throw .objection(last.isObjected ? .objectedBefore(last.number) : .tooLate(last.objectUntil))
        }
        guard let named = first(where: { $0.number == number }) else { throw .objection(.noDisposition(number)) }
        guard !named.isObjected else { throw .objection(.objectedBefore(number)) }
        guard today <= named.objectUntil else { throw .objection(.tooLate(named.objectUntil)) }
        return named
    }

    /// The one whose objection is to be answered: that of the number; without a number, the only one that waits, nil if
    /// there are several.
    /// - Throws: ``Refusal/objection(_:)``.
    public func toAnswer(_ number: Int?) throws(Refusal) -> DispositionFacts? {
        let open = filter { $0.isObjected && !$0.isAnswered && (number ?? $0.number) == $0.number }
        guard !open.isEmpty else { throw .objection(.noneOpen(number)) }
        return open.count == 1 ? open[0] : nil
    }
}
