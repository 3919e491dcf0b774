import Foundation
import SandboxPresentation
import SandboxTesting
import Testing

@Suite("CommandReference")
struct CommandReferenceTests {
    @Test("docs/commands.md and docs/commands.ko.md say what the parser knows", arguments: [Language.english, .korean])
    func pageIsCurrent(language: Language) throws {
        let page = CommandReference.page(language)
        let file = URL(filePath: projectFolder).appending(path: "docs/\(page.file)")
        if ProcessInfo.processInfo.environment["UPDATE"] == "1" {
            try page.text.write(to: file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(written == page.text, "UPDATE=1 script/test CommandReference writes it anew")
    }
}
