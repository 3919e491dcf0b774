import ArgumentParser
import SandboxPresentation

extension Db {
    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            name: "stop",
            abstract: "Stop the embedded database. Everything acknowledged is kept.",
            discussion: """
                  sandbox db stop
                  sandbox db status
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run() async throws {
            let wasRunning = try await global.embeddedCluster().stop()
            Console.current.say(
                wasRunning
                    ? Wording("데이터베이스를 멈췄습니다", "the database was stopped")
                    : Wording("데이터베이스가 실행 중이 아닙니다", "the database was not running"),
                in: global.language
            )
        }
    }
}
