import ArgumentParser

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Figures over what you may see.",
        subcommands: [ReportPipeline.self, ReportTimeWithWhom.self, ReportConsultations.self]
    )
}
