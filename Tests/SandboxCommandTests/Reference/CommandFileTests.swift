import ArgumentParser
import SandboxTesting
import Testing

@testable import sandbox

@Suite("The words of a command are the path of its file")
struct CommandFileTests {
    /// `["case", "list"]` → `Case/CaseList.swift`.
    private static func file(of words: [String]) -> String {
        let names = words.map { word in word.split(separator: "-").map(\.capitalized).joined() }
        return "\(names[0])/\(names.joined()).swift"
    }

    @Test(
        "for every group and every leaf", arguments: Sandbox.configuration.subcommands.map { $0._commandName })
    func files(of noun: String) throws {
        let root = try #require(Sandbox.configuration.subcommands.first { $0._commandName == noun })
        let expected = Set(Self.words(of: root).map(Self.file))
        let folder = String(try #require(Self.file(of: [noun]).split(separator: "/").first))
        let found = FileSystem.entries(of: Self.commands + folder).filter { $0.hasSuffix(".swift") }
        let configured = try found.filter { name in
            let text = String(decoding: try InputFile.bytes(of: Self.commands + "\(folder)/\(name)"), as: UTF8.self)
            return text.split(separator: "\n").count { $0.contains("= CommandConfiguration(") } > 0
        }
        #expect(Set(configured.map { "\(folder)/\($0)" }) == expected)
    }

    @Test("and no folder is left over") func folders() {
        let nouns = Sandbox.configuration.subcommands.map { $0._commandName.capitalized }
        let folders = FileSystem.entries(of: Self.commands).filter { !$0.hasSuffix(".swift") }
        #expect(Set(folders) == Set(nouns))
    }

    @Test("the change log names no command of before that is still there, and none of now that is not")
    func changes() throws {
        let text = String(decoding: try InputFile.bytes(of: projectFolder + "/CHANGELOG.md"), as: UTF8.self)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| command |") }
            .map { $0.split(separator: "|").dropFirst().map(Self.quoted) }
        let commands = Set(
            Sandbox.configuration.subcommands.flatMap { Self.words(of: $0) }.map { $0.joined(separator: " ") })
        #expect(rows.count > 10)
        for row in rows {
            #expect(commands.isDisjoint(with: row[0]) && commands.isSuperset(of: row[1]), "\(row)")
        }
    }

    private static func quoted(_ cell: Substring) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    private static let commands = projectFolder + "/Sources/sandbox/Commands/"

    /// The words of a command and of everything below it.
    private static func words(of command: any ParsableCommand.Type, below path: [String] = []) -> [[String]] {
        let words = path + [command._commandName]
        return [words] + command.configuration.subcommands.flatMap { Self.words(of: $0, below: words) }
    }
}

extension StringProtocol {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
