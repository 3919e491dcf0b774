import ArgumentParser

struct Org: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "org",
        abstract: "Companies, ministries and the lead authority.",
        subcommands: [OrgAdd.self, OrgListing.self, OrgView.self, OrgEdit.self]
    )
}
