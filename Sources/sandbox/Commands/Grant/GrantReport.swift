import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Report: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "report",
            abstract: "Report on a trial, as it runs or with its result: the company.",
            discussion: """
                  sandbox grant report DE-2026-0001 --progress 40 --users 1200 --text '3분기 보고' --problem '인증 오류: 서버 증설'
                  sandbox grant report DE-2026-0001 --kind result --text @result.txt --proof result.pdf
                  sandbox grant report DE-2026-0001 --text @report.txt --replaces 4 --reason '이용자 수 오기'

                A report that --replaces another puts it right; the other stays in the journal. Not once an authority has \
                acted upon the grant since.
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(help: "Periodic, or the result at the end.") var kind: TrialReportKind = .periodic
        @Option(parsing: .unconditional, help: .prose("The report.")) var text: Prose?
        @Option(help: ArgumentHelp("How much of the plan is done.", valueName: "percent")) var progress:
            Measured<InPercent>?
        @Option(help: ArgumentHelp("How many people use it.", valueName: "n")) var users: Measured<InPersons>?
        @Option(
            parsing: .unconditionalSingleValue,
            help: ArgumentHelp("A problem that is open, with its remedy after a colon.", valueName: "title[:remedy]"))
        var problem: [String] = []
        @Option(
            parsing: .unconditionalSingleValue,
            help: ArgumentHelp("A problem that is solved.", valueName: "title[:remedy]")
        ) var solved: [String] = []
        @Option(help: ArgumentHelp("A condition that is met.", valueName: "n")) var met: [Int] = []
        @Option(help: ArgumentHelp("A condition that is not due yet.", valueName: "n")) var notDue: [Int] = []
        @Option(help: ArgumentHelp("The report as a file.", valueName: "file")) var proof: String?

        @OptionGroup var replacing: ReplacingOptions

        var act: GrantAct { .report }

        func complete(_ act: inout ActOnGrant) throws {
            (act.part, act.reason) = try (replacing.replaces, replacing.text(global))
            act.text = try global.asked(text, .text, Wording("보고 내용", "The report"))
            act.proof = try proof.map { try PaperFile("trial-report", path: $0) }
            var report = TrialReport(kind)
            (report.progress, report.users) = (progress?.int, users?.int)
            report.problems =
                try problem.map { try Self.problem($0, .problem, isDone: false) }
                + solved.map { try Self.problem($0, .solved, isDone: true) }
            report.conditions = met.map { (number: $0, isDone: true) } + notDue.map { (number: $0, isDone: false) }
            act.detail = .report(report)
        }

        /// `인증 오류: 서버 증설`.
        private static func problem(
            _ word: String, _ field: Field, isDone: Bool
        ) throws -> (title: String, remedy: String?, isDone: Bool) {
            let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let remedy = parts.count == 2 ? try Prose(argument: String(parts[1].drop { $0 == " " })).text(field) : nil
            return (try Prose(argument: String(parts[0])).text(field, .label), remedy, isDone)
        }
    }
}
