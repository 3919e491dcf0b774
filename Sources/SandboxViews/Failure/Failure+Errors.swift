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
        let away = error.reason.why
        guard !error.nothingHappened else {
            return Failure(
                code: "database-unavailable", status: .unavailable, what: notDone, why: away, detail: error.message,
                hint: error.reason.hint)
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
            hint: error.isAboutPassword
                ? Wording(
                    "비밀번호가 없거나 틀립니다. ~/.pgpass 파일이나 PGPASSWORD로 줍니다.",
                    "The password is missing or wrong; it comes from ~/.pgpass or PGPASSWORD.")
                : Wording("사용자 목록: sandbox user list", "who there is: sandbox user list")
        )
    }
}

extension DatabaseUnavailable.Reason {
    /// What is the matter.
    fileprivate var why: Wording {
        switch self {
        case .away: Wording("데이터베이스가 응답하지 않습니다", "the database does not answer")
        case .unknownHost: Wording("서버의 이름을 찾을 수 없습니다", "the name of the server is not known")
        case .noDatabase: Wording("그 이름의 데이터베이스가 없습니다", "there is no database of that name")
        case .tooManyConnections:
            Wording("서버의 연결이 모두 쓰이고 있습니다", "the server has as many connections as it takes")
        case .lockTimeout:
            Wording("다른 작업이 필요한 것을 오래 붙들고 있습니다", "somebody else holds for too long what this needs")
        case .statementTimeout: Wording("허용된 시간을 넘겼습니다", "it took longer than it may")
        case .diskFull: Wording("서버의 디스크가 가득 찼습니다", "the disk of the server is full")
        }
    }

    /// What to do, when nothing has happened.
    fileprivate var hint: Wording {
        switch self {
        case .away, .tooManyConnections, .lockTimeout:
            Wording("아무것도 바뀌지 않았습니다. 잠시 뒤 다시 하십시오.", "Nothing was changed; run it again in a moment.")
        case .unknownHost, .noDatabase:
            Wording(
                "연결 문자열을 확인하십시오. 지금 쓰는 것: sandbox db url",
                "Look at the connection string; what is used now: sandbox db url")
        case .statementTimeout:
            Wording(
                "아무것도 바뀌지 않았습니다. 범위를 줄이거나 statement_timeout을 늘리십시오.",
                "Nothing was changed; ask for less, or raise statement_timeout.")
        case .diskFull:
            Wording(
                "아무것도 바뀌지 않았습니다. 관리자가 디스크를 비워야 합니다.",
                "Nothing was changed; its administrator has to make room.")
        }
    }
}

extension Wording {
    /// What did not happen, where the command does not say it itself.
    package static let notDone = Wording("처리하지 않았습니다", "it was not done")
}
