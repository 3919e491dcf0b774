import ArgumentParser
import SandboxPresentation

extension Db {
    struct Start: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            name: "start",
            abstract: "Start the embedded database, making it first if there is none.",
            discussion: """
                Any command does this by itself. The server goes on until `sandbox db stop` or the machine's end.

                  sandbox db start
                  psql "$(sandbox db url)"

                Where a database was once made and is gone, as on a volume that is not mounted, none is made again without --new.
                """
        )
        @Flag(help: "Make a new database where there was one.") var new = false
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run() async throws {
            let cluster = try global.embeddedCluster()
            let wasRunning: Bool
            if case .running = cluster.state() { wasRunning = true } else { wasRunning = false }
            _ = try await cluster.ready(thoroughly: true, anew: new)
            Console.current.say(
                wasRunning
                    ? Wording("데이터베이스가 이미 실행 중입니다", "the database is running already")
                    : Wording("데이터베이스를 시작했습니다", "the database was started"),
                in: global.language
            )
        }
    }
}
