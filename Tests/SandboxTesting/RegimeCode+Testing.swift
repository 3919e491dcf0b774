package import SandboxDomain

extension RegimeCode {
    /// Korea's ICT sandbox (정보통신융합법 36–38의5), which comes with the schema.
    package static let koreanICT: RegimeCode = "kr-ict"
}
