import ArgumentParser

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over a file as a whole, or nothing of it.",
        subcommands: [
            CasesImport.self, RoadmapImport.self, MilestonesImport.self, SummitImport.self, OrganisationsImport.self,
        ]
    )
}
