import ArgumentParser

struct Grant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "grant",
        abstract: "Grants (지정·허가) and their life until the law changes: reports, orders, extension, conversion.",
        subcommands: [
            List.self, View.self, Publish.self, Insure.self, Confirm.self, Commence.self,
            Report.self, Incident.self, Claim.self, CloseClaim.self, Inspect.self, Correct.self, Suspend.self,
            Resume.self, RecordHearing.self, Revoke.self, AskExtension.self, Extend.self, RequestRevision.self,
            RecordFinding.self,
            Plan.self, Revise.self, ApplyPermit.self, Graduate.self, RecordInterpretation.self, Renounce.self,
            ExitReport.self, Recall.self,
        ]
    )
}
