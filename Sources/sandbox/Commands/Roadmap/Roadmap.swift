import ArgumentParser

struct Roadmap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "roadmap",
        abstract: "The law roadmap: what ministries owe (법령정비 과제), how far it is, and which cases wait for it.",
        subcommands: [
            Import.self, List.self, View.self, Task.self, Enter.self, Link.self, Unlink.self, Matches.self,
            Provision.self, Reference.self, Milestone.self, Forecast.self, Merge.self, Supersede.self, Report.self,
            Progress.self,
        ]
    )
}
