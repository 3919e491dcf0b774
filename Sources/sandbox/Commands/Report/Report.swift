import ArgumentParser

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Figures over what you may see.",
        discussion: """
              sandbox report decisions --by year
              sandbox report all --output reports --lang ko

            A report is a table on a terminal, one printable page with pictures for --format html, and csv or JSON for
            programs. A file has a manifest beside it, from which sandbox report reproduce makes the same bytes again.
            """,
        subcommands: [
            ReportPipeline.self, ReportAgeing.self, ReportDecisions.self, ReportConditions.self,
            ReportOrganisations.self, ReportRoadmap.self, ReportSlip.self,
            ReportCommitments.self, ReportExpiries.self, ReportTimeWithWhom.self, ReportConsultations.self,
            ReportAll.self, ReportReproduce.self,
        ]
    )
}
