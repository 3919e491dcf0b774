import ArgumentParser

struct Condition: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "condition",
        abstract: "Conditions of grants as obligations: proposed, changed, fulfilled (부가조건).",
        subcommands: [
            ConditionPropose.self, ConditionListing.self, ConditionViewing.self, ConditionFulfil.self,
            ConditionSave.self, ConditionConfirm.self, ConditionReject.self, ConditionChanging.self,
            ConditionReply.self, ConditionAccept.self, ConditionRefuse.self,
        ]
    )
}

extension ArgumentHelp {
    /// A condition's number.
    static let condition = ArgumentHelp("The condition's number, as sandbox condition list has it.", valueName: "no")
}
