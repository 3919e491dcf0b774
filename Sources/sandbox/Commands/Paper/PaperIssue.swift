import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Paper {
    struct Issue: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "issue",
            abstract: "Issue an official paper: it gets its number, is kept, and is written as a page to print.",
            discussion: """
                  sandbox paper issue certificate DE-2026-0001 --output certificate.html
                  sandbox paper issue consultation DE-2026-0001 --ministry 국토교통부 --output letter.html
                  sandbox paper issue minutes main/47 --with 장소=… --notes notes.yaml --output minutes.html

                Papers: receipt, supplement-request, return-notice, consultation, reminder, rapid-result, decision-notice,
                certificate, extension-certificate, revision-finding, order, objection-answer; of a meeting agenda and
                minutes. Issued again, the same paper is a new edition of the same number, which takes a reason.
                With --dry-run the page is a draft without a number.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("Which paper.", valueName: "paper")) var paper: PaperKind
        @Argument(help: ArgumentHelp("The case or the meeting, e.g. DE-2026-0001 or main/43.", valueName: "ref"))
        var reference: String
        @Option(help: "The ministry it goes to (default: the only one asked).") var ministry: String?
        @Option(
            help: ArgumentHelp(
                "Which supplement, round, act or disposition it is about (default: the latest).", valueName: "n"))
        var about: Int?
        @Option(help: ArgumentHelp("Who is in charge (default: who issues it).", valueName: "login"))
        var official: String?
        @Option(parsing: .unconditional, help: .prose("Why it is issued anew.")) var reason: Prose?
        @Option(help: ArgumentHelp("What the register does not know, e.g. address=서울특별시 ….", valueName: "field=text"))
        var with: [String] = []
        @Option(
            help: ArgumentHelp(
                "The same in a YAML file; of an agenda under the number of each case.", valueName: "file"))
        var notes: String?
        @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file")) var output: String?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("문서를 발급하지 않았습니다", "no paper was issued") }

        func run(_ tracker: Tracker) async throws {
            let language = global.language
            let isDraft = writing.dryRun
            let subject: IssuePaper.Subject =
                paper.isOfMeeting
                ? .meeting(try MeetingReference.one(reference)) : .caseFile(try CaseReference.one(reference))
            // Before the paper has its number.
            let file = try output.flatMap { name in name == "-" ? nil : try OutputFile(name) }
            defer { file?.discard() }
            var act = IssuePaper(paper, subject, language: language.rawValue) { material in
                let sheet = try PaperSheet(material, isDraft: isDraft)
                return ComposedPaper(title: sheet.title, bytes: sheet.html)
            }
            (act.ministry, act.about, act.official) = (ministry, about, official)
            act.stated = try stated()
            let issued = try await global.reasoned(reason) { [act] reason in
                var act = act
                act.reason = reason
                return try await tracker.perform(act, dryRun: writing.dryRun)
            }
            if output == "-" { return Console.current.writeOut(issued.bytes) }
            do { try file?.write(issued.bytes) } catch {
                throw isDraft ? error : error.afterIssue(of: issued.paper.number)
            }
            try global.confirm(Confirmation(issued: issued.paper, file: output), dryRun: writing.dryRun)
        }

        private func stated() throws -> [String?: [PaperField: String]] {
            var stated: [String?: [PaperField: String]] = [:]
            if let notes {
                stated = try PaperNotes(yaml: try InputFile.bytes(of: notes), file: notes) {
                    text throws(InputProblem) in
                    try PaperField(statedAs: text)
                }.stated
            }
            for one in with {
                let cut = one.firstIndex(of: "=") ?? one.endIndex
                let field: PaperField
                do { field = try PaperField(statedAs: String(one[..<cut])) } catch {
                    throw BadInput(error, field: .with)
                }
                guard cut < one.endIndex else { throw BadInput(.missingValue, field: .with) }
                do {
                    stated[nil, default: [:]][field] = try field.checked(String(one[one.index(after: cut)...]))
                } catch {
                    throw BadInput(error, field: .with)
                }
            }
            return stated
        }
    }
}

extension Failure {
    /// The same of a paper that has its number all the same.
    fileprivate func afterIssue(of number: String) -> Failure {
        var failure = self
        failure.hint = Wording(
            "문서는 ‘\(number)’로 발급되었습니다. sandbox paper print '\(number)' --output FILE로 파일을 만드십시오.",
            "The paper was issued as \(number). Write it with sandbox paper print '\(number)' --output FILE.")
        return failure
    }
}
