import SandboxDomain

extension TrackCode {
    /// 신속처리.
    static let rapidConfirmation: TrackCode = "rapid-confirmation"
    /// 임시허가.
    static let temporaryPermit: TrackCode = "temporary-permit"
    /// 실증특례.
    static let demonstration: TrackCode = "demonstration"
}
