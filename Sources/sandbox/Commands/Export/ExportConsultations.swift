import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Export {
    struct Consultations: ExportCommand, TableExportCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write out the rounds of consultation you may see.",
            discussion: """
                  sandbox export consultations --output consultations.csv --bom
                  sandbox export consultations --ministry 문화체육관광부 --format json
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: "Only those with this ministry.") var ministry: String?

        func export() -> TableExport { .consultations(ministry: ministry) }
    }
}
