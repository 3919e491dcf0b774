import ArgumentParser

struct Grant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Grants (지정·허가) and their life until the law changes: reports, orders, extension, conversion.",
        subcommands: [
            GrantListing.self, GrantViewing.self, GrantCertificate.self, GrantPublish.self, GrantInsure.self,
            GrantConfirm.self,
            GrantCommence.self, GrantReporting.self, GrantIncident.self, GrantClaim.self, GrantSettle.self,
            GrantInspect.self, GrantCorrect.self, GrantSuspend.self, GrantResume.self, GrantHear.self,
            GrantRevoke.self, GrantAskExtension.self, GrantExtend.self, GrantRequestRevision.self, GrantFind.self,
            GrantPlan.self, GrantRevise.self, GrantConvert.self, GrantGraduate.self, GrantInterpret.self,
            GrantEnd.self, GrantExitReport.self,
        ]
    )
}
