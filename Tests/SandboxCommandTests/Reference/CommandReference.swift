import ArgumentParser
import Foundation

@testable import sandbox

/// The reference of all commands as one page, made from what the parser knows.
enum CommandReference {
    static func page() throws -> String {
        let dump = try JSONDecoder().decode(Dump.self, from: Data(Sandbox._dumpHelp().utf8))
        var lines = [
            "# Commands", "",
            "Made from the program's own parser: `UPDATE=1 script/test CommandReference` writes this page anew.", "",
            "Every command also takes:", "",
        ]
        lines += dump.command.everywhere.map(\.line)
        lines += dump.command.subcommands?.flatMap { $0.chapter(under: "sandbox", depth: 2) } ?? []
        return lines.joined(separator: "\n") + "\n"
    }
}

private struct Dump: Decodable {
    let command: Command
}

private struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Command]?
    let shouldDisplay: Bool

    /// The options that stand on every command, read off the first leaf.
    var everywhere: [Argument] {
        guard let first = subcommands?.first(where: { $0.commandName != "help" }) else {
            return (arguments ?? []).filter { $0.shouldDisplay && $0.sectionTitle != nil }
        }
        return first.everywhere
    }

    func chapter(under path: String, depth: Int) -> [String] {
        guard shouldDisplay, commandName != "help" else { return [] }
        let name = "\(path) \(commandName)"
        var lines = ["", String(repeating: "#", count: depth) + " \(name)", ""]
        if let abstract { lines += [abstract] }
        let own = (arguments ?? []).filter { $0.shouldDisplay && $0.sectionTitle == nil && !$0.isHelp }
        if subcommands == nil {
            lines += ["", "```", ([name] + own.map(\.usage)).joined(separator: " "), "```"]
            if !own.isEmpty { lines += [""] + own.map(\.line) }
        }
        if let discussion { lines += ["", "```", discussion.trimmingCharacters(in: .newlines), "```"] }
        return lines + (subcommands ?? []).flatMap { $0.chapter(under: name, depth: depth + 1) }
    }
}

private struct Argument: Decodable {
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

    var isHelp: Bool { preferredName?.name == "help" || preferredName?.name == "version" }

    /// As it stands on a command line, without the brackets of an optional one.
    private var written: String {
        let value = "<\(valueName ?? "value")>"
        guard let name = preferredName?.written, kind != "positional" else { return value }
        return kind == "flag" ? name : "\(name) \(value)"
    }

    var usage: String { (isOptional ? "[\(written)]" : written) + (isRepeating ? "…" : "") }

    var line: String {
        let known = allValues.map { " (\($0.joined(separator: ", ")))" } ?? ""
        return "- `\(written)`: " + [abstract, discussion].compactMap { $0 }.joined(separator: " ") + known
    }
}
