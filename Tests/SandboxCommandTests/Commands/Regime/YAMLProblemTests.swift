import Foundation
import Testing

@testable import sandbox

@Suite("A file that is no YAML")
struct YAMLProblemTests {
    private static let broken = [
        "a: [1, 2\n", "a: {b: 1\n", "a: 'x\n", "a: \"x\\q\"\n", "a: \"\\uZZZZ\"\n", "a:\n\tb: 1\n", "a: b: c\n",
        "- a\nb: 1\n", "a: @x\n", "%FOO\na: 1\n", "%YAML x\n---\na: 1\n", "a: *x\n", "a: *\n", "a: !<x\n",
        "a:\n  b: 1\n c: 2\n", "a: |0\n x\n", "{\"a\" 1}", "{\"a\": 1 \"b\": 2}", "[1 2", "a: 'x'y\n",
        "a\nb: 1\n", "---\na: \"x\n---\n", "a: - b\n", "a: 'x\n...\n",
        String(repeating: "[", count: 150), "a: >x\n",
    ]

    @Test("is told in Korean with its place and what to do", arguments: broken) func korean(text: String) async throws {
        let said = try await said(of: text, "ko")
        let line = try #require(said.split(separator: "\n").first { $0.contains("regime.yaml") || $0.contains("YAML") })
        #expect(line.contains(#/:[0-9]+:[0-9]+: /#), "\(said)")
        #expect(line.contains("YAML 문법 오류: ") && line.contains("십시오"), "\(said)")
        #expect(!line.contains("이 자리를 읽을 수 없습니다"), "YAMLProblem does not know it")
        #expect(!line.contains(/[a-z]{2,} [a-z]{2,}/), "\(line)")
    }

    @Test("is told in English too, with what to do") func english() async throws {
        let said = try await said(of: "a: @x\n", "en")
        #expect(said.contains("character that cannot start any token. Put the value in quotes"))
    }

    @Test("an anchor is not read, and what to write is told") func anchors() async throws {
        let said = try await said(of: "a: &x 1\nb: *x\n", "ko")
        #expect(said.contains("1:4: ") && said.contains("값을 그 자리마다 적으십시오"))
    }

    @Test("a character that nobody sees is told with its place") func unseen() async throws {
        #expect(try await said(of: "regime: x\nname: \u{7}\n", "ko").contains("regime.yaml:2:7: "))
    }

    private func said(of text: String, _ language: String) async throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "yaml-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "regime.yaml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        let (status, written) = await run(["regime", "check", file.path, "--lang", language])
        #expect(status == .badInput)
        return written.error
    }
}
