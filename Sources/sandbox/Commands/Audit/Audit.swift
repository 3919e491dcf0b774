import ArgumentParser

struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The event log: who did what and when, and the proof that nobody changed it since.",
        subcommands: [AuditListing.self, AuditVerifying.self, AuditSealing.self]
    )
}
