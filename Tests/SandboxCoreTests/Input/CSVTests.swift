import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Reading CSV") struct CSVTests {
    /// The rows of a text with the columns a and b, and what was wrong: `line:column code`.
    private func read(_ text: String) -> (rows: [[String]], problems: [String]) { read(Array(text.utf8)) }

    /// - Parameter size: of the pieces in which the text arrives.
    private func read(_ bytes: [UInt8], piece size: Int = .max) -> (rows: [[String]], problems: [String]) {
        let source = InputSource(name: "t.csv") { () throws(BadInput) -> InputSource.Pieces in
            var rest = bytes[...]
            return { () throws(BadInput) -> [UInt8]? in
                let piece = rest.prefix(size)
                rest = rest.dropFirst(piece.count)
                return piece.isEmpty ? nil : Array(piece)
            }
        }
        do throws(BadInput) {
            var reader = try CSVReader(source, columns: [.init("a"), .init("b")])
            var rows: [[String]] = []
            while let row = try reader.next() { rows.append([row.text("a"), row.text("b")]) }
            do throws(BadInput) { try reader.finish() } catch { return (rows, told(error)) }
            return (rows, [])
        } catch {
            return ([], told(error))
        }
    }

    private func told(_ error: BadInput) -> [String] {
        error.issues.map { "\($0.position.map { "\($0.line):\($0.column)" } ?? "-") \($0.problem.code)" }
    }

    @Test(
        "lines end with LF, CRLF or CR, the last one with or without",
        arguments: [
            "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4", "a,b\n1,2\n3,4", "a,b\n\n1,2\n\r\n3,4\n\n",
            "\u{FEFF}a,b\n1,2\n3,4\n", "b,a\n2,1\n4,3\n", "A , B\n1,2\n3,4\n", "ａ,ｂ\n1,2\n3,4\n",
            "a,b\n\"1\",\"2\"\n\"3\",4", "a,b\n 1 ,2\n3,\" 4 \"",
        ])
    func lineEnds(text: String) {
        #expect(read(text).rows == [["1", "2"], ["3", "4"]])
        #expect(read(text).problems == [])
    }

    @Test("a quoted field holds commas, quotes and line ends") func quoted() {
        let text = "a,b\n\"가,\"\"나\"\"\r\n다\",\"\"\"\"\n\"\",x,\n"
        #expect(read(text).rows == [["가,\"나\"\r\n다", "\""], ["", "x"]])
        #expect(read(text).problems == [])
        #expect(read("a,b\n1,2,3,\n").problems == ["2:1 field-count"])
        #expect(read("a,b\n1,").rows == [["1", ""]])
    }

    @Test(
        "tables as spreadsheets write them: tabs and semicolons, empty columns and rows, a line that names the sign",
        arguments: [
            "a\tb\n1\t2\n3\t4\n", "a;b\n1;2\n3;4\n", "sep=;\r\na;b\r\n1;2\r\n3;4\r\n", "a,b,,\n1,2,,\n3,4,,,\n",
            "a,b\n1,2\n,\n\n3,4\n,,,\n", "\"a\"\t\"b\"\n1\t\"2\"\n3\t4",
        ])
    func spreadsheets(text: String) {
        #expect(read(text).rows == [["1", "2"], ["3", "4"]])
        #expect(read(text).problems == [])
    }

    @Test("what was kept from being a formula is read back, a dash is nothing") func defused() {
        #expect(read("a,b\n'=1+1,-\n'@x,' 말\n").rows == [["=1+1", ""], ["@x", "' 말"]])
    }

    @Test("every mistake of the text is told with its line and character, and the rest is read") func mistakes() {
        let text = """
            a,b
            1
            가나다,x"y
            "줄
            둘",1,2
            "ok"z,2
            3,4
            나,"끝나지 않는
            글
            """
        let (rows, problems) = read(text)
        #expect(rows == [["가나다", "x\"y"], ["ok", "2"], ["3", "4"], ["나", "끝나지 않는\n글"]])
        #expect(
            problems == [
                "2:1 field-count", "3:6 stray-quote", "4:1 field-count", "6:5 stray-quote", "8:3 unclosed-quote",
            ])
    }

    @Test("a header names its missing, unknown and repeated columns, and the rows are read all the same") func header()
    {
        let error = #expect(throws: BadInput.self) {
            var reader = try CSVReader(
                InputSource(Array("c,aa,c,a,a\n1,2,3,4,5\n1\n".utf8), name: "t.csv"),
                columns: [.init("a"), .init("b")])
            #expect(try reader.next()?.text("a") == "5")
            #expect(try reader.next() == nil)
            try reader.finish()
        }
        #expect(
            error?.issues.map(\.problem) == [
                .unknownName("c", known: ["a", "b"]), .missingName(Field("b")), .unknownName("aa", known: ["a", "b"]),
                .unknownName("c", known: ["a", "b"]), .repeatedName("a"), .fieldCount(expected: 5, found: 1),
            ])
        #expect(error?.issues[2].position == Position(line: 1, column: 3))
        #expect(error?.issues[2].field?.name == "aa")
        #expect(error?.issues[2].problem.suggestion == "a")
    }

    @Test("a column is counted in characters, whatever they are made of") func characters() {
        #expect(read("a,b\n👨‍👩‍👧é한,\"x\"y\n").problems == ["2:8 stray-quote"])
    }

    @Test("bytes that are not UTF-8 are told with their place and what they look like") func encodings() throws {
        func issue(_ bytes: [UInt8]) throws -> BadInput.Issue {
            let issue = try #require(
                #expect(throws: BadInput.self) { try TextFile(bytes, name: "t.csv") }?.issues.first)
            // The same is told of a table, however late the bytes come.
            let place = issue.position.map { "\($0.line):\($0.column)" } ?? "-"
            for size in [1, 2, 3, 5, .max] {
                #expect(read(bytes, piece: size).problems == ["\(place) \(issue.problem.code)"], "in pieces of \(size)")
            }
            return issue
        }
        // 가 (B0 A1) and 각 (B0 A2) as Korean Excel saves them.
        let korean = try issue(Array("a,b\n1,".utf8) + [0xB0, 0xA1, 0xB0, 0xA2, 0x0A])
        #expect(korean.problem == .notUTF8(looksLike: .cp949))
        #expect(korean.position == Position(line: 2, column: 3))
        let broken = try issue(Array("a,b\n가나,".utf8) + [0xC3, 0x28, 0x80])
        #expect(broken.problem == .notUTF8(looksLike: nil))
        #expect(broken.position == Position(line: 2, column: 4))
        #expect(try issue([0xFF, 0xFE, 0x61, 0]).problem == .notUTF8(looksLike: .utf16))
        #expect(try issue([0x61, 0, 0x2C, 0]).problem == .notUTF8(looksLike: .utf16))
        #expect(try issue(Array(" \r\n\n".utf8)).problem == .emptyFile)
        #expect(try issue([]).problem == .emptyFile)
    }

    @Test("however a text is cut into pieces, its rows and problems are the same") func pieces() {
        var random = SeededGenerator.ofThisRun()
        let parts = [",", ",", "\"", "\"\"", "\n", "\r", "\r\n", "가", "\u{1100}\u{1161}", "e\u{301}", "x", " ", "👨‍👩‍👧"]
        for _ in 0..<300 {
            let mark = random.isOne(in: 3) ? "\u{FEFF}" : ""
            let text =
                mark + "a,b\n"
                + (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    parts.randomElement(using: &random) ?? ""
                }.joined()
            var bytes = Array(text.utf8)
            if random.isOne(in: 10) { bytes.append(0xFF) }
            let whole = read(bytes)
            for size in [1, 2, 3, Int.random(in: 4...20, using: &random)] {
                let cut = read(bytes, piece: size)
                #expect(cut.rows == whole.rows && cut.problems == whole.problems, "\(text.debugDescription), \(size)")
            }
        }
    }

    @Test("a row without end is told, and nothing after it is read") func endless() {
        let long = String(repeating: "가나다,", count: CSVRecords.maxBytes / 9)
        let open = read(Array("a,b\n1,2\n3,\"\(long)".utf8), piece: 65_536)
        #expect(open.rows == [["1", "2"]] && open.problems == ["3:3 unclosed-quote"])
        let wide = read(Array("a,b\n1,2\n\(long)\n3,4\n".utf8), piece: 65_536)
        #expect(wide.rows == [["1", "2"]] && wide.problems == ["3:1 row-too-large"])
        let header = read(Array("a,b,\(long)\n1,2\n".utf8), piece: 65_536)
        #expect(header.rows.isEmpty && header.problems == ["1:1 row-too-large"])
    }

    @Test("a file that is wrong everywhere is read until enough is told") func manyProblems() {
        let text = "a,b\n" + String(repeating: "1\n", count: CSVReader.maxProblems + 500)
        let problems = read(text).problems
        #expect(problems.count == CSVReader.maxProblems + 1)
        #expect(problems.last == "\(CSVReader.maxProblems + 2):1 more-problems")
    }

    @Test("text becomes composed, Hangul and accents alike, and nothing else changes") func normalisation() {
        #expect(
            Array(normalised("\u{1112}\u{1161}\u{11AB}글 e\u{301} 각").unicodeScalars)
                == Array("한글 \u{E9} 각".unicodeScalars))
        #expect(Array(normalised("\u{AC00}\u{11A8}").unicodeScalars) == ["\u{AC01}"])
        #expect(Array(normalised("\u{212B}\u{2126}").unicodeScalars) == ["\u{C5}", "\u{3A9}"])
        let plain = "규제 특례 · 「저작권법」 제35조의5 ~ ①, A–Z “…” ㈜ ９"
        #expect(Array(normalised(plain).unicodeScalars) == Array(plain.unicodeScalars))
        #expect(read("a,b\n\u{1112}\u{1161}\u{11AB},2\n").rows.first?.first.map { Array($0.unicodeScalars) } == ["한"])
    }

    @Test("a long text in pieces is composed in time that grows with its length", .timeLimit(.minutes(1)))
    func longNormalisation() {
        let pieces = String(repeating: "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF} → e\u{301}\n", count: 50_000)
        #expect(normalised(pieces) == String(repeating: "한글 → é\n", count: 50_000))
        #expect(normalised(pieces).utf8.count == "한글 → é\n".precomposedForTest.utf8.count * 50_000)
    }

    @Test("a letter with marks beyond number is left to the database, at once", .timeLimit(.minutes(1)))
    func manyMarks() {
        let marks = "e" + String(repeating: "\u{301}\u{316}", count: 100_000)
        #expect(Array(normalised(marks).utf8) == Array(marks.utf8))
        #expect(read("a,b\n\(marks),1\n").problems == ["2:1 too-many-marks"])
    }

    @Test("time grows with the length of the file, not with its square") func linear() throws {
        // The quickest of several: whatever else the machine does only makes one slower.
        func quickest(_ rows: Int) -> Duration? {
            let text = "a,b\n" + String(repeating: "가나다라마바사,\"아자, 차카\"\n", count: rows)
            return (0..<5).map { _ in ContinuousClock().measure { #expect(read(text).rows.count == rows) } }.min()
        }
        let (few, many) = (try #require(quickest(4000)), try #require(quickest(20_000)))
        #expect(many < max(.milliseconds(2), few) * 20)
    }
}
