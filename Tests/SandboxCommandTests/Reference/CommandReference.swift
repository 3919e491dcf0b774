import Foundation
import SandboxPresentation

/// The reference of all commands as one page, made from what the parser knows.
enum CommandReference {
    /// The page in a language, under the name of its file.
    static func page(_ language: Language) -> (file: String, text: String) {
        let root = language == .korean ? CommandDump.all.korean() : CommandDump.all
        let head = Wording(
            """
            # 명령

            프로그램이 스스로 아는 것에서 만듭니다: `UPDATE=1 script/test CommandReference`가 이 쪽을 다시 씁니다.

            모든 명령에는 다음 선택 항목도 있습니다:

            """,
            """
            # Commands

            Made from the program's own parser: `UPDATE=1 script/test CommandReference` writes this page anew.

            Every command also takes:

            """)
        var lines = [head[language]]
        lines += root.everywhere.map(\.line)
        lines += root.shown.flatMap { $0.chapter(under: "sandbox", depth: 2) }
        return (language == .korean ? "commands.ko.md" : "commands.md", lines.joined(separator: "\n") + "\n")
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
