import SandboxDomain
import SandboxPresentation

/// What help says in Korean.
///
/// The texts are in `Help/Korean/`: of a command under its words, of arguments and options under the English sentence
/// that they translate, for the same option means the same everywhere. Examples are those of the English text. A test
/// names every text that is missing, and every one that is left over.
enum KoreanHelp {
    struct Command: Equatable {
        /// What it does, in one sentence.
        let abstract: String
        /// One paragraph for each that the English discussion has, examples apart.
        let paragraphs: [String]
    }

    /// What is said of a command.
    /// - Parameter path: its words; none for the program.
    static func command(_ path: [String]) -> Command? { commands[path.joined(separator: " ")] }

    /// The discussion of a command: the examples as they are, the paragraphs in Korean.
    /// - Parameter english: the blocks of the English one.
    static func discussion(of path: [String], _ english: [String]) -> [String] {
        guard let command = command(path) else { return english }
        var paragraphs = command.paragraphs[...]
        return english.map { HelpPage.isExample($0) ? $0 : paragraphs.popFirst() ?? $0 }
    }

    /// A sentence that is said of an argument or option; nil if it has no Korean.
    static func sentence(_ english: String) -> String? {
        if english.isEmpty { return "" }
        if english.hasSuffix(proseEnding.en) {
            return sentences[String(english.dropLast(proseEnding.en.count))].map { $0 + proseEnding.ko }
        }
        return sentences[english]
    }

    /// What `ArgumentHelp.prose` adds to what a text is about.
    private static let proseEnding = Wording(" 글, @파일 또는 -(표준 입력).", " TEXT, @FILE, or - for standard input.")

    /// What an argument or option does, with the values it takes as they can be typed.
    static func explanation(of entry: HelpPage.Entry) -> String {
        let said = entry.text.split(separator: "\n").map { sentence(String($0)) ?? String($0) }
        return explanation(said, values: entry.values, defaultValue: entry.defaultValue)
    }

    static func explanation(_ said: [String], values: [String], defaultValue: String?) -> String {
        let words = choices(values)
        var parts = said
        if !values.isEmpty {
            parts.append("쓸 수 있는 값: " + values.map { shown($0, words) }.joined(separator: ", ") + ".")
        }
        if let defaultValue { parts.append("기본값: \(shown(defaultValue, words)).") }
        return parts.joined(separator: " ")
    }

    /// `기업(company)`
    private static func shown(_ code: String, _ words: [String: String]) -> String {
        words[code].map { "\($0)(\(code))" } ?? code
    }

    /// The heading of a section; the parser writes it in upper case.
    static func title(_ english: String) -> String {
        titles.first { $0.key.uppercased() == english.uppercased() }?.value ?? english
    }

    static let titles = [
        "Arguments": "인자", "Options": "선택 항목", "Subcommands": "하위 명령",
        "Everywhere": "모든 명령의 선택 항목", "The proposal, without a file": "파일 없이 적는 신청 내용",
        "The document": "접수한 공문",
    ]

    /// A line of usage or a label: every `<value>` in Korean.
    static func placeholders(in line: String) -> String {
        var out = ""
        var rest = line[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            out += rest[...open] + placeholder(String(rest[rest.index(after: open)..<close])) + ">"
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }

    /// What a value is called.
    static func placeholder(_ english: String) -> String { placeholders[english] ?? english }

    /// The commands by their words.
    static let commands: [String: Command] = [
        program, cases, consultations, committees, conditions, grants, papers, deadlines, roadmaps, summits, reports,
        files, installation,
    ].reduce(into: [:]) { all, text in
        for (path, blocks) in entries(text) {
            all[String(path.dropFirst("sandbox ".count))] = Command(
                abstract: blocks.first ?? "", paragraphs: Array(blocks.dropFirst()))
        }
    }

    /// The sentences by their English.
    static let sentences: [String: String] = [
        everywhere, ofCases, ofCommittees, ofGrants, ofDeadlines, ofRoadmaps, ofReports, ofInstallation,
    ].reduce(into: [:]) { all, text in
        for (english, blocks) in entries(text) { all[english] = blocks.joined(separator: "\n") }
    }

    /// A text of entries: a line at the margin names one, the indented lines below it are its blocks, parted by empty lines.
    static func entries(_ text: String) -> [(name: String, blocks: [String])] {
        var found: [(name: String, blocks: [String])] = []
        var isNew = true
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let indented = line.hasPrefix("    ")
            if line.isEmpty {
                isNew = true
            } else if !indented {
                found.append((String(line), []))
                isNew = true
            } else if !found.isEmpty {
                let words = line.dropFirst(4)
                if isNew {
                    found[found.count - 1].blocks.append(String(words))
                } else {
                    found[found.count - 1].blocks[found[found.count - 1].blocks.count - 1] += " " + words
                }
                isNew = false
            }
        }
        return found
    }
}
