import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Failure {
    /// The failure an error amounts to; nil for the command line parser's own and for what nobody foresaw.
    /// - Parameter notDone: what the command was to do and did not.
    package init?(_ error: any Error, notDone: Wording = .notDone) {
        switch error {
        case let failure as Failure: self = failure
        case Refusal.schemaOlder(let database, let program): self = .schemaOlder(database: database, program: program)
        case Refusal.schemaNewer(let database, let program): self = .schemaNewer(database: database, program: program)
        case Refusal.schemaDefinitionsDiffer: self = .schemaDisagrees(.definitions)
        case Refusal.schemaBeforeRelease: self = .schemaDisagrees(.beforeRelease(name: ""))
        case let error as InUse: self = .inUse(error)
        case let error as OthersDepend: self = .othersDepend(error)
        case let disagreement as SchemaDisagreement: self = .schemaDisagrees(disagreement)
        case let failure as MigrationFailure: self = .migrationFailed(failure)
        case let error as DatabaseUnavailable: self = .databaseUnavailable(error, notDone: notDone)
        case is StandbyServer: self = .standby(notDone: notDone)
        case let error as LoginRefused: self = .loginRefused(error)
        case let paper as DamagedPaper: self = .damaged(paper, notDone: notDone)
        default:
            guard let failure = Failure(rule: error, notDone: notDone) else { return nil }
            self = failure
        }
    }

    /// What nobody foresaw.
    package static func unexpected(_ error: any Error) -> Failure {
        Failure(
            code: "unexpected", status: .unexpected,
            what: Wording("명령을 마치지 못했습니다", "the command was not finished"),
            why: Wording("예상하지 못한 오류입니다", "an unexpected error"), detail: String(describing: error))
    }

    private static func databaseUnavailable(_ error: DatabaseUnavailable, notDone: Wording) -> Failure {
        let away =
            error.isFull
            ? Wording("데이터베이스 서버의 디스크가 가득 찼습니다", "the disk of the database server is full")
            : Wording("데이터베이스가 응답하지 않습니다", "the database does not answer")
        guard !error.nothingHappened else {
            return Failure(
                code: error.isFull ? "database-full" : "database-unavailable", status: .unavailable, what: notDone,
                why: away, detail: error.message,
                hint: error.isFull
                    ? Wording(
                        "아무것도 바뀌지 않았습니다. 서버에 자리를 마련한 뒤 다시 하십시오.",
                        "Nothing was changed; make room on the server, then run it again.")
                    : Wording("아무것도 바뀌지 않았습니다. 잠시 뒤 다시 하십시오.", "Nothing was changed; run it again in a moment.")
            )
        }
        let key = error.key?.description
        return Failure(
            code: "outcome-unknown", status: .unavailable,
            what: Wording("처리되었는지 알 수 없습니다", "whether it was done is not known"), why: away, detail: error.message,
            hint: key.map { key in
                Wording(
                    "같은 명령에 --idempotency-key \(key) 옵션을 붙여 다시 하십시오. 두 번 처리되지 않습니다.",
                    "Run the same command again with --idempotency-key \(key); it has one effect however often it is run."
                )
            } ?? Wording("다시 하기 전에 결과를 확인하십시오.", "Look at the result before you run it again."),
            idempotencyKey: key
        )
    }

    /// Somebody changed a paper past the program.
    private static func damaged(_ paper: DamagedPaper, notDone: Wording) -> Failure {
        Failure(
            code: "paper-damaged", status: .checkFailed, what: notDone,
            why: Wording(
                "\(paper.name)의 내용이 제출될 때 기록한 해시와 다릅니다",
                "the bytes of \(paper.name) are not those whose digest was recorded when it was filed"),
            detail: "SHA-256 \(paper.recorded)",
            hint: Wording(
                "감사자에게 알리고 백업의 같은 파일과 견주십시오.",
                "Tell the auditor, and compare it with the same file of a backup."))
    }

    private static func standby(notDone: Wording) -> Failure {
        Failure(
            code: "standby", status: .unavailable, what: notDone,
            why: Wording(
                "연결된 서버는 읽기만 할 수 있는 대기 서버입니다", "the server is a standby, which can only be read"),
            hint: Wording(
                "주 서버에 연결하십시오. 연결 문자열에 모든 서버를 적고 target_session_attrs=read-write를 붙이면 주 서버를 스스로 찾습니다.",
                "Connect to the primary. A connection string that names all servers and says "
                    + "target_session_attrs=read-write finds it by itself."))
    }

    private static func loginRefused(_ error: LoginRefused) -> Failure {
        Failure(
            code: "login-refused", status: .notPermitted,
            what: Wording("로그인하지 못했습니다", "nobody was logged in"),
            why: Wording("PostgreSQL이 이 사용자를 받아들이지 않습니다", "PostgreSQL does not accept this user"),
            detail: error.message,
            hint: Wording("사용자 목록: sandbox user list", "who there is: sandbox user list")
        )
    }
}

extension Wording {
    /// What did not happen, where the command does not say it itself.
    package static let notDone = Wording("처리하지 않았습니다", "it was not done")
}
