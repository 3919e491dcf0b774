import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Export {
    struct Consultations: ExportCommand {
        static let configuration = CommandConfiguration(
            name: "consultations",
            abstract: "Write out the rounds of consultation you may see.",
            discussion: """
                  sandbox export consultations --output consultations.csv --bom
                  sandbox export consultations --ministry 문화체육관광부 --format json
                """
        )
        @OptionGroup var file: FileOptions
        @Option(help: "Only those with this ministry.") var ministry: String?

        func source(_ tracker: Tracker) async throws -> ConsultationsExport {
            ConsultationsExport(ministry: ministry, regime: regime)
        }
    }
}
