import SandboxPresentation

extension Failure {
    /// The failure an error stands for; nil for the command line parser's own and for what nobody foresaw.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        default: return nil
        }
    }

    static func usage(_ message: String) -> Failure {
        Failure(
            code: "usage", status: .usage,
            what: Wording("명령을 이해하지 못했습니다", "the command was not understood"),
            why: Wording(message, message)
        )
    }

    static func unexpected(_ error: any Error) -> Failure {
        Failure(
            code: "unexpected", status: .unexpected,
            what: Wording("명령을 마치지 못했습니다", "the command was not finished"),
            why: Wording("예상하지 못한 오류입니다", "an unexpected error"),
            detail: String(describing: error)
        )
    }
}
