import ArgumentParser

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "export",
        abstract: "Write out everything you may see of a kind, for spreadsheets and statistics.",
        discussion: """
              sandbox export cases --output cases.csv --bom
              sandbox export grants --format jsonl | jq .reference

            A file has a manifest beside it, FILE.manifest.json, from which sandbox report reproduce makes the same bytes
            again. In csv a text that a spreadsheet would run as a formula has an apostrophe in front; JSON has every text
            as it is.
            """,
        subcommands: [
            Cases.self, Consultations.self, Decisions.self, Grants.self, Conditions.self,
            Roadmap.self, Milestones.self, Deadlines.self, Events.self,
        ]
    )
}
