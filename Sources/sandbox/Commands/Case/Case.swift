import ArgumentParser

struct Case: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "case",
        abstract: "Case files: from the draft of a proposal to its decision.",
        subcommands: [
            Template.self, Draft.self, Edit.self, File.self, Attach.self, Detach.self,
            Papers.self, Save.self, Receive.self, Return.self, Withdraw.self,
            Supplement.self, Answer.self, RecordAnswer.self, RecallAnswer.self, RecallSupplement.self,
            CloseSupplement.self,
            Documents.self, Redeliberate.self, Assign.self, Note.self, Contact.self,
            List.self, Count.self, View.self,
            Precedents.self,
            History.self,
        ]
    )
}
