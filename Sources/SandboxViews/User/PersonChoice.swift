import SandboxDomain
package import SandboxPresentation

/// Through what somebody acts as this person.
package enum PersonChoice: String, StableCode, HasWording {
    /// `--as`.
    case option
    /// `SANDBOX_AS`.
    case environment
    /// The last `--as` on the embedded database.
    case remembered
    /// Nothing: the operator that the embedded database begins with.
    case first
    /// The login with which another server is connected to.
    case connection

    package var wording: Wording {
        switch self {
        case .option: Wording("--as로 정함", "By --as")
        case .environment: Wording("SANDBOX_AS로 정함", "By SANDBOX_AS")
        case .remembered: Wording("지난번 --as를 기억함", "The last --as, remembered")
        case .first: Wording("정하지 않음(처음부터 있는 운영자)", "Nobody was named: the operator that is there from the beginning")
        case .connection: Wording("데이터베이스 로그인", "The login of the connection")
        }
    }
}
