/// The legal state of a grant (지정·허가) on a day. It follows from the acts upon it and is never typed.
public enum GrantState: String, StableCode {
    /// 기록 없음: it came in from a file of the past, and what became of it is not recorded.
    case unrecorded
    /// 준비: granted, business not commenced.
    case preparing
    /// 운영: commenced, within the validity.
    case running
    /// 중지: suspended for the time being (Act 38의4③).
    case suspended
    /// 존속 간주: past its validity, while a revision procedure is under way (Act 38의5⑦).
    case deemedRunning = "deemed-running"
    /// 연장 간주: past its extended validity, until the law is changed (Act 37⑦).
    case deemedExtended = "deemed-extended"
    /// 불명: deemed extended or ended, depending on the level of the law that must change, which nobody has said.
    case undetermined
    /// 만료: the validity has ended and nothing keeps it up.
    case expired
    /// 취소: revoked (Act 38①, 38의4①).
    case revoked
    /// 정식 허가: the holder has the regular permit of the changed law (Act 37⑧, 38의5⑧).
    case graduated
    /// 특례 불필요: today's law is read so that no exemption is needed.
    case unnecessary
    /// 전환: a grant of the other track has taken its place (Act 38의5⑥).
    case converted
    /// 종료: given up by the holder.
    case ended

    /// Whether the holder may rely on the grant.
    public var isInForce: Bool { Self.inForce.contains(self) }

    /// The states of a grant whose life is recorded.
    public static let recorded = allCases.filter { $0 != .unrecorded }

    /// The states in which a grant is in force.
    public static let inForce: [GrantState] = [
        .preparing, .running, .suspended, .deemedRunning, .deemedExtended, .undetermined,
    ]
}

/// Why a grant is in its state: the topics of the table `grant_basis`, which has the article.
public enum GrantReason: String, StableCode {
    case unrecorded, revoked, graduated, interpreted, converted, renounced, suspended, commenced
    case notCommenced = "not-commenced"
    case validityEnded = "validity-ended"
    case revisionPending = "revision-pending"
    case revisionNeeded = "revision-needed"
    case revisionNotNeeded = "revision-not-needed"
    case permitPending = "permit-pending"
    case permitRefused = "permit-refused"
    case permitNotApplied = "permit-not-applied"
    case lawNotChanged = "law-not-changed"
    case lawRevised = "law-revised"
    case actMustChange = "act-must-change"
    case levelUnknown = "level-unknown"
}

/// What a ministry found when it was asked to revise its law (Act 38의5④⑤).
public enum RevisionFinding: String, StableCode {
    case needed
    case notNeeded = "not-needed"
}

/// How far a law revision is (Decree 42의7⑫⑬).
public enum RevisionStep: String, StableCode {
    case started, completed
}

/// What a company hands in while it tries (실증 정기·결과 보고서).
public enum TrialReportKind: String, StableCode {
    case periodic, result
}

/// A cover that is smaller than the law demands (Decree 42③).
public struct CoverGap: Hashable, Sendable {
    /// Its code, e.g. `death`.
    public let cover: String
    /// Its name in Korean, from reference data.
    public let korean: String
    /// Its name in English, from reference data.
    public let english: String
    /// What the insurance covers.
    public let amount: Int64
    /// What it must cover at least.
    public let minimum: Int64
    /// The article that demands it.
    public let basis: String

    /// A cover that is too small.
    public init(_ cover: String, korean: String, english: String, amount: Int64, minimum: Int64, basis: String) {
        (self.cover, self.korean, self.english) = (cover, korean, english)
        (self.amount, self.minimum, self.basis) = (amount, minimum, basis)
    }
}
