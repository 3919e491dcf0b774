import ArgumentParser
import Foundation

@testable import sandbox

/// What the parser knows of every command, as its own help has it.
struct CommandDump: Decodable {
    let command: Command

    /// Everything, read once: it takes the parser seconds.
    static let all: Command = {
        do { return try JSONDecoder().decode(CommandDump.self, from: Data(Sandbox._dumpHelp().utf8)).command } catch {
            fatalError("what the parser says of itself is not read: \(error)")
        }
    }()

    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let arguments: [Argument]?
        let subcommands: [Command]?
        let shouldDisplay: Bool

        /// The commands below it that people are shown.
        var shown: [Command] { (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" } }

        /// The command of these words.
        func below(_ words: ArraySlice<String>) -> Command? {
            guard let word = words.first else { return self }
            return shown.first { $0.commandName == word }?.below(words.dropFirst())
        }

        /// The options that every command has, read off the first leaf.
        var everywhere: [Argument] {
            guard let first = shown.first else {
                return (arguments ?? []).filter { $0.shouldDisplay && $0.sectionTitle != nil }
            }
            return first.everywhere
        }

        /// The commands below it that list, report or export something and need no argument, with their words.
        var listings: [(words: [String], command: Command)] {
            shown.flatMap { command in
                if !command.shown.isEmpty {
                    return command.listings.map { ([command.commandName] + $0.words, $0.command) }
                }
                let isReading = !command.own.contains { $0.name == "--dry-run" || $0.name == nil && !$0.isOptional }
                let lists = ["list", "log", "inbox"].contains(command.commandName)
                return isReading && (lists || ["report", "export"].contains(commandName))
                    ? [([command.commandName], command)] : []
            }
        }

        /// The options of its own that people are shown.
        var own: [Argument] {
            (arguments ?? []).filter { $0.shouldDisplay && $0.sectionTitle == nil && !$0.isOfParser }
        }
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String

            var written: String { (kind == "long" ? "--" : "-") + name }
        }

        let abstract: String?
        let discussion: String?
        let allValues: [String]?
        let isOptional: Bool
        let isRepeating: Bool
        let kind: String
        let preferredName: Name?
        let sectionTitle: String?
        let shouldDisplay: Bool
        let valueName: String?

        /// The name as it is typed; nil for a word by its place.
        var name: String? { kind == "positional" ? nil : preferredName?.written }
        /// The value that is typed; nil for a flag.
        var value: String? { kind == "flag" ? nil : valueName ?? "value" }
        /// Everything that is said of it.
        var explanation: String {
            let known = allValues.map { " (\($0.joined(separator: ", ")))" } ?? ""
            return [abstract, discussion].compactMap { $0 }.joined(separator: " ") + known
        }

        fileprivate var isOfParser: Bool { preferredName?.name == "help" || preferredName?.name == "version" }
    }
}
