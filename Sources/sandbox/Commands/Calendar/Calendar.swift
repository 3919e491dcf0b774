import ArgumentParser

struct Calendar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "calendar",
        abstract: "The calendars the law counts on: holidays, announced late or withdrawn, and what they move.",
        subcommands: [
            List.self, Import.self, Declare.self, Withdraw.self, Preview.self,
            Check.self,
        ])
}
