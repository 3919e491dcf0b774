import SandboxTesting
import SandboxViews
import Testing

@testable import sandbox

@Suite("Spreadsheets in words", .database)
struct LabelTests {
    private static let mark = "\u{FEFF}"

    @Test("an export has Korean headers and values, a byte order mark, and can be made again") func export()
        async throws
    {
        let registry = try await Registry()
        try await registry.fill()
        let folder = try ScratchFolder()
        let path = folder.path + "/cases.csv"
        let written = await registry.run("export", "cases", "--labels", "ko", "--output", path)
        #expect(written.status == .done, "\(written.error)")
        let text = try #require(FileSystem.text(of: path))
        let lines = text.split(separator: "\r\n")
        #expect(text.unicodeScalars.first == "\u{FEFF}" && lines[0].hasPrefix(Self.mark + "과제번호,"))
        #expect(!lines[0].contains(/[a-z]+_[a-z]+/) && lines[1].contains("의결") && !text.contains(",decided,"))
        let again = await registry.run("report", "reproduce", path + ".manifest.json")
        #expect(again.status == .done, "\(again.error)")
        let plain = await registry.run("export", "cases", "--format", "csv").out
        #expect(plain.hasPrefix("reference,") && plain.contains(",decided,"))
    }

    @Test("so has every listing, under headers that differ") func listings() async throws {
        let shell = try await Shell()
        _ = try await shell.casework.consulting()
        for words in CommandDump.all.listings.map(\.words) where words != ["report", "all"] {
            let person: KeyPath<Casework, Casework.Person> = words == ["inbox"] ? \.desk : \.auditor
            let outcome = await shell.run(person, words + ["--labels", "ko"])
            #expect(outcome.status == .done, "\(words): \(outcome.error)")
            let header = outcome.out.split(separator: "\r\n").first.map(String.init) ?? ""
            #expect(header.unicodeScalars.first == "\u{FEFF}", "\(words): \(header)")
            let titles = header.dropFirst().split(separator: ",")
            #expect(Set(titles).count == titles.count && !header.contains(/[a-z]+_[a-z]+(,|$)/), "\(words): \(header)")
        }
    }

    @Test("the set of reports too, and with --bom keys with a mark") func reports() async throws {
        let registry = try await Registry()
        try await registry.fill()
        let folder = try ScratchFolder()
        let worded = await registry.run("report", "all", "--output", folder.path, "--labels", "ko", "--lang", "ko")
        #expect(worded.status == .done, "\(worded.error)")
        let decisions = try #require(FileSystem.text(of: folder.path + "/pipeline.csv"))
        #expect(decisions.hasPrefix(Self.mark) && !decisions.contains("decided"))
        let marked = await registry.run("report", "all", "--output", folder.path, "--bom")
        #expect(marked.status == .done)
        let again = try #require(FileSystem.text(of: folder.path + "/pipeline.csv"))
        #expect(again.hasPrefix(Self.mark) && again.contains("decided"))
    }

    @Test("words are not for formats that have none, or have them anyway") func refused() async throws {
        let registry = try await Registry()
        for format in ["json", "jsonl", "table", "html"] {
            let refused = await registry.run("case", "list", "--labels", "ko", "--format", format)
            #expect(refused.status == .usage && refused.error.contains("--labels"), "\(format): \(refused.error)")
        }
        #expect(await registry.run("export", "cases", "--labels", "ko", "--format", "tsv").out.hasPrefix("과제번호\t"))
    }
}
