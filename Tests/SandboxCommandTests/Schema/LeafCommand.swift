import ArgumentParser

@testable import sandbox

/// A command that does something, as the parser knows it.
struct LeafCommand: Sendable {
    /// `["case", "list"]`
    let words: [String]
    let abstract: String
    /// Whether it can be tried without writing.
    let writes: Bool
    let type: any ParsableCommand.Type

    /// The name of its schema: `case-list`.
    var name: String { words.joined(separator: "-") }
    /// Whether it prints anything for machines.
    var printsRecords: Bool { Self.withoutRecords[name] == nil }

    /// What prints no record for machines, and what it does instead.
    static let withoutRecords = [
        "case-template": "prints a form as YAML", "case-save": "writes papers as they are",
        "condition-save": "writes evidence as it is",
        "paper-print": "writes a page and prints the name of its file",
        "report-all": "writes files and prints the name of one", "db-start": "says that it did it",
        "db-stop": "says that it did it", "db-url": "prints an address",
        "db-migrate": "says what it did, or prints SQL",
    ]

    /// All of them, in the order of the parser.
    static let all: [LeafCommand] = leaves(of: Sandbox.self, path: [])

    /// The one that a command line runs; nil if it names none. The words are compared: the parser takes its time.
    init?(running arguments: [String]) {
        var rest = arguments.without(["--database-url", "--as", "--lang", "--format"]).filter { !$0.hasPrefix("--") }[
            ...]
        var command: any ParsableCommand.Type = Sandbox.self
        while let word = rest.popFirst(),
            let inner = command.configuration.subcommands.first(where: { $0._commandName == word })
        {
            command = inner
        }
        guard let leaf = Self.all.first(where: { $0.type == command }) else { return nil }
        self = leaf
    }

    private init(words: [String], _ command: any ParsableCommand.Type) {
        (self.words, abstract, type) = (words, command.configuration.abstract, command)
        writes = CommandDump.all.below(words[...])?.own.contains { $0.name == "--dry-run" } == true
    }

    private static func leaves(of command: any ParsableCommand.Type, path: [String]) -> [LeafCommand] {
        let inner = command.configuration.subcommands
        guard !inner.isEmpty else { return [LeafCommand(words: path, command)] }
        return inner.flatMap { leaves(of: $0, path: path + [$0._commandName]) }
    }
}

extension [String] {
    /// The words without these options and their values.
    func without(_ options: [String]) -> [String] {
        var words: [String] = []
        var isValue = false
        for word in self {
            if isValue {
                isValue = false
            } else if options.contains(word) {
                isValue = true
            } else if !options.contains(where: { word.hasPrefix($0 + "=") }) {
                words.append(word)
            }
        }
        return words
    }
}
