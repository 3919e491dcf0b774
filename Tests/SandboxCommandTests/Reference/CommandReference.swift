import Foundation

/// The reference of all commands as one page, made from what the parser knows.
enum CommandReference {
    static func page() throws -> String {
        let root = CommandDump.all
        var lines = [
            "# Commands", "",
            "Made from the program's own parser: `UPDATE=1 script/test CommandReference` writes this page anew.", "",
            "Every command also takes:", "",
        ]
        lines += root.everywhere.map(\.line)
        lines += root.shown.flatMap { $0.chapter(under: "sandbox", depth: 2) }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension CommandDump.Command {
    fileprivate func chapter(under path: String, depth: Int) -> [String] {
        let name = "\(path) \(commandName)"
        var lines = ["", String(repeating: "#", count: depth) + " \(name)", ""]
        if let abstract { lines += [abstract] }
        if subcommands == nil {
            lines += ["", "```", ([name] + own.map(\.usage)).joined(separator: " "), "```"]
            if !own.isEmpty { lines += [""] + own.map(\.line) }
        }
        if let discussion {
            lines += ["", "```", discussion.trimmingCharacters(in: .newlines), "```"]
        }
        return lines + shown.flatMap { $0.chapter(under: name, depth: depth + 1) }
    }
}

extension CommandDump.Argument {
    /// As it is written on a command line, without the brackets of an optional one.
    private var written: String { [name, value.map { "<\($0)>" }].compactMap { $0 }.joined(separator: " ") }

    fileprivate var usage: String { (isOptional ? "[\(written)]" : written) + (isRepeating ? "…" : "") }

    fileprivate var line: String { "- `\(written)`: " + explanation }
}
