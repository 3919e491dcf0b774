import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Language: ExpressibleByArgument {}
extension Format: ExpressibleByArgument {
    /// What every command has. A calendar feed is told of by those whose rows are days.
    package static var allValueStrings: [String] { allCases.filter { $0 != .ics }.map(\.rawValue) }
}

/// The options of every command.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .customLong("database-url"),
        help: ArgumentHelp("The database, as libpq names it.", discussion: "Default: DATABASE_URL, PG…, else embedded.")
    )
    var databaseURL: String?

    @Option(name: .customLong("as"), help: "Who acts, on the embedded database (or SANDBOX_AS).")
    var person: String?

    @Option(name: .customLong("lang"), help: "The language of messages and tables (default: from the locale).")
    var chosenLanguage: Language?

    @Option(name: .customLong("format"), help: "How rows are printed (default: table on a terminal, else tsv).")
    var format: Format?

    @Option(
        name: .customLong("labels"),
        help: ArgumentHelp(
            "Headers and values in words of this language, for a spreadsheet; csv with a byte order mark.",
            valueName: "lang"))
    var labels: Language?

    @Flag(help: "Never ask; fail when something is missing.")
    var noInput = false

    @Flag(help: "Say on standard error what goes to the database: statements without values, and how long they take.")
    var verbose = false

    @Flag(help: ArgumentHelp("Show where an error came from.", visibility: .hidden))
    var debug = false

    /// The language for people in this run.
    var language: Language { Language(choice: chosenLanguage, environment: Console.current.environment) }

    /// How rows and details are written in this run.
    var output: Output {
        let console = Console.current
        var output = Output(
            format: format ?? (labels == nil ? nil : .csv), language: chosenLanguage, environment: console.environment,
            terminalWidth: console.terminalWidth)
        output.labels = labels
        if labels != nil { output.csv = .spreadsheet }
        output.observe = console.observe
        return output
    }
}

extension GlobalOptions {
    /// Refuses words where a format has none, or has them anyway.
    func checkLabels(_ format: FileFormat) throws {
        guard labels != nil, !format.takesLabels else { return }
        throw BadInput(.contradiction(.field(.labels), .said(.format, format.rawValue)))
    }
}

/// For commands that write.
struct WritingOptions: ParsableArguments {
    @Flag(help: "Do everything, then roll it back.")
    var dryRun = false
}

/// For commands whose act has one effect however often it is tried: filing, replying, answering, deciding.
struct RetryOptions: ParsableArguments {
    @Option(
        name: .customLong("idempotency-key"),
        help: ArgumentHelp(
            "Do this only if no act of this key was done before (default: a random key).", valueName: "key")
    )
    var word: String?

    /// The key to try the act under: 1 to 200 characters.
    var key: IdempotencyKey? {
        get throws {
            guard let word else { return nil }
            guard (1...200).contains(word.unicodeScalars.count) else {
                throw BadInput(.tooLong(found: word.unicodeScalars.count, maximum: 200), field: .idempotencyKey)
            }
            return IdempotencyKey(word)
        }
    }
}

/// For commands whose answer depends on today.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Answer as on this day (default: today in the authority's zone).", valueName: "date"),
        transform: { text in
            guard let date = try? CivilDate(typed: text) else { throw ValidationError("A date looks like 2026-11-23.") }
            return date
        }
    )
    var asOf: CivilDate?
}
