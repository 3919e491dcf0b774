import ArgumentParser
import SandboxDomain
import SandboxPresentation

/// A word where a command's name was expected, and the command that was probably meant, if one is like it. The parser
/// suggests options itself, but no commands.
struct Typo: Equatable {
    /// The word as it was typed.
    let word: String
    /// The command line up to that word, without options.
    let group: String
    /// The command that was probably meant.
    let meant: String?

    /// - Parameter root: the command all others hang on.
    init?(arguments: [String], root: any ParsableCommand.Type) {
        var node: any ParsableCommand.Type = root
        var path = [root._commandName]
        var words = arguments[...]
        while let word = words.popFirst(), word != "--" {
            if word.hasPrefix("-") {
                if Self.optionsWithValue.contains(word) { words = words.dropFirst() }
                continue
            }
            let subcommands = node.configuration.subcommands
            if subcommands.isEmpty { return nil }
            if let next = subcommands.first(where: { $0._commandName == word }) {
                path.append(word)
                node = next
                continue
            }
            let names = subcommands.map { $0._commandName }
            self.word = word
            group = path.joined(separator: " ")
            meant = closestWord(to: word, among: names).map { (path + [$0]).joined(separator: " ") }
            return
        }
        return nil
    }

    /// What is said to the person.
    var advice: Wording {
        if let meant {
            Wording(
                "‘\(word)’ 명령은 없습니다. 혹시 ‘\(meant)’ 명령입니까?",
                "There is no command “\(word)”. Did you mean “\(meant)”?")
        } else {
            Wording(
                "‘\(word)’ 명령은 없습니다. \(group) --help에 있는 명령을 쓰십시오.",
                "There is no command “\(word)”. See “\(group) --help” for those there are.")
        }
    }

    /// Options that may come before a command's name and take the word after them.
    private static let optionsWithValue: Set<String> = ["--as", "--database-url", "--format", "--lang"]
}
