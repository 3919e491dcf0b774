import ArgumentParser

/// The case tracker of a regulatory sandbox.
@main
struct Sandbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Casework of a regulatory sandbox: proposals, consultations, decisions and the law that must change.",
        subcommands: [Db.self]
    )

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        Exit.end(await Exit.interrupting { await Exit.status(of: arguments) })
    }
}
