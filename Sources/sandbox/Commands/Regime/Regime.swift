import ArgumentParser

struct Regime: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regime",
        abstract: "Regimes as data (제도): tracks, papers and clock rules, checked, applied and compared.",
        subcommands: [
            RegimeCheck.self, RegimeApply.self, RegimeListing.self, RegimeViewing.self, RegimeRecord.self,
            RegimeDutyListing.self,
        ]
    )
}
