import SandboxPresentation
import SandboxViews

/// What can go wrong with the embedded database, each with its remedy. All end with `unavailable`.
extension Failure {
    private static let notStarted = Wording("내장 데이터베이스를 시작하지 못했습니다", "the embedded database was not started")

    private static func cluster(
        _ code: String, _ why: Wording, detail: String? = nil, hint: Wording
    ) -> Failure {
        Failure(code: code, status: .unavailable, what: notStarted, why: why, detail: detail, hint: hint)
    }

    static let serverProgramsMissing = cluster(
        "server-programs-missing",
        Wording("PostgreSQL 서버 프로그램(initdb, postgres)이 없습니다", "no PostgreSQL server (initdb, postgres) is installed"),
        hint: Wording(
            "설치하거나(apt install postgresql) --database-url로 기존 서버를 지정하십시오",
            "install one (apt install postgresql), or name an existing server with --database-url"
        )
    )

    static let serverUserMissing = cluster(
        "server-user-missing",
        Wording(
            "PostgreSQL은 root로 실행되지 않으며 대신 쓸 postgres 사용자가 없습니다",
            "PostgreSQL does not run as root, and there is no user postgres to run it as"
        ),
        hint: Wording(
            "배포판의 postgresql 패키지를 설치하거나 일반 사용자로 실행하십시오",
            "install the distribution's postgresql package, or run as an ordinary user"
        )
    )

    static func serverVersionMissing(made: Int, installed: [Int], folder: String) -> Failure {
        let list = installed.map(String.init).joined(separator: ", ")
        return cluster(
            "server-version-missing",
            Wording(
                "데이터는 PostgreSQL \(made)로 만들어졌으나 설치된 버전은 \(list)입니다",
                "its data was made by PostgreSQL \(made), installed is \(list)"
            ),
            detail: folder,
            hint: Wording(
                "PostgreSQL \(made)을 다시 설치하십시오(apt install postgresql-\(made)). 옮기려면 그 버전으로 pg_dump한 뒤 새 클러스터에 복원합니다",
                "install PostgreSQL \(made) again (apt install postgresql-\(made)); to move on, "
                    + "pg_dump with it and restore into a new cluster"
            )
        )
    }

    static func serverTooOld(_ installed: Int) -> Failure {
        cluster(
            "server-too-old",
            Wording(
                "설치된 PostgreSQL \(installed)은 너무 오래되었습니다",
                "the installed PostgreSQL \(installed) is too old"
            ),
            hint: Wording(
                "PostgreSQL \(ServerPrograms.oldestSupported) 이상을 설치하십시오",
                "install PostgreSQL \(ServerPrograms.oldestSupported) or newer"
            )
        )
    }

    static func folderUnreachable(_ folder: String, closed: String) -> Failure {
        cluster(
            "folder-unreachable",
            Wording(
                "서버를 실행하는 postgres 사용자가 \(closed)에 들어갈 수 없습니다",
                "the user postgres, who runs the server, may not enter \(closed)"
            ),
            detail: folder,
            hint: Wording(
                "XDG_DATA_HOME을 비우거나(기본값 /var/lib) 모두가 지나갈 수 있는 폴더로 지정하십시오",
                "unset XDG_DATA_HOME (then it is /var/lib), or set it to a folder that others may pass through"
            )
        )
    }

    static func folderNotPrivate(_ folder: String) -> Failure {
        cluster(
            "folder-not-private",
            Wording(
                "\(folder, .subject) 서버 사용자만의 폴더(0700)가 아닙니다",
                "\(folder) is not a directory that belongs to the server's user alone (mode 0700)"
            ),
            hint: Wording(
                "누가 만들었는지 확인하고 소유자와 권한을 고치거나 지우십시오: ls -ld \(folder)",
                "find out who made it, then correct its owner and mode, or remove it: ls -ld \(folder)"
            )
        )
    }

    static func folderUnusable(_ folder: String, _ reason: String) -> Failure {
        cluster(
            "folder-unusable",
            Wording("\(folder, .object) 쓸 수 없습니다", "\(folder) cannot be used"),
            detail: reason,
            hint: Wording(
                "XDG_DATA_HOME으로 다른 폴더를 지정하십시오",
                "choose another folder with XDG_DATA_HOME"
            )
        )
    }

    static func serverDidNotStart(log: String, tail: String) -> Failure {
        cluster(
            "server-did-not-start",
            Wording("PostgreSQL이 오류를 냈습니다", "PostgreSQL reported an error"),
            detail: tail,
            hint: Wording("전체 기록: \(log)", "the whole log: \(log)")
        )
    }

    static func serverNotReady(log: String) -> Failure {
        cluster(
            "server-not-ready",
            Wording(
                "서버가 아직 준비되지 않았습니다(충돌 후 복구 중일 수 있습니다)",
                "the server is not ready yet; after a crash it may still be recovering"
            ),
            hint: Wording("잠시 뒤 다시 실행하십시오. 기록: \(log)", "run the command again in a moment; its log: \(log)")
        )
    }

    private static let notStopped = Wording("내장 데이터베이스를 멈추지 못했습니다", "the embedded database was not stopped")

    static func serverSuspended(_ processes: [Int32]) -> Failure {
        let numbers = processes.map { String($0) }
        return Failure(
            code: "server-suspended", status: .unavailable, what: notStopped,
            why: Wording(
                "서버의 프로세스 \(numbers.joined(separator: ", "))의 실행이 중단되어 있습니다(SIGSTOP)",
                "of its server, process \(numbers.joined(separator: ", ")) is suspended (SIGSTOP)"),
            hint: Wording(
                "실행을 이어 가게 한 뒤 다시 멈추십시오: kill -CONT \(numbers.joined(separator: " "))",
                "let it go on, then stop the server again: kill -CONT \(numbers.joined(separator: " "))"))
    }

    static func serverNotStopped(process: Int32, log: String, seconds: Int) -> Failure {
        let time = Wording.counted(seconds, "second")
        return Failure(
            code: "server-not-stopped", status: .unavailable, what: notStopped,
            why: Wording(
                "서버(프로세스 \(process))가 \(seconds)초 안에 끝나지 않았습니다. 끝내라는 요청은 전달되었습니다",
                "its server, process \(process), did not end within \(time); it was asked to"),
            hint: Wording(
                "끝났는지 확인하십시오: sandbox db status. 기록: \(log)", "see whether it has: sandbox db status; its log: \(log)"))
    }

    static func dataMissing(_ folder: String, marker: String) -> Failure {
        cluster(
            "data-missing",
            Wording(
                "\(folder)에 데이터베이스가 있었으나 지금은 없습니다. 볼륨이 연결되지 않았을 수 있습니다",
                "there was a database in \(folder), and there is none now; a volume may not be mounted"),
            detail: marker,
            hint: Wording(
                "데이터를 되돌려 놓고 다시 실행하십시오. 새로 만들려면: sandbox db start --new",
                "bring the data back and run the command again; to make a new database: sandbox db start --new"))
    }

    static func clusterBusy(lock: String) -> Failure {
        cluster(
            "cluster-busy",
            Wording(
                "다른 sandbox 명령이 같은 데이터베이스를 시작하거나 멈추는 중입니다",
                "another sandbox command is starting or stopping the same database"
            ),
            detail: lock,
            hint: Wording("그 명령이 끝난 뒤 다시 실행하십시오", "run the command again when that one is done")
        )
    }
}
