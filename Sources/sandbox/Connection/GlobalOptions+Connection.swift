import SandboxPresentation

extension GlobalOptions {
    /// Which database this command works on.
    func connection() throws(Failure) -> ConnectionChoice {
        try ConnectionChoice(databaseURL: databaseURL, person: person, environment: Console.current.environment)
    }

    /// The embedded cluster, for the commands that start and stop it.
    func embeddedCluster() throws(Failure) -> Cluster {
        guard case .embedded = try connection() else { throw .notEmbedded }
        let console = Console.current
        let language = language
        return try Cluster(environment: console.environment) { console.say($0, in: language) }
    }
}

extension Failure {
    static let notEmbedded = Failure(
        code: "not-embedded", status: .usage,
        what: Wording("내장 데이터베이스를 다루지 못했습니다", "the embedded database was not touched"),
        why: Wording("다른 연결이 설정되어 있습니다", "another connection is configured"),
        hint: Wording(
            "그 서버는 그 운영자가 시작하고 멈춥니다. 내장 데이터베이스를 쓰려면 DATABASE_URL과 PGHOST 등을 비우십시오",
            "that server is started and stopped by its operator; "
                + "for the embedded one unset DATABASE_URL, PGHOST and their like"
        )
    )
}
