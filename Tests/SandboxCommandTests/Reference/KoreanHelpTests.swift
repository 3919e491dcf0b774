import ArgumentParser
import SandboxDomain
import SandboxPresentation
import Testing

@testable import sandbox

@Suite("Help in Korean")
struct KoreanHelpTests {
    private static let commands = CommandDump.all.all()
    private static let shownArguments = commands.flatMap { ($0.command.arguments ?? []).filter(\.shouldDisplay) }

    @Test("every command has its Korean, paragraph by paragraph") func texts() {
        for (path, command) in Self.commands {
            let name = path.joined(separator: " ")
            guard let korean = KoreanHelp.command(path) else {
                Issue.record("Sources/sandbox/Help/Korean has nothing under ‘\(name)’")
                continue
            }
            let paragraphs = HelpPage.blocks(command.discussion ?? "").filter { !HelpPage.isExample($0) }
            #expect(korean.paragraphs.count == paragraphs.count, "\(name): \(paragraphs)")
            for text in [korean.abstract] + korean.paragraphs { #expect(Self.english(in: text) == nil, "\(name)") }
        }
        let names = Set(Self.commands.map { $0.path.joined(separator: " ") })
        #expect(KoreanHelp.commands.keys.filter { !names.contains($0) }.sorted() == [], "commands that are gone")
    }

    @Test("every argument and option has its Korean, and so has the name of its value") func arguments() {
        var said: Set<String> = []
        for argument in Self.shownArguments {
            for sentence in argument.sentences {
                guard said.insert(sentence).inserted else { continue }
                guard let korean = KoreanHelp.sentence(sentence) else {
                    Issue.record("Sources/sandbox/Help/Korean has nothing under ‘\(sentence)’")
                    continue
                }
                #expect(Self.english(in: korean) == nil)
            }
            if let value = argument.value {
                #expect(KoreanHelp.placeholders[value] != nil, "KoreanHelp.placeholders has no ‘\(value)’")
            }
            if let title = argument.sectionTitle { #expect(KoreanHelp.titles[title] != nil, "\(title)") }
        }
        let prose = " TEXT, @FILE, or - for standard input."
        let known = Set(said.map { $0.hasSuffix(prose) ? String($0.dropLast(prose.count)) : $0 })
        #expect(KoreanHelp.sentences.keys.filter { !known.contains($0) }.sorted() == [], "sentences that are gone")
        let names = Set(Self.shownArguments.compactMap(\.value)).union(["subcommand", "options"])
        #expect(KoreanHelp.placeholders.keys.filter { !names.contains($0) }.sorted() == [], "values that are gone")
    }

    @Test("every choice is shown in Korean, in words that can be typed") func choices() {
        let codes = Set(Self.shownArguments.compactMap(\.allValues))
        #expect(codes.count > 30)
        for values in codes where values != ["ko", "en"] && values.first != "table" {
            let words = KoreanHelp.choices(values)
            #expect(Set(words.keys) == Set(values), "KoreanHelp.vocabularies lacks the type with \(values)")
            #expect(Set(words.values).count == values.count, "two choices have the same words: \(words)")
        }
        for type in KoreanHelp.vocabularies { Self.checkWords(of: type) }
    }

    private static func checkWords(of type: any (StableCode & HasWording).Type) {
        func check<Choice: StableCode & HasWording>(_ type: Choice.Type) {
            guard let argument = Choice.self as? any ExpressibleByArgument.Type else {
                Issue.record("\(type) is no value of an option")
                return
            }
            for choice in Choice.allCases {
                #expect(
                    argument.init(argument: choice.wording.ko) as? Choice == choice, "\(type): \(choice.wording.ko)")
            }
        }
        check(type)
    }

    @Test("the parser's page is taken apart without losing a word") func pages() {
        for (path, _) in Self.commands.filter({ $0.path.count != 1 || $0.path == ["case"] }).prefix(60) {
            let page = HelpPage(of: path)
            let command = path.reduce(Sandbox.self as any ParsableCommand.Type) { group, word in
                group.configuration.subcommands.first { $0._commandName == word } ?? group
            }
            var parts = ["OVERVIEW: " + page.abstract] + page.discussion + ["USAGE: " + page.usage]
            for section in page.sections {
                parts.append(section.title + ":")
                for entry in section.entries {
                    let known = [
                        entry.values.isEmpty ? nil : "values: " + entry.values.joined(separator: ", "),
                        entry.defaultValue.map { "default: " + $0 },
                    ].compactMap { $0 }
                    let lines = entry.text.split(separator: "\n", maxSplits: 1).map(String.init)
                    parts += [entry.label] + lines.prefix(1)
                    if !known.isEmpty { parts.append("(\(known.joined(separator: "; ")))") }
                    parts += lines.dropFirst()
                }
            }
            func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }
            let ending = page.sections.contains { $0.title == "SUBCOMMANDS" } ? 7 + path.count : 0
            #expect(
                words(parts.joined(separator: "\n"))
                    == words(Sandbox.helpMessage(for: command, columns: 1_000_000)).dropLast(ending), "\(path)")
        }
    }

    @Test(
        "it is printed however it is asked for, also in a narrow terminal",
        arguments: [
            ["--lang", "ko", "case", "file", "--help"], ["case", "file", "-h", "--lang=ko"],
            ["help", "case", "file"], ["case", "file", "--help"],
        ], [nil, 60, 80] as [Int?])
    func printed(arguments: [String], width: Int?) async {
        let (status, written) = await run(
            arguments, environment: ["LANG": "ko_KR.UTF-8"], terminalWidth: width)
        #expect(status == .done && written.error.isEmpty)
        for word in ["사용법: sandbox case file", "인자:", "선택 항목:", "모든 명령의 선택 항목:", "기술·서비스(both)", "<초안|파일.yaml>"] {
            #expect(written.out.contains(word), "\(word)")
        }
        for line in written.out.split(separator: "\n") where !line.hasPrefix("사용법") && !line.hasPrefix("  sandbox") {
            #expect(line.displayWidth <= width ?? 80, "\(line)")
            #expect(Self.english(in: String(line)) == nil)
        }
    }

    @Test("a group lists its commands, and the program its groups") func groups() async {
        let program = await run(["--lang", "ko", "--help"])
        #expect(program.written.out.contains("  case                    과제를 다룹니다"))
        let group = await run(["--lang", "ko", "case"])
        #expect(group.status == .done)
        #expect(group.written.out.contains("하위 명령:\n") && group.written.out.contains("sandbox help case <하위 명령>"))
        #expect(await run(["--lang", "en", "case"]).written.out.contains("SUBCOMMANDS:"))
    }

    @Test("an argument that the parser does not take is explained in Korean") func errors() async {
        let missing = await run(["--lang", "ko", "case", "receive"])
        #expect(missing.status == .usage)
        #expect(missing.written.error.contains("과제번호") && missing.written.error.contains("과제. 예: DE-2026-0001"))
        let few = await run(["--lang", "ko", "case", "list", "--waiting-on", "nope"]).written.error
        #expect(few.contains("신청인(applicant)") && few.contains("관계부처(ministry)"))
        let many = await run(["--lang", "ko", "case", "list", "--stage", "nope"]).written.error
        #expect(many.contains("‘nope’") && many.contains("접수(received)") && !many.contains("  - "))
    }

    /// Three English words in a row that are neither a command nor an example.
    private static func english(in text: String) -> String? {
        let plain = text.replacing(/sandbox( [a-z-]+)+|[a-z_]+, [a-z_]+(, [a-z_]+)*/, with: "")
        return plain.firstMatch(of: /[A-Za-z]{2,},? [a-z]{2,},? [a-z]{2,}/).map { String($0.output) }
    }
}
