import ArgumentParser

struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "audit",
        abstract: "The event log: who did what and when, and the proof that nobody changed it since.",
        subcommands: [Log.self, Verify.self, Seal.self]
    )
}
