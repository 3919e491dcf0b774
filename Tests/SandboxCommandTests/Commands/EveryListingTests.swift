import SandboxDomain
import SandboxPresentation
import SandboxTesting
import Testing

@testable import sandbox

/// Every listing, with cases whose periods run.
@Suite("Every listing", .database)
struct EveryListingTests {
    private static func words(of people: Bool) -> [[String]] {
        CommandDump.all.listings.map(\.words).filter {
            $0 != ["report", "all"] && (!people || $0[0] != "export")
        }
    }

    private func arrange() async throws -> Shell {
        let shell = try await Shell()
        _ = try await shell.casework.consulting()
        _ = try await shell.casework.replied()
        return shell
    }

    @Test("fits a terminal of 80 columns, and one of 60, in both languages", arguments: Language.allCases, [60, 80])
    func width(language: Language, columns: Int) async throws {
        var shell = try await arrange()
        (shell.language, shell.width) = (language.rawValue, columns)
        for words in Self.words(of: true) {
            for person in [\Casework.desk, \.auditor] {
                let outcome = await shell.run(person, words)
                let widest = outcome.out.split(separator: "\n").max { $0.displayWidth < $1.displayWidth } ?? ""
                #expect(widest.displayWidth <= columns, "\(words.joined(separator: " ")): \(widest)")
            }
        }
        #expect(await shell.run(\.desk, ["deadline", "list"]).out.contains("k4"))
    }

    @Test("is a page that is called by what is on it") func titles() async throws {
        let shell = try await arrange()
        for words in Self.words(of: false) where words != ["export", "milestones"] {
            let person = words == ["inbox"] ? \Casework.desk : \.auditor
            let outcome = await shell.run(person, words + ["--format", "html"])
            let title = outcome.out.firstMatch(of: /<title>([^<]+)<\/title>/)?.output.1
            #expect(outcome.status == .done && title != nil && title != "List", "\(words): \(outcome.error)")
        }
    }
}
