import ArgumentParser

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "report",
        abstract: "Figures over what you may see.",
        discussion: """
              sandbox report decisions --by year
              sandbox report all --output reports --lang ko

            A report is a table on a terminal, one printable page with pictures for --format html, and csv or JSON for
            programs. A file has a manifest beside it, from which sandbox report reproduce makes the same bytes again.
            """,
        subcommands: [
            Pipeline.self, Ageing.self, Decisions.self, Conditions.self,
            Organisations.self, Roadmap.self, Slip.self,
            Commitments.self, Expiries.self, TimeWithWhom.self, Consultations.self,
            All.self, Reproduce.self,
        ]
    )
}
