import Postgres
import Testing

@Suite("Streams and COPY", .timeLimit(.minutes(5)))
struct StreamAndCopyTests {
    let database: Database

    init() throws { database = try TestServer.database() }

    private struct Enough: Error {}

    @Test("a stream hands over every row in its order")
    func stream() async throws {
        let sum = try await database.read { session in
            var last = 0
            try session.stream("SELECT n FROM generate_series(1, \(100_000)) n", { (n: Int) in n }) { number in
                #expect(number == last + 1)
                last = number
            }
            return last
        }
        #expect(sum == 100_000)
    }

    @Test(
        "a stream that is broken off ends at once, and in a savepoint the transaction goes on")
    func breakOff() async throws {
            try await database.write { session in
                func readSome() throws {
                // All of them would take longer than the suite may.
                try session.stream("SELECT generate_series(1, 100000000000)", { (n: Int) in n }) {
                        if $0 == 10 { throw Enough() }
                    }
                }
                do { try session.savepoint(readSome) } catch is Enough {}
                #expect(try session.one("SELECT 1", as: Int.self) == 1)
            }
        }

    @Test("an error in the middle of a stream is thrown")
    func failingStream() async throws {
        try await database.read { session in
            var rows = 0
            let error = failure {
                try session.stream("SELECT 1 / (3 - n) FROM generate_series(1, 9) n", { (n: Int) in n }) { _ in
                    rows += 1
                }
            }
            #expect(error?.state?.rawValue == "22012")
            #expect(rows == 2)
        }
    }

    @Test("no other statement can be sent while a stream runs")
    func busy() async throws {
        try await database.read { session in
            let error = failure {
                try session.stream("SELECT 1", { (n: Int) in n }) { _ in try session.execute("SELECT 2") }
            }
            #expect(error?.kind == .usage)
        }
    }

    @Test("COPY brings in and out what was written, special characters and all")
    func copy() async throws {
        let texts = ["plain", "tab\there", "line\nbreak\r", #"back\slash \N"#, "", "가나"]
        try await database.write(dryRun: true) { session in
            try session.execute("CREATE TEMP TABLE item (n bigint, name text, raw bytea, maybe bool)")
            let count = try session.copyIn("item", columns: ["n", "name", "raw", "maybe"]) { rows in
                for (number, text) in texts.enumerated() {
                    try rows.row(number, text, Array(text.utf8), number == 0 ? nil : true)
                }
            }
            #expect(count == texts.count)
            let read = try session.all("SELECT name, raw, maybe FROM item ORDER BY n") {
                (name: String, raw: [UInt8], maybe: Bool?) in (name, String(decoding: raw, as: UTF8.self), maybe)
            }
            #expect(read.map(\.0) == texts)
            #expect(read.map(\.1) == texts)
            #expect(read.map(\.2) == [nil, true, true, true, true, true])
            var out: [UInt8] = []
            let rows = try session.copyOut("COPY item (n) TO STDOUT WITH (FORMAT csv, HEADER)") { out += $0 }
            #expect(rows == texts.count)
            #expect(String(decoding: out, as: UTF8.self) == "n\n0\n1\n2\n3\n4\n5\n")
            var again: [CopyTextRow] = []
            try session.copyOut("COPY (SELECT name, maybe FROM item ORDER BY n) TO STDOUT") {
                again += CopyTextRow.rows(of: $0)
            }
            #expect(again.map(\.fields) == texts.enumerated().map { [$1, $0 == 0 ? nil : "t"] })
        }
    }

    @Test("a row of COPY's text form is read as it is written: escapes, absent and empty values")
    func copyText() {
        let piece = Array("a\\tb\tc\\nd\\re\n\\N\t\n\n\\b\\f\\v\\\\N\t가\n".utf8)
        #expect(
            CopyTextRow.rows(of: piece).map(\.fields)
                == [["a\tb", "c\nd\re"], [nil, ""], [""], ["\u{8}\u{C}\u{B}\\N", "가"]])
        #expect(CopyTextRow.rows(of: []) == [])
    }

    @Test("COPY takes bytes in the statement's own format, and many of them")
    func copyCSV() async throws {
        try await database.write(dryRun: true) { session in
            try session.execute("CREATE TEMP TABLE item (n bigint, name text)")
            try session.copyIn("COPY item FROM STDIN WITH (FORMAT csv)") { bytes in
                for number in 0..<50_000 { try bytes.write(Array("\(number),\"a, \"\"b\"\"\"\n".utf8)) }
            }
            #expect(try session.one("SELECT count(*) FROM item WHERE name = 'a, \"b\"'", as: Int.self) == 50_000)
            var size = 0
            var pieces = 0
            try session.copyOut("COPY item TO STDOUT") {
                #expect($0.last == UInt8(ascii: "\n"))
                size += $0.count
                pieces += 1
            }
            #expect(size == 238_890 + 50_000 * 8)
            #expect(pieces > 5)
        }
    }

    @Test("a row that the server refuses is named by line and column, without its value")
    func refusedRow() async throws {
        try await database.write(dryRun: true) { session in
            try session.execute("CREATE TEMP TABLE item (n bigint)")
            func load(_ count: Int) throws {
                try session.copyIn("COPY item FROM STDIN") { bytes in
                    try bytes.write(Array("1\nsecret\n".utf8))
                    for _ in 0..<count { try bytes.write(Array("1\n".utf8)) }
                }
            }
            for count in [0, 2_000_000] {
                let error = failure { try session.savepoint { try load(count) } }
                #expect(error?.state == .invalidTextRepresentation)
                #expect(error?.context == "COPY item, line 2, column n")
                #expect(error.map { !$0.debugDescription.contains("secret") } == true)
            }
            #expect(try session.one("SELECT count(*) FROM item", as: Int.self) == 0)
        }
    }

    @Test("a loader that throws loads nothing")
    func loaderThrows() async throws {
        try await database.write(dryRun: true) { session in
            try session.execute("CREATE TEMP TABLE item (n bigint)")
            func load() throws {
                try session.copyIn("item", columns: ["n"]) { rows in
                    try rows.row(1)
                    throw Enough()
                }
            }
            do { try session.savepoint(load) } catch is Enough {}
            #expect(try session.one("SELECT count(*) FROM item", as: Int.self) == 0)
            let zero = failure {
                try session.savepoint { try session.copyIn("item", columns: ["n"]) { try $0.row("\0") } }
            }
            #expect(zero?.state == .characterNotInRepertoire)
        }
    }

    @Test("COPY by the wrong door is refused, and the session goes on")
    func wrongDoor() async throws {
        try await database.write(dryRun: true) { session in
            try session.execute("CREATE TEMP TABLE item (n bigint)")
            func attempt(_ work: () throws -> Void) -> PostgresError.Kind? {
                failure { try session.savepoint(work) }?.kind
            }
            #expect(attempt { try session.execute("COPY item FROM STDIN") } == .usage)
            #expect(attempt { try session.execute("COPY item TO STDOUT") } == .usage)
            #expect(attempt { try session.copyOut("SELECT 1") { _ in } } == .usage)
            #expect(attempt { try session.copyIn("COPY item TO STDOUT") { _ in } } == .usage)
            #expect(attempt { try session.simple("COPY item FROM STDIN") } == .usage)
            #expect(try session.one("SELECT 1", as: Int.self) == 1)
        }
    }
}
