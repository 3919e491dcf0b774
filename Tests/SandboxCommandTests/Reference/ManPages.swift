import Foundation

@testable import sandbox

/// A manual page for the program and for each command and group, made from what the parser knows.
enum ManPages {
    /// The pages by their file names: `sandbox.1`, `sandbox-case.1`, `sandbox-case-file.1`.
    static func all() throws -> [String: String] {
        let root = CommandDump.all
        var pages: [String: String] = [:]
        write(root, [root.commandName], everywhere: root.everywhere, into: &pages)
        return pages
    }

    private static func write(
        _ command: CommandDump.Command, _ words: [String], everywhere: [CommandDump.Argument],
        into pages: inout [String: String]
    ) {
        pages[file(words)] = page(command, words, everywhere: everywhere)
        for inner in command.shown {
            write(inner, words + [inner.commandName], everywhere: everywhere, into: &pages)
        }
    }

    private static func file(_ words: [String]) -> String { words.joined(separator: "-") + ".1" }

    private static func page(
        _ command: CommandDump.Command, _ words: [String], everywhere: [CommandDump.Argument]
    ) -> String {
        let title = words.joined(separator: "-")
        var lines = [
            #".\" Made from the program's own parser: UPDATE=1 script/test ManPage writes it anew."#,
            #".TH "\#(escaped(title.uppercased()))" 1 "" "sandbox \#(Sandbox.version)" "Sandbox""#, ".nh", ".ad l",
            ".SH NAME", "\(escaped(title)) \\- \(escaped(command.abstract ?? ""))",
            ".SH SYNOPSIS", #".B "\#(escaped(words.joined(separator: " ")))""#,
        ]
        lines += command.shown.isEmpty ? command.own.map(synopsis) : [#".I "command" …"#]
        if let discussion = command.discussion { lines += [".SH DESCRIPTION"] + described(discussion) }
        if !command.own.isEmpty { lines += [".SH OPTIONS"] + command.own.flatMap(entry) }
        if !command.shown.isEmpty {
            lines.append(".SH COMMANDS")
            for inner in command.shown {
                let page = (words + [inner.commandName]).joined(separator: "-")
                lines += [".TP", #".BR "\#(escaped(page))" (1)"#, text(inner.abstract ?? "")]
            }
        }
        lines += [".SH OPTIONS OF EVERY COMMAND"] + everywhere.flatMap(entry)
        lines += [".SH EXIT STATUS", "The statuses are listed in"] + [#".BR "sandbox" (1)."#]
        if words.count == 1 { lines = lines.dropLast(2) + statuses } else { lines += seeAlso(words) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let statuses: [String] = EndStatus.allCases.flatMap { status in
        [".TP", #".B "\#(status.rawValue)""#, text(status.meaning)]
    }

    private static func seeAlso(_ words: [String]) -> [String] {
        [".SH SEE ALSO", #".BR "\#(escaped(words.dropLast().joined(separator: "-")))" (1)"#]
    }

    private static func synopsis(_ argument: CommandDump.Argument) -> String {
        let name = argument.name.map { #"\fB\#(escaped($0))\fR"# }
        let value = argument.value.map { #"\fI\#(escaped($0))\fR"# }
        let written = [name, value].compactMap { $0 }.joined(separator: "\\ ")
        return (argument.isOptional ? "[\(written)]" : written) + (argument.isRepeating ? "…" : "")
    }

    private static func entry(_ argument: CommandDump.Argument) -> [String] {
        [".TP", synopsis(argument).trimmingCharacters(in: ["[", "]", "…"]), text(argument.explanation)]
    }

    /// Paragraphs as they are; indented lines are examples, whose lines are kept.
    private static func described(_ discussion: String) -> [String] {
        var lines: [String] = []
        var isExample = false
        for line in discussion.trimmingCharacters(in: .newlines).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            let indented = line.hasPrefix(" ")
            if indented != isExample, !line.isEmpty {
                lines.append(indented ? ".nf" : ".fi")
                isExample = indented
            }
            lines.append(line.isEmpty ? ".PP" : indented ? "    " + text(line.drop { $0 == " " }) : text(line))
        }
        return lines + (isExample ? [".fi"] : [])
    }

    /// A line that begins with a dot or an apostrophe would be a request.
    private static func text(_ line: some StringProtocol) -> String {
        let escaped = escaped(line)
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? #"\&"# + escaped : escaped
    }

    private static func escaped(_ text: some StringProtocol) -> String {
        text.replacingOccurrences(of: "\\", with: #"\e"#).replacingOccurrences(of: "-", with: #"\-"#)
            .replacingOccurrences(of: "\"", with: #"\(dq"#)
    }
}

extension EndStatus {
    fileprivate var meaning: String {
        switch self {
        case .done: "Done."
        case .unexpected: "An error that nobody foresaw."
        case .refused: "A rule refused."
        case .notFound: "There is no such thing."
        case .notPermitted: "The person may not do or see this."
        case .conflict: "Somebody else was faster."
        case .unavailable: "The database cannot be reached."
        case .checkFailed: "A check found something wrong."
        case .usage: "The command line cannot be understood."
        case .badInput: "A file or a value is not as it should be."
        case .interrupted: "Interrupted."
        }
    }
}
