import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Db {
    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            name: "status",
            abstract: "Say which database is used, whether it runs, and which schema it has.",
            discussion: """
                Starts nothing.

                  sandbox db status
                  sandbox db status --format json
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run() async throws {
            var items: [Detail.Item] = []
            switch try global.connection() {
            case .given(let given):
                items.append(.field("connection", Self.connection, .text(try connectionURI(given))))
            case .libpqVariables:
                items.append(.field("connection", Self.connection, .text("PGHOST, PGSERVICE, …")))
            case .embedded:
                let cluster = try global.embeddedCluster()
                items += Self.server(cluster)
                guard case .running = cluster.state() else { return try write(items) }
            }
            let status = try await global.withMigrator(preparing: false) { try await $0.status() }
            items += [
                .field("schema_version", Wording("스키마 버전", "Schema version"), .integer(status.version)),
                .field(
                    "program_version", Wording("프로그램의 스키마 버전", "Program's schema version"), .integer(Migration.newest)),
                .field(
                    "definitions_agree", Wording("정의가 이 프로그램의 것", "Definitions are this program's"),
                    .boolean(!status.areDefinitionsDue)),
                .field(
                    "definitions_sha256", Wording("정의 요약값", "Definitions' digest"), .text(status.definitions?.sha256)),
                .list("pending", Wording("적용할 파일", "Pending"), status.plan.pending.map(\.name)),
                .list(
                    "disagreements", Wording("불일치", "Disagreements"),
                    status.disagreements.map(\.line)),
            ]
            try write(items)
        }

        private func write(_ items: [Detail.Item]) throws {
            try Detail("sandbox db", items).write(global.output) { Console.current.writeOut($0) }
        }

        private static let connection = Wording("연결", "Connection")

        private static func server(_ cluster: Cluster) -> [Detail.Item] {
            var items: [Detail.Item] = [
                .field("connection", connection, .text("embedded")),
                .field("folder", Wording("폴더", "Folder"), .text(cluster.folder.path)),
            ]
            func add(_ state: String) { items.append(.field("state", Wording("상태", "State"), .text(state))) }
            switch cluster.state() {
            case .none: add("none")
            case .stopped: add("stopped")
            case .unreachable(let file): add(file.state?.rawValue ?? "unreachable")
            case .running(let file, let directory):
                add("running")
                items += [
                    .field("process", Wording("프로세스", "Process"), .integer(Int(file.processID))),
                    .field("socket", Wording("소켓", "Socket"), .text(ClusterFolder.socketPath(in: directory))),
                ]
            }
            if let made = cluster.madeBy() {
                items.append(
                    .field("postgresql_version", Wording("PostgreSQL 버전", "PostgreSQL version"), .integer(made)))
            }
            return items
        }
    }
}
