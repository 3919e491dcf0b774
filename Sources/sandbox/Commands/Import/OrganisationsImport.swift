import ArgumentParser
import SandboxCore
import SandboxPresentation
import SandboxViews

struct OrganisationsImport: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisations",
        abstract: "Enter organisations from a CSV file: name, kind and, if wanted, name_en and registration_no.",
        discussion: """
              sandbox import organisations ministries.csv
              sandbox org list --format csv | sandbox import organisations - --database-url postgresql://desk@other/sandbox

            Those that are there stay as they are.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file")) var file: String

    var notDone: Wording { Wording("기관을 하나도 등록하지 않았습니다", "no organisation was entered") }

    func run(_ tracker: Tracker) async throws {
        let act = ImportOrganisations(try InputFile.bytes(of: file), file: file)
        let outcome = try await tracker.perform(act, dryRun: writing.dryRun)
        let (added, unchanged) = (outcome.added.count, outcome.unchanged)
        try global.confirm(
            Confirmation(
                name: "\(added)",
                said: Wording(
                    "기관 \(added)곳을 등록했습니다(이미 있음 \(unchanged)곳).",
                    "\(added) organisations were entered (\(unchanged) were there already)."),
                fields: [
                    .init("added", "등록", "Entered", .texts(outcome.added)),
                    .init("unchanged", "이미 있음", "There already", .integer(unchanged)),
                ]), dryRun: writing.dryRun)
    }
}
