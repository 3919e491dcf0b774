import ArgumentParser

struct Regime: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Regimes as data (제도): tracks, papers and clock rules, checked, applied and compared.",
        subcommands: [
            Check.self, Apply.self, List.self, View.self, Record.self,
            Duties.self,
        ]
    )
}
