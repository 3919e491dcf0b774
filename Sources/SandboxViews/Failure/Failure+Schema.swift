import SandboxCore
import SandboxPresentation

/// The schema and this program do not fit: exit status 7, and which of the two to update.
extension Failure {
    private static let notRun = Wording("명령을 실행하지 않았습니다", "the command was not run")

    static func schemaOlder(database: Int, program: Int) -> Failure {
        let why =
            database == 0
            ? Wording("이 데이터베이스에는 sandbox 스키마가 없습니다", "this database has no sandbox schema")
            : Wording(
                "데이터베이스의 스키마(버전 \(database))가 이 프로그램(버전 \(program))보다 오래되었습니다",
                "the database's schema (version \(database)) is older than this program's (version \(program))"
            )
        return Failure(
            code: "schema-older", status: .checkFailed, what: notRun, why: why,
            hint: Wording("관리자로 연결하여 실행하십시오: sandbox db migrate", "as its administrator run: sandbox db migrate")
        )
    }

    static func schemaNewer(database: Int, program: Int) -> Failure {
        Failure(
            code: "schema-newer", status: .checkFailed, what: notRun,
            why: Wording(
                "데이터베이스의 스키마(버전 \(database))가 이 프로그램(버전 \(program))보다 새롭습니다",
                "the database's schema (version \(database)) is newer than this program's (version \(program))"
            ),
            hint: Wording("sandbox 프로그램을 새 버전으로 바꾸십시오", "install a newer version of the program sandbox")
        )
    }

    static func schemaDisagrees(_ disagreement: SchemaDisagreement) -> Failure {
        Failure(
            code: disagreement.code, status: .checkFailed,
            what: Wording("스키마를 확인하지 못했습니다", "the schema was not accepted"), why: disagreement.sentence,
            hint: disagreement.remedy)
    }

    /// Nobody could be kept from the tables for long enough to change them.
    static func inUse(_ error: InUse) -> Failure {
        let seconds = Int(error.waited / .seconds(1))
        return Failure(
            code: "tables-in-use", status: .unavailable,
            what: error.isReading ? Wording("스키마를 읽지 못했습니다", "the schema was not read") : unchanged,
            why: error.file.map { file in
                Wording(
                    "표가 쓰이고 있어 \(file, .subject) \(seconds)초를 기다렸습니다",
                    "the tables are in use; \(file) waited \(Wording.counted(seconds, "second"))")
            }
                ?? Wording(
                    "표가 쓰이고 있어 \(error.attempts)번, 모두 \(seconds)초를 기다렸습니다",
                    "the tables are in use; \(Wording.counted(error.attempts, "attempt")) waited "
                        + "\(Wording.counted(seconds, "second")) in all"),
            lines: error.users.map { user in
                let program = user.program.isEmpty ? "" : " (\(user.program))"
                return Wording(
                    "\(user.login)\(program), 프로세스 \(user.process): \(user.table), \(user.seconds)초 전부터",
                    "\(user.login)\(program), process \(user.process): \(user.table), for \(Wording.counted(user.seconds, "second"))"
                )
            },
            hint: error.isReading
                ? Wording(
                    "그 트랜잭션이 끝난 뒤 다시 하십시오", "run it again once those transactions are over")
                : error.isUndone
                    ? Wording(
                        "아무것도 바뀌지 않았습니다. 그 트랜잭션이 끝난 뒤 다시 하십시오",
                        "nothing was changed; run it again once those transactions are over")
                    : Wording(
                        "그 트랜잭션이 끝난 뒤, 완성되지 못한 색인이 남아 있으면 지우고 다시 하십시오",
                        "once those transactions are over, drop the unfinished index if one is left, and run it again"))
    }

    /// Views and other objects of other people depend on the definitions.
    static func othersDepend(_ error: OthersDepend) -> Failure {
        let things = error.things.joined(separator: ", ")
        return Failure(
            code: "others-depend", status: .refused, what: unchanged,
            why: error.reason == nil
                ? Wording("다른 것이 정의에 의존합니다: \(things)", "other things depend on the definitions: \(things)")
                : Wording("뷰 \(things, .object) 다시 만들 수 없습니다", "the view \(things) cannot be made again"),
            detail: error.reason,
            hint: Wording(
                "그것을 지우거나 고친 뒤 다시 하십시오. 아무것도 바뀌지 않았습니다",
                "drop or change it and run this again; nothing was changed"))
    }

    private static let unchanged = Wording("스키마를 바꾸지 않았습니다", "the schema was not changed")

    static func migrationFailed(_ failure: MigrationFailure) -> Failure {
        Failure(
            code: "migration-failed", status: .unexpected,
            what: Wording("스키마를 끝까지 올리지 못했습니다", "the schema was not brought up to date"),
            why: Wording(
                "PostgreSQL이 \(failure.file, .object) 거부했습니다. 그 앞의 파일은 적용된 대로 있습니다",
                "PostgreSQL refused \(failure.file); the files before it remain applied"),
            detail: failure.description
        )
    }
}
