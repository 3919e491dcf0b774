import SandboxDomain
import Testing

@testable import SandboxPresentation

private func listing(_ columns: Int) -> Listing<[Cell]> {
    Listing((0..<columns).map { index in Column("c\(index)", "열", "Column") { $0[index] } })
}

@Suite("Comma-separated values")
struct CSVTests {
    private let output = Output(format: .csv, language: .korean)

    @Test("come back from a reader as they were written, whatever is in them")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 3)
        for width in 1...4 {
            let rows = (0..<500).map { _ in (0..<width).map { _ in randomText(&random, from: hostileGraphemes) } }
            for carriageReturns in [false, true] {
                var output = output
                output.csv.hasCarriageReturns = carriageReturns
                let text = try render(listing(width), rows.map { $0.map { Cell.text($0) } }, output).text
                let read = readCSV(text)
                #expect(read.first == (0..<width).map { "c\($0)" })
                #expect(Array(read.dropFirst()) == rows.map { $0.map(\.unhidden.defused) })
            }
        }
    }

    @Test("tell an empty text from an absent value, as PostgreSQL's COPY does")
    func absent() throws {
        let rows: [[Cell]] = [[.text(""), .null, .boolean(true)], [.null, .null, .list([])]]
        #expect(try render(listing(3), rows, output).text == "c0,c1,c2\n\"\",,true\n,,\"\"\n")
        #expect(try render(listing(1), [[Cell.null]], output).text == "c0\n\"\"\n")
    }

    @Test("hold codes, exact decimals, ISO dates and lists")
    func types() throws {
        let moment = Timestamp(postgres: "2026-11-23 14:05:09.1234+09")
        let row: [Cell] = [
            .code(Stage.consulting), .decimal("1234.50"), .date("2026-01-05"),
            .timestamp(moment), .texts(["저작권법", "a,b"]), .integer(-7),
        ]
        #expect(
            try render(listing(6), [row], output).text.split(separator: "\n").last
                == "consulting,1234.50,2026-01-05,2026-11-23T14:05:09+09:00,\"저작권법; a,b\",-7")
    }

    @Test(
        "defuse formulas for spreadsheets and leave numbers numbers",
        arguments: [
            ("=1+1", "'=1+1"), ("+82-2", "'+82-2"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
            ("＝cmd", "'＝cmd"), ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("\r=1", "\"'\r=1\""), ("1-1", "1-1"), ("가=", "가="),
        ])
    func formulas(_ text: String, _ field: String) throws {
        var spreadsheet = output
        spreadsheet.csv = .spreadsheet
        let rows: [[Cell]] = [[.text(text), .integer(-5), .decimal("-5.5")]]
        let expected = "\u{FEFF}c0,c1,c2\r\n\(field),-5,-5.5\r\n"
        #expect(Array(try render(listing(3), rows, spreadsheet).text.utf8) == Array(expected.utf8))
        let plain = try render(listing(3), rows, output).text
        #expect(Array(plain.utf8) == Array("c0,c1,c2\n\(field),-5,-5.5\n".utf8))
        #expect(readCSV(plain).last?.first == (field.contains("'") ? "'" + text : text))
    }

    @Test("do not steer a terminal when a person reads them there")
    func terminal() throws {
        var shown = output
        shown.isTerminal = true
        let rows: [[Cell]] = [[.text("\u{1B}[2J\"가\"\n나")]]
        #expect(try render(listing(1), rows, shown).text == "c0\n\"\\u{1B}[2J\"\"가\"\"\n나\"\n")
        #expect(try render(listing(1), rows, output).text == "c0\n\"\\u{1B}[2J\"\"가\"\"\n나\"\n")
    }

    @Test("show what nobody sees, in csv and tsv, and leave what is part of an emoji or of an old syllable")
    func hidden() throws {
        let rows: [[Cell]] = [[.text("계획\u{202E}fdp\u{200B}\u{9B}"), .text("👨‍👩‍👧❤️葛\u{E0100}\u{1112}\u{1160}")]]
        #expect(
            try render(listing(2), rows, output).text
                == "c0,c1\n계획\\u{202E}fdp\\u{200B}\\u{9B},👨‍👩‍👧❤️葛\u{E0100}\u{1112}\u{1160}\n")
        let tsv = Output(format: .tsv, language: .english)
        #expect(
            try render(listing(2), rows, tsv).text
                == "c0\tc1\n계획\\xE2\\x80\\xAEfdp\\xE2\\x80\\x8B\\xC2\\x9B\t👨‍👩‍👧❤️葛\u{E0100}\u{1112}\u{1160}\n")
    }

    @Test("show it in what PostgreSQL's COPY writes as well")
    func copied() {
        let row = "a,\u{202E}b“c”·（d）\u{AD},👨‍👩‍👧,\u{1B}\n"
        var csv = CopiedBytes(output)
        #expect(String(decoding: csv.bytes(Array(row.utf8)), as: UTF8.self) == "a,\\u{202E}b“c”·（d）\\u{AD},👨‍👩‍👧,\\u{1B}\n")
        var tsv = CopiedBytes(Output(format: .tsv, language: .english))
        #expect(
            String(decoding: tsv.bytes(Array("a\\tb\u{3164}\u{1B}\n".utf8)), as: UTF8.self)
                == "a\\tb\\xE3\\x85\\xA4\\x1B\n")
        for scalar in (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
        where scalar.isHidden || (scalar.isControl && !"\t\n\r".unicodeScalars.contains(scalar)) {
            let bytes = csv.bytes(Array("x\(scalar),y\n".utf8))
            #expect(String(decoding: bytes, as: UTF8.self) == "x\(scalar.escape),y\n")
        }
    }
}

@Suite("Tab-separated values")
struct TSVTests {
    @Test("have one line a row and one tab between fields, whatever is in them, and lose nothing")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 5)
        let rows = (0..<1_000).map { _ in (0..<3).map { _ in randomText(&random, from: hostileGraphemes) } }
        let output = Output(format: .tsv, language: .english)
        let text = try render(listing(3), rows.map { $0.map { Cell.text($0) } }, output).text
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        let read = lines.dropFirst().map { line in
            line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { unescapeTSV(Array($0)) }
        }
        #expect(read == rows.map { $0.map { Array($0.utf8) } })
        #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || $0.value == 0x9B })
    }
}

/// Reads csv the way Python's `csv` module does with its defaults: an independent twin of the writer.
private func readCSV(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    func endField() {
        row.append(String(field))
        field = String.UnicodeScalarView()
    }
    while index < scalars.count {
        let scalar = scalars[index]
        if isQuoted {
            if scalar != "\"" {
                field.append(scalar)
            } else if index + 1 < scalars.count && scalars[index + 1] == "\"" {
                field.append(scalar)
                index += 1
            } else {
                isQuoted = false
            }
        } else if scalar == "\"" {
            isQuoted = true
        } else if scalar == "," {
            endField()
        } else if scalar == "\n" {
            endField()
            rows.append(row)
            row = []
        } else if scalar != "\r" {
            field.append(scalar)
        }
        index += 1
    }
    return rows
}

/// Undoes the escapes of PostgreSQL's COPY.
private func unescapeTSV(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "\\"), let letter = rest.popFirst() else {
            result.append(byte)
            continue
        }
        switch letter {
        case UInt8(ascii: "t"): result.append(9)
        case UInt8(ascii: "n"): result.append(10)
        case UInt8(ascii: "r"): result.append(13)
        case UInt8(ascii: "x"):
            result.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        default: result.append(letter)
        }
    }
    return result
}
