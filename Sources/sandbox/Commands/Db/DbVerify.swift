import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

extension Db {
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check that what was applied is what this program has; 7 if it is not.",
            discussion: """
                  sandbox db verify
                  sandbox db verify --format json
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        func run() async throws {
            let status = try await global.withMigrator(preparing: true) { try await $0.status() }
            let listing = Listing<SchemaDisagreement>([
                Column("code", "종류", "Kind", mayShrink: false) { .text($0.code) },
                Column("migration", "파일", "Migration", mayShrink: false) { .text($0.name) },
            ])
            _ = try listing.write(status.disagreements, global.output) { Console.current.writeOut($0) }
            guard let first = status.disagreements.first else {
                Console.current.say(
                    Wording("\(status.applied.count)개 파일이 모두 일치합니다", "all files agree: \(status.applied.count)"),
                    in: global.language)
                return
            }
            throw first
        }
    }
}
