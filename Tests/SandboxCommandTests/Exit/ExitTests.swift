import ArgumentParser
import Foundation
import SandboxPresentation
import SandboxTesting
import SandboxViews
import Testing

@testable import sandbox

@Suite("How errors are told")
struct ExitTests {
    @Test("every class of failures has a status of its own") func statuses() {
        let statuses = Failure.Status.allCases.map(EndStatus.init)
        #expect(Set(statuses) == Set(EndStatus.allCases).subtracting([.done, .interrupted]))
        #expect(statuses.count == Set(statuses).count)
        let line = Failure(code: "c", status: .conflict, what: "w", why: "y").line(.english)
        #expect(String(decoding: line, as: UTF8.self).hasPrefix(#"{"code":"c","exit":5,"what":"w","why":"y","#))
    }

    #if os(Linux)
        @Test(
            "what was not all written ends with 1 and says so, as on a full disk",
            arguments: [["--version"], ["help", "case"], ["db", "schema", "deadline_today"]])
        func full(words: [String]) throws {
            let process = Process()
            process.executableURL = URL(filePath: BuiltProgram.path)
            process.arguments = words + (words.first == "db" ? ["--lang", "en"] : [])
            process.environment = ["LANG": "C"]
            process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
            let errors = Pipe()
            process.standardError = errors
            try process.run()
            let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == EndStatus.unexpected.rawValue)
            #expect(said.contains("standard output was not written to its end"))
        }
    #endif

    #if os(Linux)
        @Test("a password on the command line is not in the list of processes") func password() async throws {
            let process = Process()
            process.executableURL = URL(filePath: BuiltProgram.path)
            // Waits for its input, with the words it began with.
            process.arguments = [
                "regime", "check", "-", "--database-url", "postgresql://u:geheim@h/d?sslpassword=geheim",
            ]
            let input = Pipe()
            process.standardInput = input
            process.standardError = Pipe()
            try process.run()
            defer {
                try? input.fileHandleForWriting.close()
                process.waitUntilExit()
            }
            let path = "/proc/\(process.processIdentifier)/cmdline"
            try await eventually { FileSystem.text(of: path)?.contains("u:******@h/d?sslpassword=******") == true }
        }
    #endif

    @Test("passwords are found in connection strings, whatever is in them") func passwords() {
        func hidden(_ text: String) -> String {
            var bytes = Array(text.utf8)
            for range in ArgumentMemory.passwords(in: bytes) { for place in range { bytes[place] = UInt8(ascii: "*") } }
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(hidden("a\0postgres://u:p:w@x@h:5432/d\0--as\0b") == "a\0postgres://u:*****@h:5432/d\0--as\0b")
        #expect(hidden("postgresql://h:5432/d\0x@y") == "postgresql://h:5432/d\0x@y")
        #expect(hidden("host=h password = 'a \\' b' user=u") == "host=h password = '******' user=u")
        #expect(hidden("password=x\\ y host=h\0") == "password=**** host=h\0")
        #expect(hidden("--reason=no password here\0") == "--reason=no password here\0")
    }

    @Test(
        "a command line that cannot be understood ends with 64, in the form asked for",
        arguments: [["db", "nope"], ["nope"], ["db", "url", "--nope"], ["db", "url", "--format", "nope"]]
    )
    func usage(arguments: [String]) async {
        let (status, written) = await run(arguments)
        #expect(status == .usage)
        #expect(written.out.isEmpty)
        #expect(written.error.contains("Usage:"))
        let (json, asked) = await run(["--format=json"] + arguments)
        #expect(json == .usage)
        #expect(asked.error.hasPrefix(#"{"code":"usage","exit":64"#))
    }

    @Test(
        "a mistyped command is told what was probably meant",
        arguments: [
            (["csae", "list"], "sandbox case"), (["--as", "kim", "case", "lst"], "sandbox case list"),
            (["db", "--lang=en", "strat"], "sandbox db start"), (["grant", "find"], "sandbox grant record-finding"),
            (["import", "roadmap"], "sandbox roadmap import"), (["case", "object"], "sandbox objection"),
            (["case", "list", "--stge", "draft"], "--stage"),
            (["case", "edit", "DRAFT-1", "--version", "3"], "--if-version"),
            (["regime", "view", "kr-ict", "--version", "1"], "--at-version"),
        ]
    )
    func typo(arguments: [String], meant: String) async {
        let (status, written) = await run(arguments, environment: ["LANG": "C"])
        #expect(status == .usage)
        #expect(written.error.contains("Did you mean “\(meant)”?"))
    }

    @Test("where no command is like it, the help that lists them is named") func unknown() async throws {
        for (language, words) in [("en", "See “sandbox grant --help”"), ("ko", "sandbox grant --help에 있는 명령")] {
            let (status, written) = await run(
                ["grant", "settle", "DE-2026-0001", "--lang", language], environment: ["LANG": "C"])
            #expect(status == .usage && written.error.contains(words))
        }
        #expect(try #require(Typo(arguments: ["xyzzy"], root: Sandbox.self)).meant == nil)
        #expect(Typo(arguments: ["inbox", "xyzzy"], root: Sandbox.self) == nil)
    }

    @Test(
        "an option that is not like any of the command is told no other",
        arguments: [(["committee", "decide", "DE-2026-0001"], "--session"), (["committee", "list"], "--body")])
    func farOption(words: [String], option: String) async {
        let help = "sandbox \(words.prefix(2).joined(separator: " ")) --help"
        for (language, advice, said) in [
            ("en", "See “\(help)”", "Unknown option '\(option)'\n"),
            ("ko", "\(help)에 있는 옵션", "알 수 없는 옵션입니다: \(option)\n"),
        ] {
            let (status, written) = await run(words + [option, "main/1", "--lang", language])
            #expect(status == .usage && written.error.contains(advice) && written.error.contains(said))
        }
    }

    @Test(
        "help of a command that is not there is none",
        arguments: [
            (["help", "foo"], "See “sandbox --help”"), (["help", "csae"], "Did you mean “sandbox case”?"),
            (["case", "lst", "--help"], "Did you mean “sandbox case list”?"),
            (["help", "import", "summit"], "Did you mean “sandbox summit import”?"),
        ])
    func unknownTopic(arguments: [String], words: String) async {
        let (status, written) = await run(arguments, environment: ["LANG": "C"])
        #expect(status == .usage && written.out.isEmpty && written.error.contains(words))
    }

    @Test(
        "help and the version are told of every command",
        arguments: [["help"], ["help", "help"], ["help", "case", "list"], ["case", "list", "--version"]])
    func answered(topic: [String]) async { #expect(await run(topic).status == .done) }

    @Test("the options of every command may come before its words") func leadingOptions() throws {
        let before = try Sandbox.parseAsRoot(["--as", "kim", "--lang", "ko", "inbox"]) as? Inbox
        let after = try Sandbox.parseAsRoot(["inbox", "--as", "kim", "--lang", "ko"]) as? Inbox
        #expect(before?.global.person == "kim" && before?.global.chosenLanguage == .korean)
        #expect(after?.global.person == "kim" && after?.global.chosenLanguage == .korean)
    }

    @Test("help goes to standard output and ends with 0") func help() async {
        let (status, written) = await run(["db", "--help"])
        #expect(status == .done)
        #expect(written.out.contains("sandbox db"))
        #expect(written.error.isEmpty)
    }

    @Test("an error nobody foresaw ends with 1, a cancelled command with 130") func others() {
        struct Surprise: Error {}
        let (console, written) = Console.captured(environment: [:])
        Console.$current.withValue(console) {
            #expect(Exit.report(Surprise(), arguments: []) == .unexpected)
            #expect(Exit.report(CancellationError(), arguments: []) == .interrupted)
        }
        #expect(written.error.contains("Surprise"))
    }

    @Test("the language and form of errors are read from words that may not parse") func style() {
        let style = Exit.Style(arguments: ["x", "--lang", "ko", "--format=json", "--bad"], environment: [:])
        #expect(style.language == .korean)
        #expect(style.isJSON)
        let plain = Exit.Style(arguments: ["x", "--", "--lang", "ko"], environment: ["LANG": "C"])
        #expect(plain.language == .english)
        #expect(!plain.isJSON)
    }
}

/// Runs a command line in process, on a machine where nothing is configured. What it prints is compared with the
/// published schemas, also as the ``Rehearsal`` of it.
/// - Parameters:
///   - terminalWidth: the columns of the terminal; nil for a pipe.
///   - input: what is on standard input.
///   - answers: the lines somebody types when asked; nil when nobody can be asked.
func run(
    _ arguments: [String], environment: [String: String] = [:], terminalWidth: Int? = nil, input: String = "",
    answers: [String]? = nil
) async -> (status: EndStatus, written: Console.Saved) {
    func once(_ arguments: [String]) async -> (status: EndStatus, written: Console.Saved) {
        let watch = SchemaWatch()
        let (captured, written) = Console.captured(
            environment: environment, terminalWidth: terminalWidth, input: input, answers: answers)
        var console = captured
        console.observe = { watch.note($0) }
        console.tracker = { try? TestDatabase.current.keptTracker($0) }
        let status = await Console.$current.withValue(console) { await Exit.status(of: arguments) }
        watch.judge(arguments, written)
        return (status, written)
    }
    var rehearsed: [(status: EndStatus, written: Console.Saved)] = []
    for line in answers == nil ? Rehearsal.lines(of: arguments) : [] { rehearsed.append(await once(line)) }
    let outcome = await once(arguments)
    if outcome.status == .done, let other = rehearsed.first(where: { $0.status != .done }) {
        Issue.record("as JSON it ends otherwise: \(arguments.joined(separator: " "))\n\(other.written.error)")
    }
    return outcome
}
