import SandboxCore
import SandboxPresentation
import SandboxViews

extension GlobalOptions {
    /// Which database this command works on.
    func connection() throws(Failure) -> ConnectionChoice {
        try ConnectionChoice(
            databaseURL: databaseURL, person: person, environment: Console.current.environment,
            remembered: { lastPerson?.login })
    }

    /// Who acted last on the embedded database: only at a terminal, so that a script means the same every time.
    private var lastPerson: (login: String, cluster: Cluster)? {
        let console = Console.current
        guard console.isInteractive, let cluster = try? Cluster(environment: console.environment, notice: { _ in }),
            let login = cluster.lastPerson
        else { return nil }
        return (login, cluster)
    }

    /// Through what this command acts as whom it does.
    func personChoice() throws(Failure) -> PersonChoice {
        guard case .embedded = try connection() else { return .connection }
        if person != nil { return .option }
        if Console.current.environment["SANDBOX_AS"]?.isEmpty == false { return .environment }
        return lastPerson == nil ? .first : .remembered
    }

    /// Whoever was named and let in acts in the next command too; whoever was remembered is told, and forgotten if refused.
    private func remembering<Value>(_ cluster: Cluster, _ body: () async throws -> Value) async throws -> Value {
        let console = Console.current
        guard console.isInteractive else { return try await body() }
        let choice = try personChoice()
        if choice == .remembered, let login = lastPerson?.login {
            console.say(
                Wording(
                    "\(login, .toward) 일합니다(지난번 --as). 바꾸려면 --as를 쓰십시오",
                    "acting as \(login) (the last --as); --as names another"),
                in: language)
        }
        do {
            let value = try await body()
            if choice == .option { cluster.remember(person) }
            return value
        } catch let error as LoginRefused {
            if choice == .remembered { cluster.remember(nil) }
            throw error
        }
    }

    /// Opens the tracker on that database, as the acting person, and closes it when the closure is done. The embedded
    /// database is started, made and migrated first, if need be.
    ///
    /// ```swift
    /// try await global.withTracker { tracker in try await tracker.perform(MoveCase(…), dryRun: writing.dryRun) }
    /// ```
    func withTracker<Value>(_ body: (Tracker) async throws -> Value) async throws -> Value {
        if let format { try checkLabels(.text(format)) }
        let words: String
        switch try connection() {
        case .given(let given): words = given
        case .libpqVariables: words = ""
        case .embedded(let person):
            let cluster = try embeddedCluster()
            let directory = try await cluster.ready()
            let words = EmbeddedConnection(socketDirectory: directory, user: person).conninfo
            return try await remembering(cluster) { try await withTracker(words, body) }
        }
        return try await withTracker(words, body)
    }

    private func withTracker<Value>(_ words: String, _ body: (Tracker) async throws -> Value) async throws -> Value {
        if !verbose, let kept = Console.current.tracker?(words) { return try await body(kept) }
        var tracker: Tracker
        do { tracker = try Tracker(words, trace: trace) } catch { throw Failure.connectionUnreadable(error) }
        let (console, language) = (Console.current, language)
        tracker.onWaiting = {
            console.say(Wording("데이터베이스를 기다립니다", "waiting for the database"), in: language)
        }
        tracker.onUnrecordedLapse = {
            console.say(
                Wording(
                    "기한이 지난 협의가 아직 기록되지 않았습니다. 대기 서버에서는 기록할 수 없습니다",
                    "lapse not yet recorded: the server is a standby; whoever looks on the primary records it"),
                in: language)
        }
        return try await closing(tracker.close) { try await body(tracker) }
    }

    /// Opens the migrator: as the administrator on the embedded database, elsewhere as whoever connects.
    /// - Parameter preparing: start and migrate the embedded database first.
    func withMigrator<Value>(preparing: Bool, _ body: (Migrator) async throws -> Value) async throws -> Value {
        let words: String
        switch try connection() {
        case .given(let given): words = given
        case .libpqVariables: words = ""
        case .embedded:
            let cluster = try embeddedCluster()
            let directory = preparing ? try await cluster.ready() : try await cluster.start()
            words = cluster.administration(directory).conninfo
        }
        let migrator: Migrator
        do { migrator = try Migrator(words, trace: trace) } catch { throw Failure.connectionUnreadable(error) }
        return try await closing(migrator.close) { try await body(migrator) }
    }

    /// Where `--verbose` tells what goes to the database.
    private var trace: Trace? {
        guard verbose else { return nil }
        let (console, language) = (Console.current, language)
        return { console.tell($0, in: language) }
    }

    private func closing<Value>(_ close: () async -> Void, _ body: () async throws -> Value) async throws -> Value {
        do {
            let value = try await body()
            await close()
            return value
        } catch {
            await close()
            throw error
        }
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
    static func connectionUnreadable(_ error: any Error) -> Failure {
        Failure(
            code: "connection-unreadable", status: .usage,
            what: Wording("연결하지 못했습니다", "no connection was made"),
            why: Wording("연결 문자열을 읽을 수 없습니다", "the connection string cannot be read"),
            detail: String(describing: error), hint: "--database-url postgresql://user@host/database"
        )
    }

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
