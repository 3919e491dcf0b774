import ArgumentParser
import Testing

@testable import sandbox

@Suite("A command line is given to the command that it names")
struct NamedCommandTests {
    @Test("every command says its name, so that the parser need not find it out") func names() {
        #expect(LeafCommand.all.count > 150)
        func check(_ command: any ParsableCommand.Type) {
            for below in command.configuration.subcommands {
                #expect(below.configuration.commandName != nil, "\(below)")
                #expect(below.configuration._superCommandName == "sandbox", "\(below): CommandConfiguration(name:)")
                check(below)
            }
        }
        check(Sandbox.self)
    }

    @Test("its words find it, after options of every command too") func found() throws {
        for leaf in LeafCommand.all {
            let found = try #require(
                Sandbox.named(by: ["--as", "kim", "--verbose", "--lang=ko"] + leaf.words + ["A", "--b"]))
            #expect(ObjectIdentifier(found.command) == ObjectIdentifier(leaf.type))
            #expect(found.rest == ["--as", "kim", "--verbose", "--lang=ko", "A", "--b"])
        }
        for words in [["case"], ["case", "--as", "kim", "list"], ["nope"], ["--", "inbox"], ["help", "inbox"], []] {
            #expect(Sandbox.named(by: words) == nil)
        }
    }

    @Test(
        "it takes what the program takes",
        arguments: [
            "inbox", "--as kim --lang ko inbox --format json", "case list --stage draft --limit 3 --no-input",
            "roadmap milestone add ai-2020/P05 --title x --due 2027", "case return DE-2026-0001 --reason x --dry-run",
            "--database-url=x doctor --brief",
        ])
    func same(line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        guard let root = try? Sandbox.parseAsRoot(words) else {
            #expect(throws: (any Error).self) { try Sandbox.command(of: words) }
            return
        }
        let named = try Sandbox.command(of: words)
        #expect(String(reflecting: named) == String(reflecting: root))
    }

    @Test(
        "what it does not take is told by the program",
        arguments: [
            "case list --help", "case list --stge draft", "doctor x", "case list --version", "db url --format nope",
        ])
    func told(line: String) {
        let words = line.split(separator: " ").map(String.init)
        func said(_ parse: ([String]) throws -> any ParsableCommand) -> String {
            do {
                var command = try parse(words)
                try command.run()
                return ""
            } catch { return Sandbox.fullMessage(for: error) }
        }
        #expect(said(Sandbox.command) == said { try Sandbox.parseAsRoot($0) })
        #expect(said(Sandbox.command) != "")
    }
}
