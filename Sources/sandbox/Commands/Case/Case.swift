import ArgumentParser

struct Case: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "Case files: from the draft of a proposal to its decision.",
        subcommands: [
            CaseTemplate.self, CaseDraft.self, CaseEdit.self, CaseFiling.self, CaseAttach.self, CaseDetach.self,
            CasePapersList.self, CaseSave.self, CaseReceive.self, CaseReturn.self, CaseWithdraw.self,
            CaseSupplement.self, CaseAnswer.self, CaseRedeliberate.self, CaseObject.self, CaseAnswerObjection.self,
            CaseListing.self, CaseViewing.self,
            CasePrecedents.self,
            CaseHistoryCommand.self,
        ]
    )
}
