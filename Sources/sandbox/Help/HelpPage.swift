import ArgumentParser

/// The help of a command in its parts, as the parser writes it.
///
/// The parser knows one language. What it says of a command is taken apart here, so that it can be said in another one; that
/// nothing is lost on the way is held by a test over all commands.
struct HelpPage: Equatable {
    /// One argument, option or command of a section.
    struct Entry: Equatable {
        /// `--track <track>`
        let label: String
        /// What it does, in one or two sentences.
        let text: String
        /// The values that can be given; empty if they are not counted.
        let values: [String]
        /// What is taken if it is not given.
        let defaultValue: String?
    }

    struct Section: Equatable {
        /// As the parser has it: `ARGUMENTS`.
        let title: String
        let entries: [Entry]
    }

    /// The words of the command: `["case", "file"]`; none for the program.
    let path: [String]
    /// What the command does, in one sentence.
    let abstract: String
    /// Examples and paragraphs, in their order.
    let discussion: [String]
    /// `sandbox case file [<options>] [<draft|file.yaml>]`
    let usage: String
    let sections: [Section]

    /// The page of the command whose help that is; nil if it is something else that the parser says.
    init?(answering text: String) {
        guard text.hasPrefix("OVERVIEW: "), let usage = text.firstRange(of: "\nUSAGE: sandbox") else { return nil }
        let words = text[usage.upperBound...].prefix { $0 != "\n" }.split(separator: " ").map(String.init)
        self.init(of: Self.path(of: words))
    }

    /// - Parameter path: the words of a command.
    init(of path: [String]) {
        let command = path.reduce(Sandbox.self as any ParsableCommand.Type) { group, word in
            group.configuration.subcommands.first { $0._commandName == word } ?? group
        }
        // So wide that nothing is folded.
        let lines = Sandbox.helpMessage(for: command, columns: 1_000_000)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = lines.firstIndex { $0.hasPrefix("USAGE: ") } ?? 0
        let overview = lines[..<start].joined(separator: "\n").dropFirst("OVERVIEW: ".count)
        let blocks = Self.blocks(overview)
        self.path = path
        abstract = blocks.first ?? ""
        discussion = Array(blocks.dropFirst())
        usage = String(lines[start].dropFirst("USAGE: ".count))
        sections = Self.sections(lines[(start + 1)...])
    }

    /// The words at the beginning that name a command.
    private static func path(of words: [String]) -> [String] {
        var group: any ParsableCommand.Type = Sandbox.self
        return Array(
            words.prefix { word in
                guard let next = group.configuration.subcommands.first(where: { $0._commandName == word }) else {
                    return false
                }
                group = next
                return true
            })
    }

    /// A text at its empty lines.
    static func blocks(_ text: some StringProtocol) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).split { $0.allSatisfy(\.isWhitespace) }
            .map { $0.joined(separator: "\n") }
    }

    /// Whether a block of a discussion is to be typed, not read.
    static func isExample(_ block: some StringProtocol) -> Bool { block.hasPrefix("  ") }

    private static func sections(_ lines: ArraySlice<String>) -> [Section] {
        let blocks = lines.split { $0.isEmpty }
        return blocks.compactMap { block in
            guard let title = block.first, !title.hasPrefix(" "), title.hasSuffix(":") else { return nil }
            return Section(title: String(title.dropLast()), entries: entries(block.dropFirst()))
        }
    }

    /// The column at which the parser begins its explanations.
    private static let column = 26

    private static func entries(_ lines: ArraySlice<String>) -> [Entry] {
        var found: [(label: String, text: [String])] = []
        for line in lines {
            let indent = line.prefix { $0 == " " }.count
            if indent == 2 {
                let text = line.count > column ? line.dropFirst(column) : ""
                // A label that reaches the column has its explanation on the next line.
                let isAlone = !text.isEmpty && !line.dropFirst(column - 1).hasPrefix(" ")
                found.append(
                    isAlone
                        ? (line.trimmed, [])
                        : (String(line.prefix(column)).trimmed, text.isEmpty ? [] : [String(text)]))
            } else if !found.isEmpty {
                found[found.count - 1].text.append(line.trimmed)
            }
        }
        return found.map { Entry(label: $0.label, said: $0.text.joined(separator: "\n")) }
    }
}

extension HelpPage.Entry {
    /// - Parameter said: the explanation with `(values: a, b; default: c)` at its end, if there are any.
    init(label: String, said: String) {
        var text = Substring(said)
        var values: [String] = []
        var defaultValue: String?
        for opening in ["(values: ", "(default: "] {
            let first = text.components(endingWith: ")")
            guard let cut = first?.ranges(of: opening).last, let end = first else { continue }
            for part in end[cut.lowerBound...].dropFirst().split(separator: "; ") {
                if part.hasPrefix("values: ") {
                    values = part.dropFirst("values: ".count).split(separator: ", ").map(String.init)
                } else if part.hasPrefix("default: ") {
                    defaultValue = String(part.dropFirst("default: ".count))
                }
            }
            text = text[..<cut.lowerBound]
        }
        self.init(label: label, text: String(text).trimmed, values: values, defaultValue: defaultValue)
    }
}

extension Substring {
    /// What is before the ending; nil without it.
    fileprivate func components(endingWith ending: String) -> Substring? {
        hasSuffix(ending) ? dropLast(ending.count) : nil
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
