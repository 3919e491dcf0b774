import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

extension Db {
    struct Migrate: AsyncParsableCommand, Explained {
        static let configuration = CommandConfiguration(
            name: "migrate",
            abstract: "Bring the schema to this program's version.",
            discussion: """
                The embedded database is migrated by itself. On another server connect as the owner of the database.

                  sandbox db migrate --database-url postgresql://admin@db/sandbox --dry-run
                  sandbox db migrate --database-url postgresql://admin@db/sandbox
                  sandbox db migrate --database-url postgresql://admin@db/sandbox --regime regimes/eu-ai-act.yaml

                What holds data is changed step by step. Functions, views, triggers, policies and grants are replaced as a whole, also
                when somebody dropped, changed or added one by hand (sandbox db verify names them): for about two seconds nobody can use the tables. For that it waits 10 seconds, three times; if the tables are still in
                use it says by whom, and nothing is changed.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions

        @Option(name: .customLong("to"), help: "Stop after this version.")
        var target: Int?

        @Flag(help: "Print the SQL that would run, and run nothing.")
        var sql = false

        @Option(
            help: ArgumentHelp(
                "The regime a new database begins with, or none (default: the one that comes with the program).",
                valueName: "file.yaml"))
        var regime: String?

        var notDone: Wording { Wording("스키마를 바꾸지 않았습니다", "the schema was not changed") }

        func run() async throws {
            if let target, !(1...Migration.newest).contains(target) {
                throw ValidationError("--to takes a version from 1 to \(Migration.newest).")
            }
            let regimes = try firstRegimes()
            let console = Console.current
            let language = global.language
            try await global.withMigrator(preparing: true) { migrator in
                let status = try await migrator.status(target: target)
                if regime != nil, status.definitions != nil { throw Failure.notNew }
                if sql { return try printSQL(status) }
                let done = try await migrator.migrate(to: target, dryRun: writing.dryRun, regimes: regimes) { step in
                    console.say(step.wording, in: language)
                }
                console.say(outcome(done), in: language)
                if writing.dryRun { return }
                if let rest = try await migrator.status(target: target).disagreements.first { throw rest }
            }
        }

        private func firstRegimes() throws -> [FirstRegime] {
            guard let regime else { return FirstRegime.shipped }
            if regime == "none" { return [] }
            return [FirstRegime(try RegimeFile(yaml: try InputFile.bytes(of: regime), file: regime))]
        }

        private func printSQL(_ status: Migrator.Status) throws {
            if let disagreement = status.plan.disagreements.first { throw disagreement }
            for migration in status.plan.pending { Console.current.print("-- \(migration.file)\n\(migration.text)") }
            guard status.areDefinitionsDue, target == nil || target == Migration.newest else { return }
            for file in SchemaDefinitions.embedded.files { Console.current.print("-- \(file.path)\n\(file.text)") }
        }

        private func outcome(_ done: Migrator.Outcome) -> Wording {
            if done.isEmpty, !done.byAnother.isEmpty {
                return Wording(
                    "그동안 다른 관리자가 모두 적용했습니다", "another administrator applied everything meanwhile")
            }
            if done.isEmpty { return Wording("적용할 것이 없습니다", "there is nothing to apply") }
            let (count, isReplaced) = (done.migrations.count, done.lockedFor != nil)
            let ko = [count > 0 ? "\(count)개 파일" : nil, isReplaced ? "정의" : nil].compactMap { $0 }.joined(
                separator: "과 ")
            let en = [count > 0 ? "files: \(count)" : nil, isReplaced ? "the definitions" : nil].compactMap { $0 }
                .joined(separator: ", and ")
            return writing.dryRun
                ? Wording("시험 실행하고 되돌렸습니다: \(ko)", "tried and rolled back: \(en)")
                : Wording("적용했습니다: \(ko)", "applied: \(en)")
        }
    }
}

extension Failure {
    fileprivate static let notNew = Failure(
        code: "database-not-new", status: .usage,
        what: Wording("스키마를 바꾸지 않았습니다", "the schema was not changed"),
        why: Wording("--regime은 새 데이터베이스에만 쓸 수 있습니다", "--regime is for a new database only"),
        hint: Wording("sandbox regime apply로 적용하십시오", "apply it with sandbox regime apply"))
}
