import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews
import Spreadsheet

extension Report {
    struct Reproduce: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "reproduce",
            abstract: "Make an exported file again, byte for byte, from its manifest.",
            discussion: """
                  sandbox report reproduce cases.csv.manifest.json
                  sandbox report reproduce cases.csv.manifest.json --output again.csv

                The register is read as it was then: later changes are undone from the event log. If the bytes are not
                the same, the exit status is 7, the reason is given and no file is left.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Argument(help: ArgumentHelp("The manifest.", valueName: "manifest")) var manifest: String
        @Option(
            name: [.customShort("o"), .long], help: ArgumentHelp("Where to write the file again.", valueName: "file"))
        var output: String?

        var notDone: Wording { Wording("다시 만들지 못했습니다", "the file was not made again") }

        func run(_ tracker: Tracker) async throws {
            guard let manifest = ExportManifest(json: try InputFile.bytes(of: manifest)) else {
                throw Failure.manifestUnreadable(self.manifest, notDone)
            }
            let file = try WrittenFile(output, .current)
            do {
                try await file.finishing {
                    try await tracker.reproduce(manifest, program: Sandbox.version, workbook: WorkbookFile.init) {
                        try file.write($0)
                    }
                }
            } catch let problem as ReproductionProblem {
                throw Failure(problem, notDone)
            }
            try global.confirm(Confirmation(reproduced: manifest))
        }
    }
}

extension Failure {
    fileprivate static func manifestUnreadable(_ path: String, _ notDone: Wording) -> Failure {
        Failure(
            code: "manifest-unreadable", status: .badInput, what: notDone,
            why: Wording(
                "\(path, .topic) 이 프로그램의 내보내기 명세가 아닙니다", "\(path) is not a manifest of an export of this program"),
            hint: Wording("내보낸 파일 옆의 .manifest.json 파일을 쓰십시오.", "Name the .manifest.json beside an exported file."))
    }

    fileprivate init(_ problem: ReproductionProblem, _ notDone: Wording) {
        self.init(
            code: problem.code, status: .checkFailed, what: notDone, why: problem.why, detail: problem.detail,
            hint: problem.hint)
    }
}
