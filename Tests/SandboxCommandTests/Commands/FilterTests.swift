import Foundation
import SandboxTesting
import Testing

@testable import sandbox

@Suite("A filter that names what is not there", .database)
struct FilterTests {
    private struct Filter: CustomStringConvertible {
        let words: [String]
        let option: String

        var description: String { (words + [option]).joined(separator: " ") }
    }

    /// Options whose value is not a thing or a word of a list.
    private static let open: Set = ["--output", "--law", "--reason", "--propose-fast-track", "--search"]

    /// Every option with a value, of every command that lists something.
    private static func filters() -> [Filter] {
        CommandDump.all.listings.flatMap { words, command in
            command.own.filter { $0.value != nil }.compactMap(\.name).filter { !open.contains($0) }
                .map { Filter(words: words, option: $0) }
        }
    }

    @Test("is an error that names it and says how to see what there is, whatever the command and the option")
    func everywhere() async throws {
        let shell = try await Shell()
        let (nonsense, reference) = ("zzz-9", "DE-2026-0999")
        let filters = Self.filters()
        let folder = FileManager.default.temporaryDirectory.appending(path: "filters-\(shell.casework.database.name)")
            .path()
        #expect(filters.count > 100)
        for filter in filters {
            let value = filter.option == "--case" ? reference : filter.option == "--task" ? "zzz/9" : nonsense
            let output = filter.words == ["report", "all"] ? ["--output", folder] : []
            let outcome = await shell.run(\.auditor, filter.words + [filter.option, value] + output)
            #expect([.usage, .notFound].contains(outcome.status) && outcome.out.isEmpty, "\(filter): \(outcome.error)")
            #expect(outcome.error.contains(value) || outcome.error.contains("zzz"), "\(filter): \(outcome.error)")
            if outcome.status == .notFound {
                #expect(outcome.error.contains("hint: “sandbox "), "\(filter): \(outcome.error)")
            }
        }
    }

    @Test("a near miss is told what was probably meant") func near() async throws {
        let shell = try await Shell()
        let misses = [
            (["consult", "list", "--ministry", "문화체육관광"], "문화체육관광부"),
            (["committee", "list", "--committee", "mian"], "main"),
            (["committee", "list", "--committee", "main1"], "main"),
            (["case", "list", "--regime", "kr-itc"], "kr-ict"), (["audit", "log", "--act", "recieve"], "receive"),
        ]
        for (words, meant) in misses {
            let error = await shell.run(\.auditor, words).error
            #expect(error.contains("Did you mean \(meant)?"), "\(words): \(error)")
        }
    }
}
