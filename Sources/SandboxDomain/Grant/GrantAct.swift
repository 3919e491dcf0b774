/// What can be done to a grant after the decision. Each act is dated, and the legal state follows from them. Whether one may
/// be done now, and within which window, is asked of ``GrantFacts/mayDo(_:)``.
public enum GrantAct: String, StableCode {
    /// 관보·누리집 게재 (Decree 40⑥, 42의4⑤).
    case publish
    /// 책임보험 가입 또는 배상방안 (Act 37⑩, 38의3⑥).
    case insure
    /// The desk confirms an insurance or a compensation plan, or that an order was followed.
    case confirm
    /// 사업개시.
    case commence
    /// 정기·결과 보고.
    case report
    /// 사고 보고.
    case incident
    /// 손해배상 청구 접수 (Decree 42의3).
    case claim
    /// 손해배상 처리 (Decree 42의3③⑤).
    case closeClaim = "close-claim"
    /// 점검 (Act 38의3①).
    case inspect
    /// 시정명령, once only (Act 38②, 38의4②).
    case correct
    /// 일시적 중지 (Act 38의4③).
    case suspend
    /// 중지 해제.
    case resume
    /// 청문 (Act 40).
    case recordHearing = "record-hearing"
    /// 취소 (Act 38①, 38의4①).
    case revoke
    /// 연장 신청 (Act 37⑥, 38의5②).
    case askExtension = "ask-extension"
    /// 연장.
    case extend
    /// 연장 거부.
    case refuseExtension = "refuse-extension"
    /// 법령정비 요청 (Act 38의5③).
    case requestRevision = "request-revision"
    /// 법령정비 필요 여부 판단 (Act 38의5④⑤).
    case recordFinding = "record-finding"
    /// 규제법령정비계획 (RegAct 19의3⑧).
    case plan
    /// 법령정비 착수·완료 (Decree 42의7⑫).
    case revise
    /// 임시허가 신청 (Decree 42의7⑨).
    case applyPermit = "apply-permit"
    /// 정식 허가 취득 (Act 37⑧, 38의5⑧).
    case graduate
    /// 적극해석: today's law is read so that no exemption is needed (in practice; no article names it).
    case recordInterpretation = "record-interpretation"
    /// 사업 종료: the holder gives the grant up.
    case renounce = "renounce"
    /// 종료보고서: what the authority says of a trial that is over (Regulation (EU) 2024/1689, Article 57(7)).
    case exitReport = "exit-report"
    /// 임시허가 전환: entered by the register when the new grant is made.
    case convert
    /// The permit applied for was not given: entered by the register when that case is closed.
    case permitRefused = "permit-refused"

    /// Whose act it is; nobody's for what the register enters by itself.
    public var roles: [GroupRole] {
        switch self {
        case .publish, .confirm, .correct, .suspend, .resume, .recordHearing, .revoke, .extend, .refuseExtension,
            .graduate,
            .recordInterpretation, .exitReport:
            [.desk]
        case .inspect: [.desk, .ministry]
        case .recordFinding, .plan, .revise: [.ministry]
        case .insure, .commence, .report, .incident, .claim, .closeClaim, .askExtension, .requestRevision, .applyPermit,
            .renounce:
            [.company]
        case .convert, .permitRefused: []
        }
    }

    /// The legal states in which it is possible, in their order. The table `grant_transition` says the same.
    public var states: [GrantState] {
        switch self {
        case .publish, .insure, .inspect, .correct, .recordHearing, .revoke, .graduate, .recordInterpretation,
            .renounce:
            GrantState.inForce
        case .commence: [.preparing]
        case .incident: [.running, .suspended, .deemedRunning, .deemedExtended, .undetermined]
        case .report, .claim, .closeClaim: GrantState.recorded.filter { $0 != .preparing }
        case .suspend: [.running, .deemedRunning]
        case .resume: [.suspended]
        case .askExtension, .extend, .refuseExtension: [.preparing, .running, .suspended]
        case .requestRevision: [.running, .suspended, .deemedExtended, .undetermined]
        case .recordFinding: [.running, .suspended, .deemedRunning, .deemedExtended, .undetermined]
        case .confirm, .plan, .revise: GrantState.recorded
        case .applyPermit: [.running, .suspended, .deemedRunning]
        case .exitReport: GrantState.recorded.filter { !$0.isInForce }
        case .convert, .permitRefused: []
        }
    }

    /// Whether a grant sees it once at most.
    public var isOnce: Bool {
        [.publish, .commence, .correct, .askExtension, .requestRevision, .exitReport].contains(self)
    }

    /// Whether it changes the state or what follows for it: such acts come in the order of their days.
    public var moves: Bool {
        switch self {
        case .commence, .suspend, .resume, .extend, .requestRevision, .recordFinding, .applyPermit, .permitRefused,
            .revoke,
            .graduate, .recordInterpretation, .convert, .renounce:
            true
        default: false
        }
    }
}
