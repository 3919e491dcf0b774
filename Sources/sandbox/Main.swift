import ArgumentParser
import SandboxCore

/// The case tracker of a regulatory sandbox.
@main
struct Sandbox: AsyncParsableCommand {
    /// The version of the program, as manifests name it.
    static let version = "0.1"

    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Casework of a regulatory sandbox: proposals, consultations, decisions and the law that must change.",
        discussion: """
              sandbox case file proposal.yaml --as kim
              sandbox inbox --as desk

            The options below may come before or after the words of a command.
            """,
        version: "sandbox \(version)\nschema \(Tracker.schemaVersion)\nlibpq \(Tracker.clientLibraryVersion)",
        subcommands: [
            Start.self, Case.self, Consult.self, Committee.self, Condition.self, Grant.self, Objection.self, Paper.self,
            Inbox.self,
            Whoami.self,
            Search.self,
            Deadline.self,
            Calendar.self, Simulate.self, Regime.self, Roadmap.self, Summit.self, Report.self, Register.self,
            Import.self, Export.self, Audit.self, Doctor.self, Org.self, User.self, Db.self,
        ]
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        ArgumentMemory.hidePasswords()
        Exit.afterRunning { await Exit.status(of: arguments) }
    }
}
