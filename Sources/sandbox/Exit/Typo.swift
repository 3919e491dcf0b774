import ArgumentParser
import SandboxDomain
import SandboxPresentation
import SandboxViews

/// A command or an option that is not there, and the one that was probably meant, if one is like it.
///
/// The parser's own suggestions are not used: it has none for commands, and for options they may be far from what was
/// typed.
struct Typo: Equatable {
    enum Kind: Equatable { case command, option }

    let kind: Kind
    /// The word as it was typed.
    let word: String
    /// The command line up to that word, without options.
    let group: String
    /// The command or option that was probably meant.
    let meant: String?

    /// - Parameters:
    ///   - root: the command all others hang on.
    ///   - option: the option of these words that is not there, with its dashes; nil to look for a command alone.
    init?(arguments: [String], root: any ParsableCommand.Type, option: String? = nil) {
        var node: any ParsableCommand.Type = root
        var path = [root._commandName]
        // A topic of the help is a command's name too.
        for word in Self.words(of: arguments, isHelp: true) where !node.configuration.subcommands.isEmpty {
            let subcommands = node.configuration.subcommands
            guard let next = subcommands.first(where: { $0._commandName == word }) else {
                (kind, self.word, group) = (.command, word, path.joined(separator: " "))
                meant = Self.command(like: word, in: node, path, root)
                return
            }
            path.append(word)
            node = next
        }
        guard let option else { return nil }
        (kind, word, group) = (.option, option, path.joined(separator: " "))
        meant = closestWord(to: Self.name(option), among: Self.options(of: node, root).filter { "--" + $0 != option })
            .map { "--" + $0 }
    }

    /// What was probably meant by a word that names no command of a group: one of the group, the two words the other
    /// way round, or another group.
    private static func command(
        like word: String, in group: any ParsableCommand.Type, _ path: [String], _ root: any ParsableCommand.Type
    ) -> String? {
        func names(_ command: any ParsableCommand.Type) -> [String] {
            command.configuration.subcommands.map { $0._commandName }
        }
        if let near = closestWord(to: word, among: names(group)) { return (path + [near]).joined(separator: " ") }
        let others = root.configuration.subcommands
        if let other = others.first(where: { $0._commandName == word }), path.count == 2, names(other).contains(path[1])
        {
            return [path[0], word, path[1]].joined(separator: " ")
        }
        return path.count == 1 ? nil : closestWord(to: word, among: names(root)).map { "\(path[0]) \($0)" }
    }

    /// The words that are neither options nor their values, as far as that can be told without the command.
    static func words(of arguments: [String], isHelp: Bool = false) -> [String] {
        var words: [String] = []
        var rest = arguments.prefix { $0 != "--" }
        while let word = rest.popFirst() {
            if !word.hasPrefix("-") {
                words.append(word)
            } else if optionsWithValue.contains(word) {
                rest = rest.dropFirst()
            }
        }
        return isHelp ? Array(words.drop { $0 == "help" }) : words
    }

    /// The long options of a command, without their dashes, as its help lists them.
    private static func options(
        of command: any ParsableCommand.Type, _ root: any ParsableCommand.Type
    ) -> [String] {
        root.helpMessage(for: command, columns: 200).split(separator: "\n").flatMap { line in
            let line = line.drop { $0 == " " }
            guard line.hasPrefix("-") else { return [String]() }
            let names = line.prefix(upTo: line.firstRange(of: "  ")?.lowerBound ?? line.endIndex)
            return names.split { " ,/".contains($0) }.filter { $0.hasPrefix("--") }.map(name)
                .filter { !["help", "version"].contains($0) }
        }
    }

    private static func name(_ option: some StringProtocol) -> String {
        String(option.drop { $0 == "-" }.prefix { $0 != "=" })
    }

    /// What is said to the person.
    var advice: Wording {
        Wording("\(missing.ko). \(way.ko)", "T\(missing.en.dropFirst()). \(way.en)")
    }

    private var noun: Wording { kind == .command ? Wording("명령", "command") : Wording("옵션", "option") }

    private var missing: Wording { Wording("‘\(word)’ \(noun.ko)은 없습니다", "there is no \(noun.en) “\(word)”") }

    private var way: Wording {
        if let meant { return Wording("혹시 ‘\(meant)’ \(noun.ko)입니까?", "Did you mean “\(meant)”?") }
        return Wording(
            "\(group) --help에 있는 \(noun.ko)을 쓰십시오.", "See “\(group) --help” for those there are.")
    }

    /// The failure that a command line ends with which the parser itself would answer with a help page or the version.
    var failure: Failure {
        var failure = Failure.usage(missing)
        failure.hint = way
        return failure
    }

    /// Options that may come before a command's name and take the word after them.
    static let optionsWithValue: Set<String> = ["--as", "--database-url", "--format", "--labels", "--lang"]
}
