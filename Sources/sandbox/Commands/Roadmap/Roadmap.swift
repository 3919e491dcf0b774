import ArgumentParser
import SandboxDomain

struct Roadmap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roadmap",
        abstract: "The law roadmap: what ministries owe (법령정비 과제), how far it is, and which cases wait for it.",
        subcommands: [
            RoadmapImport.self, RoadmapListing.self, RoadmapView.self, RoadmapTask.self, RoadmapEnter.self,
            RoadmapLink.self,
            RoadmapUnlink.self, RoadmapMatches.self, RoadmapProvision.self, RoadmapReference.self,
            RoadmapMilestone.self,
            RoadmapForecast.self, RoadmapMerge.self, RoadmapSupersede.self, RoadmapReport.self, RoadmapProgressing.self,
        ]
    )
}

extension TaskReference {
    /// The task in a word of the command line.
    static func one(_ word: String) throws -> TaskReference {
        do { return try TaskReference(word) } catch { throw BadInput(error, field: .task) }
    }
}

extension RoadmapCode {
    /// The code in an option's value.
    init(option field: Field, _ text: String) throws {
        do { try self.init(text) } catch { throw BadInput(error, field: field) }
    }
}

extension ArgumentHelp {
    /// What a reform task is called.
    static let task = ArgumentHelp("The reform task, e.g. ai-2020/P05.", valueName: "task")
}
