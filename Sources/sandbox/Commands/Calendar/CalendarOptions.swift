import ArgumentParser
import SandboxCore
import SandboxDomain

/// Which calendar a command is about.
struct CalendarOptions: ParsableArguments {
    @Option(
        name: .customLong("calendar"),
        help: ArgumentHelp("Which calendar (default: the only one there is).", valueName: "code"))
    var word: String?

    var code: CalendarCode? { word.map { CalendarCode($0) } }
}
