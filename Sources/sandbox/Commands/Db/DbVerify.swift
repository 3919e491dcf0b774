import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

extension Db {
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            name: "verify",
            abstract: "Check that the database is as this program made it; 7 if it is not.",
            discussion: """
                Names every file that was applied differently, and everything that somebody dropped, changed or added since: functions,
                views, triggers, policies and privileges, which sandbox db migrate puts right, and tables, columns, constraints and
                indexes, for which --sql prints what does. So are the rows that say who may do what in which state, what roles
                and persons may do beyond their group, publications and event triggers.

                  sandbox db verify
                  sandbox db verify --format json
                  sandbox db verify --sql > repair.sql

                It compares with what was recorded in the database itself when it was made. Whoever may change the schema may
                falsify that. What cannot be falsified is the digest: it is the same for every database that this program made on
                the same version of PostgreSQL.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Flag(help: "Print the SQL that puts tables, columns, constraints and indexes right; run nothing.") var sql =
            false

        func run() async throws {
            let (status, digest) = try await global.withMigrator(preparing: true) { migrator in
                (try await migrator.verified(), try await migrator.digest())
            }
            if sql { return script(status.differences).forEach(Console.current.print) }
            let foreign = status.differences.filter { !$0.isProblem }.map { SchemaDisagreement.object($0) }
            try global.print(status.disagreements + foreign, .disagreements(global.language), isCheck: true)
            guard let first = status.disagreements.first else {
                Console.current.say(
                    Wording(
                        "\(status.applied.count)개 파일과 정의가 모두 일치합니다. 요약값:",
                        "all files and definitions agree; files: \(status.applied.count), digest:"),
                    in: global.language)
                Console.current.say(Wording(digest, digest), in: global.language)
                return
            }
            throw first
        }

        /// In one transaction, so that half of a repair is none.
        private func script(_ differences: [SchemaDifference]) -> [String] {
            let statements = differences.compactMap(\.script)
            return statements.isEmpty ? [] : ["BEGIN;"] + statements + ["COMMIT;"]
        }
    }
}

extension SchemaDifference {
    /// What `--sql` prints of it. What is foreign may be somebody's own: it is for a person to decide.
    fileprivate var script: String? {
        guard let repair else { return nil }
        guard change == .foreign, !isProblem else { return repair + ";" }
        return repair.split(separator: "\n").map { "-- \($0)" }.joined(separator: "\n") + ";"
    }
}
