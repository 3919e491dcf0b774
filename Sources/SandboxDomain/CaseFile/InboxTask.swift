/// What somebody has to do, or has to know.
public enum InboxTask: String, StableCode {
    /// The company: finish the draft and file it, or withdraw it.
    case file
    /// The company: answer a request for a supplement.
    case supplement
    /// The desk: receive what was filed, or return it.
    case receive
    /// The desk: send it to the ministries.
    case consult
    /// The desk: ask the other ministries that the proposal names, or state why they are not asked.
    case consultNamed = "consult-named"
    /// The desk: tell a ministry that it is asked, so that its period runs.
    case notify
    /// A ministry: reply.
    case reply
    /// The desk: settle what is contested about a ministry's silence.
    case resolveLapse = "resolve-lapse"
    /// The desk: remind whoever has not answered, or return the case, while its own period runs.
    case remind
    /// The desk: keep its own period while a committee or a council has the case.
    case watch
    /// The desk: put it on the agenda of a committee.
    case table
    /// The committee: deliberate.
    case deliberate
    /// The desk: record what was decided.
    case decide
    /// The council: settle a conflict over the case.
    case mediate
    /// The company: object to a disposition, before that right is lost (행정기본법 36①).
    case fileObjection = "file-objection"
    /// The desk: answer an objection.
    case answerObjection = "answer-objection"
    /// The company: ask for re-deliberation, before that right is lost (RegAct 19의3⑥).
    case askRedeliberation = "ask-redeliberation"
    /// A ministry: report on a reform task it owes.
    case report
    /// The desk: ask a ministry for a report on a reform task that it has missed.
    case pursueReport = "pursue-report"
    /// The desk: do what the regime owes as a whole, such as its annual report.
    case discharge
    /// A ministry: say what law will change, or why not (RegAct 19의3⑧).
    case plan
    /// A ministry: find whether its law must be revised (Act 38의5④).
    case recordFinding = "record-finding"
    /// The desk: confirm an insurance or a compensation plan.
    case confirm
    /// The desk: publish a grant (Decree 40⑥, 42의4⑤).
    case publish
    /// The desk: issue the result of a rapid confirmation (Act 36⑤).
    case issueRapidResult = "issue-rapid-result"
    /// The desk: tell the company what was decided (행정절차법 제24조), or how the decision has to read (제25조).
    case issueDecisionNotice = "issue-decision-notice"
    /// The desk: issue the certificate of a grant, or issue it anew.
    case issueCertificate = "issue-certificate"
    /// The desk: issue the certificate of an extension, or issue it anew.
    case issueExtensionCertificate = "issue-extension-certificate"
    /// The desk: tell the company what a ministry has found on the revision of its law.
    case issueRevisionFinding = "issue-revision-finding"
    /// The desk: hand out an order, a revocation, the refusal of an extension.
    case issueOrder = "issue-order"
    /// The desk: hand out the answer to an objection.
    case issueObjectionAnswer = "issue-objection-answer"
    /// The desk: hand out why a case was returned.
    case issueReturnNotice = "issue-return-notice"
    /// The company: take out an insurance that covers enough and lasts to the end of the validity, and hand it in (Decree 42).
    case obtainInsurance = "obtain-insurance"
    /// The company: begin business and report it, before not having begun is a ground for revocation (Act 38①5).
    case commence
    /// The company: apply for an extension, before that right is lost (Act 38의5②).
    case askExtension = "ask-extension"
    /// The company: ask for the law to be revised, before that right is lost (Act 38의5③).
    case requestRevision = "request-revision"
    /// The company: apply for a temporary permit after a positive finding (Decree 42의7⑨).
    case applyPermit = "apply-permit"
    /// The company: prepare for the end of the validity.
    case validityEnd = "validity-end"
    /// The company: report the result of the trial (Act 38의5⑨).
    case reportResult = "report-result"
    /// The company: hand in an insurance, or the copy of a renewed one (Decree 42).
    case insure
    /// The company: renew an insurance that runs out while the trial goes on.
    case renewInsurance = "renew-insurance"
    /// The company: settle a claim for damages, and say how (Decree 42의3).
    case closeClaim = "close-claim"
    /// The company: follow an order of correction (Act 38의4②), until the desk has confirmed that it did.
    case followOrder = "follow-order"
    /// The company: remedy what its trial was suspended for (Act 38의4③).
    case remedySuspension = "remedy-suspension"
    /// The desk: lift a suspension, or revoke.
    case resume
    /// The desk: decide on an extension.
    case extend
    /// The desk: give the report on a trial that is over.
    case exitReport = "exit-report"
    /// The company: file evidence that a condition is met.
    case submitEvidence = "submit-evidence"
    /// A ministry or the desk: meet a condition that is its own.
    case seeToCondition = "see-to-condition"
    /// The desk: confirm that evidence, or reject it.
    case review
    /// A ministry: reply to the change of a condition.
    case opine
    /// The desk: rule on the change of a condition.
    case rule
    /// Whoever owes it: act within a period whose rule has no task of its own.
    case keepDeadline = "keep-deadline"
    /// The desk: pursue what a company or a ministry still owes though its period is over.
    case pursue
    /// The desk: pursue a condition that is overdue.
    case pursueCondition = "pursue-condition"
    /// The desk: pursue an insurance that has run out while the trial goes on.
    case pursueInsurance = "pursue-insurance"
    /// The desk: pursue an order that was not followed in time.
    case pursueOrder = "pursue-order"
    /// Nothing to do: something that others did, and that the person has not marked as seen.
    case news

    /// Those that are about a period of the law, which is their subject.
    public static let ofDeadline: [InboxTask] = [
        .fileObjection, .askRedeliberation, .plan, .recordFinding, .commence, .askExtension, .requestRevision,
        .applyPermit,
        .validityEnd, .reportResult, .insure, .closeClaim, .exitReport, .opine, .keepDeadline, .pursue,
    ]

    /// Those whose last day somebody named. All others were counted, and hang on the calendar.
    public static let onDayNamed: [InboxTask] = [
        .supplement, .remind, .followOrder, .pursueOrder, .renewInsurance, .remedySuspension,
    ]

    /// The paper that is to be issued.
    public var paper: PaperKind? {
        rawValue.hasPrefix("issue-") ? PaperKind(rawValue: String(rawValue.dropFirst("issue-".count))) : nil
    }
}
