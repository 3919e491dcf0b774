import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Report {
    struct All: TrackerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the set of reports into a folder: pages for people, csv for programs, and an index.",
            discussion: """
                  sandbox report all --output reports --lang ko
                  sandbox report all --output reports-2026-06 --as-of 2026-06-30

                Each report is NAME.html and NAME.csv with their manifests; index.html leads to them. All are read at the
                same instant; with --as-of each says itself what it means by a past day. Files of the same names are replaced.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var reading: ReadingOptions
        @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The folder; made if need be.", valueName: "folder"))
        var output: String

        var notDone: Wording { Wording("보고서를 만들지 못했습니다", "no reports were made") }

        /// The words of the reports in the set, in the order of the index. A new report is added here.
        static let set: [[String]] = [
            ["pipeline"], ["ageing"], ["time-with-whom"], ["consultations"], ["decisions", "--by", "year"], ["conditions"],
            ["expiries"], ["organisations"], ["roadmap"], ["slip"], ["commitments"],
        ]

        func run(_ tracker: Tracker) async throws {
            if !OutputFile.isFolder(output) { try FileSystem.makeDirectory(output, permissions: 0o755) }
            let now = try await tracker.instant()
            let past = try await tracker.instant(endOf: reading.asOf)
            var links: [Format: [Page.Link]] = [:]
            for words in Self.set {
                let name = words[0]
                let given = reading.asOf.map { ["--as-of", $0.description] } ?? []
                let arguments = ["report"] + words + given
                for format in [Format.html, .csv] {
                    let file = "\(output)/\(name).\(format.rawValue)"
                    let command = try Sandbox.parseAsRoot(
                        arguments + ["--output", file, "--format", format.rawValue, "--lang", global.language.rawValue])
                    guard let report = command as? any SheetCommand else { preconditionFailure("\(name) is no report") }
                    let instant = report.asOf == nil ? now : past
                    let title = type(of: report).title
                    try await CommandWords.$current.withValue(arguments) {
                        try await report.target.run(report, tracker, at: instant)
                    }
                    links[format, default: []].append(.init("\(name).\(format.rawValue)", title))
                }
            }
            let index = Page(
                Wording("보고서", "Reports"),
                facts: [
                    .init(Wording("기준 시각", "Read at"), .text(now.description)),
                    .init(Wording("기준일", "As of"), .date(reading.asOf)),
                ].filter { !$0.value.isAbsent },
                [
                    .init(Wording("인쇄용", "Pages"), [.links(links[.html] ?? [])]),
                    .init(Wording("자료(csv)", "Data (csv)"), [.links(links[.csv] ?? [])]),
                ])
            let file = try ReplacedFile(output + "/index.html")
            do {
                try file.write(index.html(global.language))
                try file.finish()
            } catch {
                file.discard()
                throw error
            }
            Console.current.print(output + "/index.html")
        }
    }
}
