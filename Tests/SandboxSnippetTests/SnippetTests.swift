import Foundation
import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@testable import FileAndRead
@testable import SandboxSnippets

@Suite("The code of the documentation", .database)
struct SnippetTests {
    private static let root = URL(filePath: projectFolder)

    /// The Swift blocks of every page, and where they are.
    private static func blocks() throws -> [(page: String, lines: [String])] {
        var blocks: [(String, [String])] = []
        for library in ["Postgres", "SandboxDomain", "SandboxCore"] {
            let folder = root.appending(path: "Sources/\(library)/\(library).docc")
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
                var block: [String]?
                for line in try String(contentsOf: folder.appending(path: name), encoding: .utf8).components(
                    separatedBy: "\n")
                {
                    if line == "```swift" {
                        block = []
                    } else if line == "```", let lines = block {
                        blocks.append((name, lines))
                        block = nil
                    } else {
                        block?.append(line)
                    }
                }
            }
        }
        return blocks
    }

    private static func bare(_ lines: [String]) -> String {
        lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    @Test("every block of Swift is code that is compiled") func compiled() throws {
        let folder = Self.root.appending(path: "Tests/SandboxSnippets")
        let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
            Self.bare(try String(contentsOf: folder.appending(path: $0), encoding: .utf8).components(separatedBy: "\n"))
        }
        let blocks = try Self.blocks()
        #expect(blocks.count > 10)
        for block in blocks {
            let code = Self.bare(block.lines)
            #expect(sources.contains { $0.contains(code) }, "\(block.page): \(code)")
        }
    }

    @Test("the code of Postgres runs") func postgres() async throws {
        let test = try TestDatabase.current
        try await test.administrator.write {
            try $0.simple(
                """
                CREATE TABLE book (book_id bigint PRIMARY KEY, title text, shelf text, lent_on date);
                INSERT INTO book VALUES (1, 'Old', 'open', '2026-01-01'), (2, 'New', 'closed', '2026-12-01')
                """)
        }
        let overdue = try await PostgresSnippets.overview(
            test.conninfo() + " options='-c search_path=sandbox'",
            limit: #require(PostgresDate(year: 2026, month: 6, day: 1)))
        #expect(overdue == ["Old"])
        let database = test.database(as: "postgres")
        let filter = PostgresSnippets.filter(shelf: "open", since: nil, column: "title")
        #expect(try await database.read { try $0.all(filter, as: String.self) } == ["Old"])
        let together = try await PostgresSnippets.together(database)
        #expect(together.titles == ["New", "Old"] && together.shelves == 2)
        try await PostgresSnippets.write(database, role: "postgres", id: 2)
        let shelf: Shelf = try await database.read { try $0.one("SELECT shelf FROM book WHERE book_id = 2") }
        #expect(shelf == .closed)
    }

    @Test("the code of the case tracker runs") func tracker() async throws {
        let casework = try await Casework()
        let test = casework.database
        #expect(try await CoreSnippets.start(test.conninfo(as: casework.desk.name)).role == .desk)
        let reference = try await CoreSnippets.once(
            casework.company.tracker, .complete(.demonstration), PaperFile.complete(.demonstration))
        try await CoreSnippets.rehearse(casework.desk.tracker, reference)
        #expect(try await CoreSnippets.act(casework.desk.tracker, reference) == .received)
        #expect(try await CoreSnippets.errors(casework.desk.tracker, reference) == "a rule refuses: wrong-stage")
        #expect(try await CoreSnippets.errors(casework.company.tracker, reference) == "needs [desk]")
        #expect(try await CoreSnippets.questions(casework.desk.tracker).count == 1)
        try await CoreSnippets.rows(casework.desk.tracker)
        #expect(try await CoreSnippets.past(casework.desk.tracker) >= 0)
        #expect(try CoreSnippets.days() == 30)
        #expect(try await !CoreSnippets.diagnose(casework.desk.tracker).isEmpty)
    }

    @Test("the example files a case and finds it in the inbox of the desk") func example() async throws {
        let casework = try await Casework()
        let reference = try await FileAndRead.file(as: casework.database.conninfo(as: casework.company.name))
        let inbox = try await FileAndRead.inbox(of: casework.database.conninfo(as: casework.desk.name))
        #expect(inbox == ["\(reference) receive: 문서 요약"])
    }
}
