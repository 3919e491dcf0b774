import Foundation
import SandboxTesting
import Testing

@Suite("CommandReference")
struct CommandReferenceTests {
    @Test("docs/commands.md says what the parser knows")
    func pageIsCurrent() throws {
        let file = URL(filePath: projectFolder).appending(path: "docs/commands.md")
        let page = try CommandReference.page()
        if ProcessInfo.processInfo.environment["UPDATE"] == "1" {
            try page.write(to: file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(written == page, "UPDATE=1 script/test CommandReference writes it anew")
    }
}
