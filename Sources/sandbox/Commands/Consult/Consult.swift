import ArgumentParser

struct Consult: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consult",
        abstract: "Consultations of the ministries whose law is touched (관계부처 협의).",
        subcommands: [
            ConsultSend.self, ConsultNotify.self, ConsultListing.self, ConsultView.self, ConsultReply.self,
            ConsultContest.self, ConsultResolve.self,
        ]
    )
}
