import Foundation
import SandboxTesting
import Testing

@Suite("ManPages")
struct ManPageTests {
    private let folder = URL(filePath: projectFolder).appending(path: "docs/man")

    private func written() throws -> [String: String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
            })
    }

    @Test("docs/man has a page for every command, which says what the parser knows") func current() throws {
        let pages = try ManPages.all()
        if ProcessInfo.processInfo.environment["UPDATE"] == "1" {
            try? FileManager.default.removeItem(at: folder)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (name, page) in pages {
                try page.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
            }
        }
        let written = try written()
        let differing = Set(pages.keys).symmetricDifference(written.keys)
            .union(pages.keys.filter { pages[$0] != written[$0] })
        #expect(differing.sorted() == [], "UPDATE=1 script/test ManPage writes them anew")
    }

    @Test("a page says each option once") func once() throws {
        for (name, page) in try ManPages.all() {
            let lines = page.split(separator: "\n")
            let entries = zip(lines, lines.dropFirst()).filter { $0.0 == ".TP" && $0.1.hasPrefix(#"\fB\-\-"#) }
                .map { $0.1.prefix { $0 != " " } }
            #expect(!entries.isEmpty || !page.contains(".TP"), "\(name)")
            #expect(entries.count == Set(entries).count, "\(name)")
        }
    }

    @Test("no line of a page is mistaken for a request") func requests() throws {
        let known: Set = [".TH", ".SH", ".B", ".BR", ".I", ".TP", ".PP", ".nf", ".fi", ".nh", ".ad", ".\\\""]
        for (name, page) in try ManPages.all() {
            for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
                #expect(known.contains(String(line.prefix { $0 != " " })), "\(name): \(line)")
            }
        }
    }
}
