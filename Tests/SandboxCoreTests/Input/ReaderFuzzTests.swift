import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// A reader of files, with good files.
private struct FileReader: Sendable, CustomTestStringConvertible {
    let name: String
    let samples: [[UInt8]]
    let read: @Sendable ([UInt8]) throws -> Void

    var testDescription: String { name }

    init(_ name: String, _ samples: [[UInt8]], _ read: @escaping @Sendable ([UInt8]) throws -> Void) {
        (self.name, self.samples, self.read) = (name, samples, read)
    }

    /// The beginning of a file of lines.
    private static func head(_ path: String, _ lines: Int = 6) throws -> [UInt8] {
        Array(try sampleData(path).split(separator: UInt8(ascii: "\n")).prefix(lines).joined(separator: "\n".utf8))
    }

    static func all() throws -> [FileReader] {
        try yaml() + csv() + [
            FileReader(
                "words",
                [
                    "2021 상반기", "2026년 1~2분기", "~2022-01-04", "2025.1~6월까지", "by the end of 31 December 2025", "4Q25",
                    "행정안전부·법제처 (unconfirmed)", "DE-2026-0001", "every 6 months", "within 30 days of end", "ai-2020/P05",
                    "main/43",
                ].map { Array($0.utf8) }
            ) { bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                _ = DatePhrase(text)
                _ = Attributed.list(String(text.prefix(3_000)), of: .ministries)
                _ = text.unhidden
                _ = normalised(text)
                _ = try? CaseReference(text)
                _ = try? DueRule(text)
                _ = try? TaskReference(text)
                _ = try? MeetingReference(text)
                _ = try? PeriodLength(text)
                _ = try? CivilDate(iso: text)
                _ = try? SearchWords(text)
                _ = try? CommitmentReference(text)
                _ = try? OrganisationName(text)
                _ = try? RoleName(text)
                _ = try? TextFile(bytes, name: "a.txt")
            }
        ]
    }

    private static func yaml() throws -> [FileReader] {
        let conditions = try sampleData("proposals/conditions.yaml")
        return [
            FileReader(
                "proposal",
                [try sampleData("proposals/hyperscale-ai.yaml"), try sampleData("proposals/document-summary-api.yaml")]
            ) {
                let read = try ProposalDocument(yaml: $0, file: "a.yaml", tracks: KnownTrack.ofKoreanICT)
                _ = try ProposalDocument(yaml: Array(read.yaml.utf8), file: "b.yaml")
            },
            FileReader("regime", [try head("../regimes/kr-ict.yaml", 90), try head("../regimes/eu-ai-act.yaml", 60)]) {
                _ = try RegimeFile(yaml: $0, file: "a.yaml")
            },
            FileReader("summit", [try sampleData("summits/2021-09-07.yaml")]) {
                _ = try SummitFile(yaml: $0, file: "a.yaml")
            },
            FileReader("conditions", [conditions]) { _ = try [ProposedCondition](yaml: $0, file: "a.yaml") },
        ]
    }

    private static func csv() throws -> [FileReader] {
        [
            FileReader("cases", [try head("historic_cases.csv")]) {
                var file = try HistoricCaseFile(InputSource($0, name: "a.csv"), tracks: KnownTrack.ofKoreanICT)
                while try file.next() != nil {}
                try file.finish()
            },
            FileReader("roadmap", [try head("ai_law_roadmap_2020.csv"), try head("ai_law_roadmap_2025.csv")]) {
                _ = try RoadmapFile.read($0, name: "a.csv")
            },
            FileReader("milestones", [try head("milestones/ai_law.csv", 12)]) {
                _ = try MilestoneFile.read($0, name: "a.csv")
            },
            FileReader("holidays", [try head("kr_public_holidays.csv", 12)]) {
                _ = try HolidayFile.read($0, name: "a.csv", of: "kr", today: "2026-11-30")
            },
            FileReader(
                "organisations",
                [Array("name,kind,name_en,registration_no\n문화체육관광부,ministry,MCST,\n\"예시, 주식회사\",company,,1-2\n".utf8)]
            ) { try readOrganisations($0) },
        ]
    }
}

@Suite("Readers of files") struct ReaderFuzzTests {
    /// Runs a reader: it answers or refuses the file, soon, and with a bounded number of problems.
    private func expectAnswer(_ reader: FileReader, _ bytes: [UInt8], within seconds: Double, _ what: String) {
        keepInput(bytes, of: reader.name)
        let start = threadSeconds()
        do { try reader.read(bytes) } catch {
            guard let bad = error as? BadInput else {
                Issue.record("\(reader.name), \(what): \(error)")
                return
            }
            #expect(bad.issues.count <= CSVReader.maxProblems + 300, "\(reader.name), \(what)")
            #expect(bad.issues.allSatisfy { "\($0.problem)".utf8.count < 20_000 }, "\(reader.name), \(what)")
        }
        let took = threadSeconds() - start
        #expect(took < seconds, "\(reader.name), \(what): \(took) s")
    }

    @Test("take files with random mistakes", arguments: try FileReader.all())
    fileprivate func mistakes(reader: FileReader) {
        var mutation = Mutation(.ofThisRun())
        for number in 0..<numberOfInputs(60) {
            expectAnswer(reader, mutation.next(reader.samples), within: 5, "input \(number)")
        }
    }

    /// Files whose time or memory once grew out of bounds, and their kin.
    private static func hostile(_ size: Int) -> [(String, [UInt8])] {
        func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
        func many(_ text: String, _ count: Int? = nil) -> String { String(repeating: text, count: count ?? size) }
        let aliases = (1...9).map { "a\($0): &a\($0) [" + many("*a\($0 - 1), ", 9) + "]\n" }.joined()
        return [
            ("commas", bytes(many(",") + "\n" + many(","))),
            ("one quote", bytes("\"" + many("a,\n"))), ("quotes", bytes(many("\""))),
            ("stray quotes", bytes(many("a\"b,"))),
            ("rows of nothing", bytes("name\n" + many("x,\n", size / 2))),
            ("marks", bytes("name,kind\na,e" + many("\u{301}\u{316}") + "\n")),
            ("marks in a key", bytes("e" + many("\u{301}\u{316}") + ": 1\n")),
            ("a long key", bytes(many("가") + ": 1\n")), ("a long header", bytes(many("가,가") + "\n")),
            ("aliases", bytes("a0: &a0 [x]\n" + aliases)), ("anchors", bytes(many("- &a x\n", size / 2))),
            ("a list as key", bytes("{[1]: 2}")), ("a mapping as key", bytes("? {a: b}\n: c\n")),
            ("open lists", bytes(many("["))), ("open mappings", bytes(many("{a: "))),
            ("nested dashes", bytes(many("- "))),
            ("question marks", bytes(many("? "))), ("tags", bytes(many("%TAG !a! x\n"))),
            ("tags of a second document", bytes("a: b\n...\n" + many("%TAG !a! x\n"))),
            ("a mapping on a line", bytes("{" + many("a: 1, ") + "}")),
            ("a list on a line", bytes("conditions: [" + many("{}, ") + "]")),
            ("unknown keys", bytes((0..<size / 2).map { "k\($0): 1\n" }.joined())),
            ("sections", bytes("sections:\n" + (0..<size / 2).map { "  k\($0): 1\n" }.joined())),
            ("tracks", bytes("tracks:\n" + (0..<size / 2).map { "  - track: k\($0)\n" }.joined())),
            ("a long scalar", bytes("summary: " + many("가나다 "))), ("returns", bytes(many("\r"))),
            ("zeros", bytes(many("\0"))),
            ("backslashes", bytes("\"" + many("\\u0301"))), ("comments", bytes(many("#\n"))),
            ("colons", bytes(many("a: "))),
            ("no UTF-8", [UInt8](repeating: 0x80, count: size)),
            ("Korean Windows", [UInt8](repeating: 0xB0, count: size)),
        ]
    }

    @Test("take files made to keep them busy", arguments: try FileReader.all())
    fileprivate func hostile(reader: FileReader) {
        let size = numberOfInputs(0) == 0 ? 3_000 : 100_000
        for (name, bytes) in Self.hostile(size) { expectAnswer(reader, bytes, within: 8, name) }
    }

    @Test(
        "take such files of any length in time that grows with it",
        arguments: [
            ("holidays", "commas"), ("organisations", "marks"), ("conditions", "aliases"), ("conditions", "tags"),
            ("summit", "tags of a second document"), ("conditions", "a list on a line"), ("milestones", "comments"),
        ])
    func long(name: String, file: String) throws {
        let reader = try #require(try FileReader.all().first { $0.name == name })
        let bytes = try #require(Self.hostile(100_000).first { $0.0 == file }).1
        expectAnswer(reader, bytes, within: 8, file)
    }

    @Test("take cells that are lists or words without end") func cells() throws {
        let readers = try FileReader.all()
        func reader(_ name: String) throws -> FileReader { try #require(readers.first { $0.name == name }) }
        let cases =
            "company,service,track,ministries,regulation,conditions,filed_on,decided_on,decision,meeting,note,inferred_fields,source\n"
        func row(_ column: Int, _ cell: String) -> [UInt8] {
            var cells = [
                "가", "나", "demonstration", "다부", "라법", "마", "2020", "2021-01-01", "granted", "1", "바", "note", "사",
            ]
            cells[column] = cell
            return Array((cases + cells.joined(separator: ",") + "\n").utf8)
        }
        for column in 0..<13 {
            for cell in ["까지", "a;", "note ", "(", "가", "·", "2", "=", ": "] {
                let text = String(repeating: cell, count: 2_000)
                expectAnswer(try reader("cases"), row(column, text), within: 5, "\(column) of \(cell)")
            }
        }
        let words = String(repeating: "까지", count: 100_000)
        expectAnswer(try reader("cases"), row(6, words), within: 5, "words for a day")
        let distinct = (0..<20_000).map { "가\($0)부" }.joined(separator: ";")
        let roadmap = "area,task_no,task,ministries,laws,target,status_note,source\n"
        for cells in [",1,가,\(distinct),,,,", ",1,가,,\(distinct),,,", ",1,가,\(distinct.replacing(";", with: "·")),,,,"]
        {
            expectAnswer(try reader("roadmap"), Array((roadmap + cells + "\n").utf8), within: 5, "names")
        }
        expectAnswer(try reader("cases"), row(3, distinct), within: 5, "ministries")
        expectAnswer(try reader("words"), Array(words.utf8), within: 5, "words")
    }

    @Test("tell a long word by its length, and not by repeating it") func longWords() {
        let long = String(repeating: "가", count: 400)
        let text = "name,kind\nx,\(long)\n"
        let error = #expect(throws: BadInput.self) {
            try readOrganisations(Array(text.utf8))
        }
        #expect(error?.issues.map(\.problem) == [.tooLong(found: 400, maximum: 300)])
        #expect(throws: BadInput(.tooMany(maximum: 200), file: "a.csv", at: Position(line: 1, column: 1))) {
            try readOrganisations(Array(String(repeating: ",", count: 200).utf8))
        }
    }
}

/// Reads a file of organisations where none is registered.
private func readOrganisations(_ bytes: [UInt8]) throws {
    var rows = OrganisationRows(named: [:], numbers: [:])
    try ImportOrganisations(bytes, file: "a.csv").read { row in rows.take(&row) }
}
