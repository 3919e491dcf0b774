import Foundation
import SandboxTesting
import Testing

/// Runs `script/lint` on a small project of its own.
@Suite("The house rules", .timeLimit(.minutes(2)))
struct LintTests {
    private static let root = URL(filePath: projectFolder)
    private static let folders = [
        "Sources/Postgres", "Sources/Spreadsheet", "Sources/YAML", "Sources/Digest", "Sources/SandboxDomain",
        "Sources/SandboxCore",
        "Sources/SandboxPresentation", "Sources/SandboxViews", "Sources/sandbox", "Tests", "Tools", "Plugins",
        "docs/decisions", "migrations", "script",
    ]

    /// What the rules say of these files.
    private func said(of files: [String: String]) throws -> String {
        let project = FileManager.default.temporaryDirectory.appending(path: "lint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: project) }
        for folder in Self.folders {
            try FileManager.default.createDirectory(
                at: project.appending(path: folder), withIntermediateDirectories: true)
        }
        for name in ["script/lint", "script/environment", "script/bootstrap", "script/build"] {
            try FileManager.default.copyItem(at: Self.root.appending(path: name), to: project.appending(path: name))
        }
        let pages = ["README.md", "README.ko.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"]
        for name in pages + ["migrations/0001_roles.sql", "docs/commands.md", "docs/commands.ko.md"] {
            try "".write(to: project.appending(path: name), atomically: true, encoding: .utf8)
        }
        for (name, text) in files {
            try text.write(to: project.appending(path: name), atomically: true, encoding: .utf8)
        }
        let process = Process()
        let output = Pipe()
        process.executableURL = project.appending(path: "script/lint")
        (process.standardOutput, process.standardError) = (output, output)
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect((process.terminationStatus == 0) == bytes.isEmpty)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("a project that keeps them is passed without a word") func kept() throws {
        let said = try said(of: [
            "Sources/SandboxDomain/Law.swift":
                "/// See `docs/regimes.md` and `migrations/0001_roles.sql`.\npublic struct Law {}\n",
            "docs/regimes.md": "`0001` makes the roles; [decision 1](decisions/0001-law.md) says why.\n",
            "docs/decisions/0001-law.md": "# Law\n",
        ])
        #expect(said.isEmpty)
    }

    @Test(
        "what breaks one is told with its place",
        arguments: [
            ("docs/regimes.md", "See `migrations/0009_gone.sql`.", "no such file"),
            ("Sources/SandboxDomain/Law.swift", "// As Sources/SandboxDomain/Gone.swift has it.", "no such file"),
            ("docs/regimes.md", "`0009` makes the roles.", "no such migration"),
            ("docs/decisions/0001-law.md", "As (`0001`) says.", "a decision is named by its file"),
            ("Sources/SandboxDomain/Law.swift", "public struct Law {}", "say in one sentence what it is for"),
            ("Sources/sandbox/Law.swift", "import Subprocess", "may import only"),
        ])
    func broken(file: String, line: String, advice: String) throws {
        let said = try said(of: [file: line + "\n"])
        #expect(said.contains("\(file):1: "))
        #expect(said.contains(advice))
    }

    @Test("words of a private dialect are found") func dialect() throws {
        // Put together here, so that this file is not found.
        let words = ["be" + "hind", "sta" + "nds", "boo" + "ked"]
        let found = try said(of: ["docs/regimes.md": "The table \(words.joined(separator: " "))."])
        for word in words { #expect(found.contains(word)) }
    }
}
