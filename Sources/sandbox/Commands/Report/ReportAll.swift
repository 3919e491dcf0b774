import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Report {
    struct All: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "all",
            abstract: "Write the set of reports into a folder: pages for people, csv for programs, and an index.",
            discussion: """
                  sandbox report all --output reports --lang ko
                  sandbox report all --output reports-2026-06 --as-of 2026-06-30

                Each report is NAME.html and NAME.csv with their manifests; index.html leads to them. All are read at the
                same instant; with --as-of each says itself what it means by a past day. Files of the same names are replaced;
                a symbolic link is not followed. New ones are yours alone: who serves them changes their permissions.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var reading: ReadingOptions
        @Option(help: ArgumentHelp("The regime they are of.", valueName: "code")) var regime: String?
        @Option(
            name: [.customShort("o"), .long], help: ArgumentHelp("The folder; made if need be.", valueName: "folder"))
        var output: String

        @Flag(help: "CSV for Excel: byte order mark and CR LF.") var bom = false

        var notDone: Wording { Wording("보고서를 만들지 못했습니다", "no reports were made") }

        func run(_ tracker: Tracker) async throws {
            let taken = try await tracker.answer(ReportedRegime(regime.map { RegimeCode($0) }))
            let now = try await tracker.instant()
            let past = try await tracker.instant(endOf: reading.asOf, of: taken?.code)
            try await global.tellBegin(before: reading.asOf, tracker)
            if !OutputFile.isFolder(output) {
                do { try FileSystem.makeDirectory(output, permissions: 0o700) } catch {
                    throw Failure.notReplaced(output, error.number)
                }
            }
            let sources = ReportSet.sources(asOf: reading.asOf, of: taken?.code)
            let formats = [FileFormat.text(.html), .text(.csv)]
            for source in sources {
                let instant = type(of: source).past == .asItWas ? past : now
                for format in formats {
                    let path = "\(output)/\(ReportSet.name(source)).\(format.rawValue)"
                    try await ExportTarget(
                        path, format, global.output, hasByteOrderMark: bom && format == .text(.csv)
                    )
                    .write(source, at: instant, of: taken?.code, tracker)
                }
            }
            let index = ReportSet.index(sources, as: formats, readAt: now, asOf: reading.asOf, of: taken)
            let file = try WrittenFile(output + "/index.html", .current)
            try await file.finishing { try file.write(index.html(global.language)) }
            Console.current.print(output + "/index.html")
            if let day = reading.asOf, let span = try await tracker.answer(RegisterSpan(of: taken?.code)) {
                for past in [PastDay.asItWas, .asItIsKnown] {
                    if let note = past.note(on: day, span) { Console.current.say(note, in: global.language) }
                }
            }
            if let taken, let note = Wording(chosen: taken) { Console.current.say(note, in: global.language) }
        }
    }
}
