/// A right of a person's own, beside what the group role may do: which of the acts that bind the organisation the person may do.
///
/// A person has all of them unless an operator has taken some (`PersonRule.mayDo`).
public enum PersonRight: String, StableCode {
    /// 제출: what a company hands in under its name.
    case file
    /// 결정: a ministry's opinions, the desk's decisions and rulings.
    case decide
    /// 발급: official papers under the authority's name.
    case sign

    /// An act that takes one.
    public struct Act: Hashable, Sendable {
        /// Whose act it is.
        public let role: GroupRole
        /// The table that it is recorded of in the event log, and the act as the log calls it.
        public let entity: String, act: String
        /// What it takes.
        public let needs: PersonRight
    }

    /// The acts that take a right. The database has the same table (`act_right`); a test compares the two.
    public static let acts: [Act] =
        file.acts(
            of: .company, "case_file/file", "case_file/withdraw", "supplement/answer",
            "redeliberation/redeliberation-ask", "objection/objection-file", "condition_evidence/submit-evidence",
            "condition_change/change-ask", "grant_act/grant-act", "recall/entry-recall")
        + decide.acts(
            of: .ministry, "opinion/consult-reply", "lapse/lapse-contest", "condition_change/change-ask",
            "change_reply/change-reply", "grant_act/grant-act", "recall/entry-recall")
        + decide.acts(
            of: .desk, "case_file/return", "decision/decision", "correction/correct", "objection/objection-answer",
            "lapse/lapse-resolve", "condition_evidence/evidence-rule", "condition_change/change-rule",
            "condition_waiver/waive-condition", "grant_act/grant-act", "opinion_recall/entry-recall",
            "recall/entry-recall")
        + sign.acts(of: .desk, "official_paper/paper-issue")

    private func acts(of role: GroupRole, _ names: String...) -> [Act] {
        names.map { name in
            let parts = name.split(separator: "/").map(String.init)
            return Act(role: role, entity: parts[0], act: parts[1], needs: self)
        }
    }
}
