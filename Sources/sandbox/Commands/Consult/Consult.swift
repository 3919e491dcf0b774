import ArgumentParser

struct Consult: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "consult",
        abstract: "Consultations of the ministries whose law is touched (관계부처 협의).",
        subcommands: [
            Send.self, Notify.self, List.self, View.self, Reply.self,
            Record.self, RecallReply.self, Recall.self, Omit.self, Contest.self, Resolve.self,
        ]
    )
}
