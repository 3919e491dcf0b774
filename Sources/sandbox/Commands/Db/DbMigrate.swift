import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

extension Db {
    struct Migrate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring the schema to this program's version.",
            discussion: """
                The embedded database is migrated by itself. On another server connect as the owner of the database.

                  sandbox db migrate --database-url postgresql://admin@db/sandbox --dry-run
                  sandbox db migrate --database-url postgresql://admin@db/sandbox
                """
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var writing: WritingOptions

        @Option(name: .customLong("to"), help: "Stop after this version.")
        var target: Int?

        @Flag(help: "Print the SQL that would run, and run nothing.")
        var sql = false

        func run() async throws {
            if let target, !(1...Migration.newest).contains(target) {
                throw ValidationError("--to takes a version from 1 to \(Migration.newest).")
            }
            let console = Console.current
            let language = global.language
            try await global.withMigrator(preparing: true) { migrator in
                if sql {
                    let plan = try await migrator.status(target: target).plan
                    if let disagreement = plan.disagreements.first { throw disagreement }
                    for migration in plan.pending { console.print("-- \(migration.file)\n\(migration.text)") }
                    return
                }
                let done = try await migrator.migrate(to: target, dryRun: writing.dryRun) { migration in
                    console.say(Wording(migration.file, migration.file), in: language)
                }
                console.say(outcome(done.count), in: language)
            }
        }

        private func outcome(_ count: Int) -> Wording {
            if count == 0 { return Wording("적용할 것이 없습니다", "there is nothing to apply") }
            return writing.dryRun
                ? Wording("\(count)개 파일을 시험 실행하고 되돌렸습니다", "\(count) files were tried and rolled back")
                : Wording("\(count)개 파일을 적용했습니다", "\(count) files were applied")
        }
    }
}
