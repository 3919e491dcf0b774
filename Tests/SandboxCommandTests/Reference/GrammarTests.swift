import Foundation
import SandboxTesting
import Testing

@Suite("English sentences")
struct GrammarTests {
    /// What may follow a value: verbs, for names.
    private static let verbs: Set = [
        "is", "was", "has", "does", "asks", "says", "takes", "keeps", "exists", "occurs", "replies", "belongs",
        "continues", "waits",
        "decides", "applies", "as", "ms",
    ]

    @Test("no sentence puts a number before a plural by itself") func sources() throws {
        for target in ["SandboxPresentation", "SandboxViews", "sandbox"] {
            let folder = URL(filePath: projectFolder).appending(path: "Sources/\(target)")
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            for case let file as URL in try #require(files) where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /\\\((?:[^()\n]|\([^()\n]*\))*\) ([a-z]+s)\b/) {
                    let word = String(match.output.1)
                    #expect(
                        Self.verbs.contains(word), "\(file.lastPathComponent): \(match.output.0): write Wording.counted"
                    )
                }
            }
        }
    }
}
