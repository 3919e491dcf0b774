package import SandboxDomain

extension RegimeCode {
    /// Korea's ICT sandbox (정보통신융합법 36–38의5), which comes with the schema.
    package static let koreanICT: RegimeCode = "kr-ict"
}

extension TrackCode {
    /// 신속처리: is a permit needed for this business, and whose? (Act 36; Decree 39)
    package static let rapidConfirmation: TrackCode = "rapid-confirmation"
    /// 임시허가: to market although the law has no fitting standard (Act 37, 38; Decree 40–42의3).
    package static let temporaryPermit: TrackCode = "temporary-permit"
    /// 실증특례: a test within limits although the law forbids or does not fit (Act 38의2–38의5; Decree 42의4–42의7).
    package static let demonstration: TrackCode = "demonstration"

    /// The tracks of Korea's ICT sandbox, in the order of the Act.
    package static let ofKoreanICT: [TrackCode] = [.rapidConfirmation, .temporaryPermit, .demonstration]
}
