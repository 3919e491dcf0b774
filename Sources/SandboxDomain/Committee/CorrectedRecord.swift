/// What is put right after a decision (정정: 행정절차법 제25조).
public enum CorrectedRecord: String, StableCode {
    /// The decision: a clerical error in its words.
    case decision
    /// The minutes of its meeting: who sat and how they voted.
    case minutes

    /// Whether a record is corrected so: of a case that has been decided, with what it has to say and what was wrong.
    ///
    /// Before the decision what is wrong is changed itself: votes, members, what is on the agenda.
    public func mayCorrect(at stage: Stage, text: String, reason: String) throws(Refusal) {
        try Reason.mayBe(text)
        try Reason.mayBe(reason)
        guard stage == .decided else { throw .wrongStage(stage, allowed: [.decided]) }
    }
}
