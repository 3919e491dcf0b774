/// What somebody has to do on an open case.
public enum InboxTask: String, StableCode {
    /// The company: finish the draft and file it, or withdraw it.
    case file
    /// The company: answer a supplement.
    case answer
    /// The desk: receive what was filed, or return it.
    case receive
    /// The desk: send it to the ministries.
    case consult
    /// A ministry: reply.
    case reply
    /// The desk: put it on the agenda of a committee.
    case table
    /// The committee: deliberate.
    case deliberate
    /// The desk: record what was decided.
    case decide
    /// The council: settle a conflict over the case.
    case mediate
    /// The desk: answer an objection.
    case answerObjection = "answer-objection"
    /// A ministry: report on a reform task it owes.
    case report
    /// The desk: do what the regime owes as a whole, such as its annual report.
    case discharge
    /// A ministry: say what law will change, or why not (RegAct 19의3⑧).
    case plan
    /// A ministry: find whether its law must be revised (Act 38의5④).
    case recordFinding = "record-finding"
    /// The desk: confirm an insurance or a compensation plan.
    case confirm
    /// The desk: decide on an extension.
    case extend
    /// The desk: give the report on a trial that is over.
    case exitReport = "exit-report"
    /// The company: file evidence that a condition is met.
    case submitEvidence = "submit-evidence"
    /// The desk: confirm that evidence, or reject it.
    case review
    /// A ministry: reply to the change of a condition.
    case opine
    /// The desk: rule on the change of a condition.
    case rule
}
