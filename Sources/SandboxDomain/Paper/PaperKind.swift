/// A kind of official paper (공문서) that the authority issues over its name.
public enum PaperKind: String, StableCode {
    /// 접수증: the proposal has arrived (행정절차법 제17조 제4항).
    case receipt
    /// 보완 요구 (시행령 제39조 제2항, 제40조 제2항, 제42조의4 제2항).
    case supplementRequest = "supplement-request"
    /// 반려 알림 (시행령 제40조 제3항, 제42조의4 제3항).
    case returnNotice = "return-notice"
    /// 관계부처 협의 요청.
    case consultation
    /// 회신 재요청: to a ministry that is late (독촉).
    case reminder
    /// 신속처리 결과통지서 (별지 제9호의2서식).
    case rapidResult = "rapid-result"
    /// 심의 결과 알림: what was decided on an application.
    case decisionNotice = "decision-notice"
    /// 임시허가증, 실증을 위한 규제특례지정서 (별지 제11호의2서식, 제14호서식).
    case certificate
    /// 실증을 위한 규제특례 연장 확인서 (별지 제16호서식).
    case extensionCertificate = "extension-certificate"
    /// 법령정비 판단결과 통지서 (별지 제18호서식).
    case revisionFinding = "revision-finding"
    /// 시정명령, 일시적 중지, 취소, 연장 거부.
    case order
    /// 이의신청에 대한 결정 통지.
    case objectionAnswer = "objection-answer"
    /// 의안: what a meeting is given to decide, with the secretary's opinion.
    case agenda
    /// 회의록 (공공기록물 관리에 관한 법률 시행령 제18조 제2항).
    case minutes

    /// Whether it is about a meeting, and not about a case.
    public var isOfMeeting: Bool { self == .agenda || self == .minutes }

    /// Whether it goes to a ministry.
    public var isToMinistry: Bool { self == .consultation || self == .reminder }

    /// Whether, issued again, it is another paper with a number of its own, and not a new edition.
    public var repeats: Bool { self == .reminder }

    /// The facts that a template of this kind may ask for. What an item of an agenda has is asked for between `[each]`
    /// and `[end]`.
    public var fields: [PaperField] {
        PaperField.common + (isOfMeeting ? PaperField.ofMeeting : PaperField.ofCase) + own
    }

    /// The facts between `[each]` and `[end]`.
    public var itemFields: [PaperField] { isOfMeeting ? PaperField.ofCase + PaperField.ofItem : [] }

    private var own: [PaperField] {
        switch self {
        case .receipt: [.expectedOn]
        case .supplementRequest: [.request, .requestNumber, .askedBy, .askedOn, .dueOn]
        case .returnNotice: [.reason, .decidedOn, .objectionUntil, .objectionOtherwise]
        case .consultation, .reminder:
            [
                .ministry, .question, .askedOn, .notifiedOn, .dueOn, .longestOn, .daysLate, .earlierNumber, .meeting,
                .meetingOn,
                .replyBy, .isFast,
            ]
        case .rapidResult: [.outcome, .reason, .decidedOn, .isFree, .isPermitNeeded]
        case .decisionNotice:
            PaperField.ofDecision + PaperField.ofGrant + [.redeliberationUntil, .objectionUntil, .objectionOtherwise]
        case .certificate: PaperField.ofDecision + PaperField.ofGrant
        case .extensionCertificate: PaperField.ofDecision + PaperField.ofGrant + [.extendedOn, .validityBefore]
        case .revisionFinding:
            PaperField.ofGrant + [
                .finding, .isRevisionNeeded, .permitUntil, .deemedUntil, .reason, .decidedOn, .ministry,
            ]
        case .order:
            PaperField.ofGrant + [
                .act, .reason, .dueOn, .ground, .legalBasis, .heardOn, .decidedOn, .objectionUntil, .objectionOtherwise,
            ]
        case .objectionAnswer:
            [
                .disposition, .noticedOn, .objectedOn, .ruling, .reason, .decidedOn, .appealUntil,
                .isReopened,
            ]
        case .agenda: []
        case .minutes: [.place, .time, .proceedings, .attending]
        }
    }
}

/// How a paper is laid out on its page.
public enum PaperLayout: String, StableCode {
    /// 시행문 (행정업무의 운영 및 혁신에 관한 규정 시행규칙 별지 제1호서식).
    case letter
    /// A certificate: number, title, table, sentence, day and seal.
    case certificate
    /// A statutory form that is filled in (별지 서식).
    case form
    /// What stays in the house: agenda and minutes.
    case record
}

/// Rows that a template may ask for, in brackets on a line of their own.
public enum PaperTable: String, StableCode {
    /// The conditions with their due days (지정 조건).
    case conditions
    /// The provisions that are set aside, and what holds instead.
    case exemptions
    /// What each ministry said.
    case replies
    /// The papers that came with the proposal.
    case papers
    /// What is still to be done, and by when.
    case duties
    /// What changed since the first edition.
    case changes
    /// How what was decided, or written in the minutes, has to read (정정: 행정절차법 제25조).
    case corrections
    /// Who sits in the meeting.
    case members
    /// The items of the meeting.
    case items
    /// How it was voted.
    case votes
    /// Cases decided before that are alike.
    case precedents
}
