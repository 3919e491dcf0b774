import SandboxPresentation
import SandboxViews

extension Failure {
    /// Words the parser does not take, with what it says of them.
    static func usage(_ why: Wording) -> Failure {
        Failure(
            code: "usage", status: .usage,
            what: Wording("명령을 이해하지 못했습니다", "the command was not understood"),
            why: why)
    }

    /// What nobody foresaw; `--debug` shows more of it.
    static func unexpected(_ error: any Error, debug: Bool) -> Failure {
        var failure = unexpected(error)
        if debug {
            failure.detail = String(reflecting: error)
        } else {
            failure.hint = Wording("--debug로 자세한 내용을 볼 수 있습니다", "--debug shows more")
        }
        return failure
    }

    /// The line for standard error with `--format json`.
    func line(_ language: Language) -> [UInt8] { json(language).bytes() + [UInt8(ascii: "\n")] }

    /// What programs get of it.
    func shape(_ language: Language) -> Shape { Shape(json(language)) }

    private func json(_ language: Language) -> JSON {
        json(language, status: .init("exit", .integer(Int(EndStatus(status).rawValue))))
    }
}
