import ArgumentParser

@testable import sandbox

/// A command that does something, as the parser knows it.
struct LeafCommand: Sendable {
    /// `["case", "list"]`
    let words: [String]
    let abstract: String
    fileprivate let type: ObjectIdentifier

    /// The name of its schema: `case-list`.
    var name: String { words.joined(separator: "-") }

    /// All of them, in the order of the parser.
    static let all: [LeafCommand] = leaves(of: Sandbox.self, path: [])

    /// The one that a command line runs; nil if it cannot be understood.
    init?(running arguments: [String]) {
        guard let command = try? Sandbox.parseAsRoot(arguments),
            let leaf = Self.all.first(where: { $0.type == ObjectIdentifier(Swift.type(of: command)) })
        else { return nil }
        self = leaf
    }

    private init(words: [String], _ command: any ParsableCommand.Type) {
        (self.words, abstract, type) = (words, command.configuration.abstract, ObjectIdentifier(command))
    }

    private static func leaves(of command: any ParsableCommand.Type, path: [String]) -> [LeafCommand] {
        let inner = command.configuration.subcommands
        guard !inner.isEmpty else { return [LeafCommand(words: path, command)] }
        return inner.flatMap { leaves(of: $0, path: path + [$0._commandName]) }
    }
}
