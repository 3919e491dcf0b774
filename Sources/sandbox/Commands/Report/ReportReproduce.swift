import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews
import Spreadsheet

extension Report {
    struct Reproduce: TrackerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an exported file again, byte for byte, from its manifest.",
            discussion: """
                  sandbox report reproduce cases.csv.manifest.json
                  sandbox report reproduce cases.csv.manifest.json --output again.csv

                The register is read as it stood then: later changes are undone from the event log. If the bytes are not the
                same, the exit status is 7, the reason is told and no file is left.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Argument(help: ArgumentHelp("The manifest.", valueName: "manifest")) var manifest: String
        @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Where to write the file again.", valueName: "file"))
        var output: String?

        var notDone: Wording { Wording("다시 만들지 못했습니다", "the file was not made again") }

        func run(_ tracker: Tracker) async throws {
            let manifest = try read()
            let reader = try await tracker.reading(at: manifest.asOf).answer(Reader())
            guard reader.role?.rawValue == manifest.role, reader.organisation == manifest.organisation else {
                throw Failure.otherReader(manifest)
            }
            let isWorkbook = manifest.format == ExportManifest.workbook
            guard !isWorkbook || Workbook.isAvailable else { throw Failure(WorkbookError.notBuilt) }
            guard let format = isWorkbook ? .tsv : Format(rawValue: manifest.format),
                let command = Self.command(of: manifest)
            else {
                throw Failure.manifestUnreadable(self.manifest)
            }
            var layout = Output(
                format: format, language: manifest.language.flatMap(Language.init(rawValue:)) ?? global.language)
            layout.csv = manifest.hasByteOrderMark ? .spreadsheet : .export
            if format.isForPeople { layout.name(try await tracker.answer(TrackList())) }
            let outlet = Outlet(
                layout, file: try output.map { try ReplacedFile($0) }, console: .current, isSilent: true,
                workbookOf: isWorkbook ? manifest.asOf : nil)
            let again = Reproduction(at: manifest.asOf, to: outlet)
            do {
                try await Reproduction.$current.withValue(again) { try await command.run(tracker) }
                guard let outcome = again.outcome else { throw Failure.manifestUnreadable(self.manifest) }
                guard outlet.digits == manifest.sha256, outcome.rows == manifest.rows else {
                    let rules = try await tracker.answer(Reader()).rules
                    throw Failure.differs(manifest, rows: outcome.rows, sha256: outlet.digits, rules: rules)
                }
                try outlet.finish()
            } catch {
                outlet.discard()
                throw error
            }
            try global.confirm(
                Confirmation(
                    name: manifest.sha256,
                    said: Wording(
                        "\(manifest.file): \(manifest.asOf) 기준 \(manifest.rows)건, 바이트까지 같습니다.",
                        "\(manifest.file): \(manifest.rows) rows as of \(manifest.asOf), the same to the byte."),
                    fields: [
                        .init("file", "파일", "File", .text(manifest.file)),
                        .init("rows", "건수", "Rows", .integer(manifest.rows)),
                        .init("as_of", "기준 시각", "As of", .text(manifest.asOf.description)),
                        .init("sha256", "해시", "SHA-256", .text(manifest.sha256)),
                        .init("is_identical", "동일", "Identical", .boolean(true)),
                    ]))
        }

        private func read() throws -> ExportManifest {
            let text = try TextFile(InputFile.bytes(of: manifest), name: manifest)
            guard let read = ExportManifest(json: text.text) else { throw Failure.manifestUnreadable(manifest) }
            return read
        }

        /// The command that made the file. A manifest is a file from anywhere: no other command is run because it says so.
        private static func command(of manifest: ExportManifest) -> (any FileCommand)? {
            (try? Sandbox.parseAsRoot(manifest.arguments)) as? any FileCommand
        }
    }
}

extension Failure {
    private static let notMade = Wording("다시 만들지 못했습니다", "the file was not made again")

    fileprivate static func manifestUnreadable(_ path: String) -> Failure {
        Failure(
            code: "manifest-unreadable", status: .badInput, what: notMade,
            why: Wording(
                "\(path)은(는) 이 프로그램의 내보내기 명세가 아닙니다", "\(path) is no manifest of an export of this program"),
            hint: Wording("내보낸 파일 옆의 .manifest.json 파일을 쓰십시오.", "Name the .manifest.json beside an exported file."))
    }

    fileprivate static func otherReader(_ manifest: ExportManifest) -> Failure {
        let who = manifest.organisation.map { "\(manifest.role), \($0)" } ?? manifest.role
        return Failure(
            code: "other-reader", status: .checkFailed, what: notMade,
            why: Wording(
                "볼 수 있는 것이 다른 사용자(\(who))가 내보냈습니다", "it was exported by a reader who sees other rows (\(who))"),
            hint: Wording("같은 역할의 사용자로 다시 하십시오.", "Run it as a person of that role."))
    }

    fileprivate static func differs(
        _ manifest: ExportManifest, rows: Int, sha256: String, rules: [String: Int]
    ) -> Failure {
        let why: Wording
        if manifest.schema != Tracker.schemaVersion {
            why = Wording(
                "스키마가 그때는 버전 \(manifest.schema), 지금은 \(Tracker.schemaVersion)입니다",
                "the schema was version \(manifest.schema) then and is \(Tracker.schemaVersion) now")
        } else if manifest.program != Sandbox.version {
            why = Wording(
                "프로그램이 그때는 \(manifest.program), 지금은 \(Sandbox.version)입니다",
                "the program was \(manifest.program) then and is \(Sandbox.version) now")
        } else if !manifest.isReproducible {
            why = Wording(
                "그사이 바뀌었으며, 이 자료는 과거 상태를 되살릴 수 없습니다",
                "it has changed since, and the past of this export cannot be put together again")
        } else if let (regime, version) = rules.sorted(by: { $0.key < $1.key }).first(where: {
            manifest.rules[$0.key] != $0.value
        }) {
            let then = manifest.rules[regime].map(String.init) ?? "-"
            why = Wording(
                "\(regime)의 규칙이 그때는 \(then)판, 지금은 \(version)판입니다",
                "the rules of \(regime) were version \(then) then and are version \(version) now")
        } else {
            why = Wording(
                "기록에 남지 않은 변경이 있었거나 명세가 고쳐졌습니다",
                "something was changed that the event log does not know, or the manifest was edited")
        }
        return Failure(
            code: "not-reproduced", status: .checkFailed, what: notMade, why: why,
            detail: "\(manifest.rows) rows, \(manifest.sha256)\n\(rows) rows, \(sha256)")
    }
}
