import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxTesting
import Testing

@testable import sandbox

@Suite("Search, as people type it", .database)
struct SearchTests {
    private func arrange() async throws -> Shell {
        let shell = try await Shell()
        for _ in 0..<3 { _ = try await shell.casework.filed() }
        return shell
    }

    /// On a terminal of that width, with colours.
    private func onTerminal(_ shell: Shell, _ words: [String], width: Int = 100) async -> String {
        let url = shell.casework.database.conninfo(as: shell.casework.desk.name)
        return await run(
            words + ["--database-url", url, "--lang", "ko"], environment: ["LANG": "C", "TERM": "xterm"],
            terminalWidth: width
        ).1.out
    }

    @Test("what was found is bold on a terminal and plain elsewhere; machines get its places") func marks() async throws
    {
        let shell = try await arrange()
        let shown = await onTerminal(shell, ["search", "문서", "요약합니다"])
        #expect(shown.contains("\u{1B}[1m문서\u{1B}[0m 요약"))
        #expect(shown.contains("긴 \u{1B}[1m문서\u{1B}[0m를 \u{1B}[1m요약합니다\u{1B}[0m"))
        #expect(await shell(\.desk, "search", "문서").out.contains("\u{1B}") == false)
        let json = await shell(\.desk, "search", "요약합니다", "--limit", "1", "--format", "json").out
        #expect(json.contains(#""excerpt":"긴 문서를 요약합니다.""#) && json.contains(#""excerpt_marks":[[6,11]]"#))
        #expect(json.contains(#""found_in":"proposal""#) && json.contains(#""truncated":true"#))
    }

    @Test("a page fits the terminal, Hangul two columns wide, and says that there are more") func page() async throws {
        var shell = try await arrange()
        for width in [80, 60] {
            let text = await onTerminal(shell, ["search", "설명입니다", "저작권법"], width: width)
            let plain = text.replacing(/\u{1B}\[[0-9]+m/, with: "")
            #expect(plain.split(separator: "\n").allSatisfy { $0.displayWidth <= width }, "\(plain)")
        }
        shell.width = 100
        let limited = await shell(\.desk, "search", "요약", "--limit", "2")
        #expect(limited.out.contains("DE-2026-0003") && !limited.out.contains("DE-2026-0001"))
        #expect(limited.error.contains("--limit 0"))
        let none = await shell(\.desk, "search", "없는말")
        #expect(none.status == .done && none.out.isEmpty && none.error.contains("Nothing to show."))
    }

    @Test("what cannot be looked for is an error that says what to type") func errors() async throws {
        let shell = try await arrange()
        for word in ["", "?!", "%", "_", "'", "🚗", "\u{3164}"] {
            let outcome = await shell(\.desk, "search", word)
            #expect(
                outcome.status == .usage && outcome.error.contains("a letter or a digit"), "\(word): \(outcome.error)")
        }
        let long = await shell(\.desk, "search", String(repeating: "가", count: 10_000))
        #expect(long.status == .usage && long.error.contains("10,000 characters, and the limit is 300"))
        #expect(await shell(\.desk, "search").status == .usage)
        for word in ["요%", "요_약", "'; DROP TABLE case_file; --", "\\", "요약\\", "(요약", "[요약]", "요.약"] {
            let outcome = await shell(\.desk, "search", word)
            #expect(outcome.status == .done || word == "\\", "\(word): \(outcome.error)")
        }
        #expect(await shell(\.desk, "search", "요%").out.split(separator: "\n").count == 4)
    }

    @Test("lists take the same words") func lists() async throws {
        let shell = try await arrange()
        #expect(await shell(\.desk, "case", "list", "--search", "저작권법").out.split(separator: "\n").count == 4)
        #expect(
            await shell(\.desk, "case", "list", "--search", "저작권법", "--stage", "decided").out.split(separator: "\n")
                .count == 1)
        let error = await shell(\.desk, "case", "list", "--search", "?")
        #expect(error.status == .usage && error.error.contains("--search"))
    }
}
