import ArgumentParser

struct Regime: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        name: "regime",
        abstract: "Regimes as data (제도): tracks, papers and deadline rules, checked, applied and compared.",
        subcommands: [
            Check.self, Apply.self, List.self, View.self, Record.self,
            Duties.self,
        ]
    )
}
