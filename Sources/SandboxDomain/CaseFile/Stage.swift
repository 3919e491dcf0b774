/// How far a case file has come on its way from draft to decision.
public enum Stage: String, StableCode {
    /// 작성: the company is still writing; nobody else sees it.
    case draft
    /// 제출: handed in, not yet taken up by the desk.
    case filed
    /// 접수: the desk has taken it up; the statutory deadlines may run.
    case received
    /// 관계부처 협의: at least one ministry has been asked (Act 36②, 37③, 38의2⑤).
    case consulting
    /// 의결: the committee, or for a rapid confirmation the lead authority, has decided.
    case decided
    /// 반려: handed back because it does not qualify or is incomplete (Decree 40③, 42의4③).
    case returned
    /// 철회: taken back by the company (민원처리법 22②).
    case withdrawn

    /// Whether the application has come to its end; a rejection may be deliberated again.
    public var isFinal: Bool { self == .decided || self == .returned || self == .withdrawn }

    /// Whether a committee can have the case, or can get it yet; else why not.
    public func mayBeOnAgenda() throws(Refusal) {
        if self == .decided { throw .decision(.alreadyDecided) }
        try mayPrepare()
    }

    /// Whether the desk has the case in hand: everything that prepares a decision is done then.
    public func mayPrepare() throws(Refusal) {
        guard self == .received || self == .consulting else {
            throw .wrongStage(self, allowed: [.received, .consulting])
        }
    }
}
