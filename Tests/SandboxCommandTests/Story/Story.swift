import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

/// A real case told again on the days it happened, by commands alone.
///
/// ```
/// 2022-06-20
/// $case = firm case file proposal.yaml        what the command prints is kept as $case
/// desk case receive $case                     somebody does something
/// firm! grant commence $case                  and this is refused
/// ```
/// A line is a day, or who types what. After `#` comes what must be said on either stream; arguments of several words
/// are quoted.
struct Story {
    let database: TestDatabase
    private let folder: Folder
    private var people: [String: String] = [:]
    private(set) var names: [String: String] = [:]

    /// The people of a story by the word that names them, and the organisation each acts for.
    init(companies: [String: String], ministries: [String: String]) async throws {
        database = try TestDatabase.current
        folder = try Folder()
        try await database.travel(to: "2019-01-17")
        for (word, name) in companies {
            people[word] = try await database.person(.company, of: name, named: word)
        }
        for (word, name) in ministries {
            people[word] = try await database.person(.ministry, of: name, named: word)
        }
        people["desk"] = try await database.person(.desk, of: "과학기술정보통신부", named: "desk")
        people["analyst"] = try await database.person(.analyst, of: nil, named: "analyst")
    }

    /// Writes a proposal that lacks nothing and answers the path of its file.
    func proposal(_ track: TrackCode, _ service: String, summary: String, law: String, article: String) throws -> String
    {
        let papers: [String] =
            track == .demonstration
            ? ["demonstration-plan", "eligibility-statement", "user-protection-plan"]
            : ["business-plan", "eligibility-statement", "safety-evidence", "user-protection-plan"]
        let sections = ["description", "necessity", "objectives", "scope", "schedule", "user_protection"].filter {
            track == .demonstration || !["scope", "schedule"].contains($0)
        }
        let name = String(UInt64.random(in: .min ... .max), radix: 36)
        for paper in papers { _ = try folder.scratch.file("\(name)-\(paper).txt", "\(service): \(paper)") }
        let lines = [
            "track: \(track)", "service:", "  name: \(service)", "  type: service", "  summary: \(summary)",
            "exemptions:", "  - law: \(law)", "    article: \(article)", "    obstacle: 현행법은 허용하지 않습니다.",
            "    exemption: 실증 범위에서 허용하여 주시기 바랍니다.", "    application: 범위를 제한하고 기록을 보관합니다.", "sections:",
        ]
        let text =
            lines + sections.map { "  \($0): \($0)에 대한 설명입니다." } + ["papers:"]
            + papers.map { "  - {paper: \($0), file: \(name)-\($0).txt}" }
        return try folder.scratch.file("\(name).yaml", text.joined(separator: "\n"))
    }

    /// Gone with the story.
    private final class Folder: Sendable {
        let scratch: ScratchFolder

        init() throws { scratch = try ScratchFolder() }
    }

    /// Names something for the lines that follow.
    mutating func name(_ word: String, _ text: String) { names["$" + word] = text }

    /// Plays the lines.
    mutating func play(_ script: String, _ location: SourceLocation = #_sourceLocation) async throws {
        for line in script.split(separator: "\n") where !line.allSatisfy({ $0 == " " }) {
            if let day = try? CivilDate(iso: String(line.drop { $0 == " " })) {
                try await database.travel(to: day)
                continue
            }
            let parts = line.split(separator: "#", maxSplits: 1)
            var words = Self.words(String(parts[0])).map(named)
            var kept: String?
            if words.count > 2, words[1] == "=" {
                kept = words[0]
                words.removeFirst(2)
            }
            let isRefused = words[0].hasSuffix("!")
            let told = await type(
                String(words[0].drop(while: { $0 == " " }).filter { $0 != "!" }), Array(words.dropFirst()))
            let said = told.out + told.error
            #expect(told.status == (isRefused ? .refused : .done), "\(line)\n\(said)", sourceLocation: location)
            if parts.count == 2 {
                let expected = parts[1].drop { $0 == " " }
                #expect(said.contains(expected), "\(line)\n\(said)", sourceLocation: location)
            }
            if let kept { names[kept] = String(told.out.prefix { $0 != "\n" }) }
        }
    }

    /// A word with its name filled in: `$case`, `$case/1`.
    private func named(_ word: String) -> String {
        let name = String(word.prefix { $0 != "/" })
        return names[name].map { $0 + word.dropFirst(name.count) } ?? word
    }

    /// What somebody's command comes to.
    func type(_ person: String, _ words: [String]) async -> Shell.Outcome {
        let url = database.conninfo(as: people[person] ?? person)
        let (status, written) = await SandboxCommandTests.run(
            ["--database-url", url, "--lang", "en"] + words, environment: ["LANG": "C", "NO_COLOR": "1"])
        return Shell.Outcome(status: status, out: written.out, error: written.error)
    }

    /// The fields of a JSON line that a command prints, for comparison: `{"state":"running"}` has `"state":"running"`.
    func shows(
        _ person: String, _ line: String, _ expected: String..., location: SourceLocation = #_sourceLocation
    ) async {
        let words = Self.words(line).map(named)
        let told = await type(person, words + ["--format", "jsonl"])
        #expect(told.status == .done, "\(line)\n\(told.error)", sourceLocation: location)
        for text in expected {
            let wanted = Self.words(text).count == 1 ? names[text] ?? text : text
            #expect(told.out.contains(wanted), "\(line): \(wanted)\n\(told.out)", sourceLocation: location)
        }
    }

    /// A session of a committee that has these cases on its agenda and votes in favour of all.
    mutating func convene(_ session: String, _ cases: String..., location: SourceLocation = #_sourceLocation)
        async throws
    {
        let parts = session.split(separator: "/")
        try await play(
            """
            desk committee schedule \(parts[0]) --number \(parts[1])
            desk committee compose \(session) --member chair:위원장 --member standing-agency:당연직 --member 'private:위원 1' --member 'private:위원 2'
            desk committee table \(session) \(cases.joined(separator: " "))
            desk committee freeze \(session)
            """, location)
        for name in cases { try await play("desk committee vote \(name) --rest in-favour", location) }
    }

    /// An insurance with what the law demands, confirmed by the desk.
    mutating func insure(
        _ person: String, _ name: String, from: CivilDate, to: CivilDate, location: SourceLocation = #_sourceLocation
    ) async throws {
        let insured = await type(
            person,
            [
                "grant", "insure", names[name] ?? name, "--insurer", "예시손해보험", "--policy", "P-1", "--from", "\(from)",
                "--to", "\(to)", "--cover", "death=150000000", "--cover", "injury=30000000", "--cover",
                "disability=150000000", "--cover", "property=1000000000", "--format", "jsonl",
            ])
        let number = try #require(insured.out.firstMatch(of: /"number":([0-9]+)/), "\(insured.error)").1
        try await play("desk grant confirm \(name) --insurance \(number)", location)
    }

    /// Splits a line as a shell does; single quotes hold words together.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var (word, isQuoted, isOpen) = ("", false, false)
        for character in line {
            switch character {
            case "'": (isQuoted, isOpen) = (!isQuoted, true)
            case " " where !isQuoted:
                if isOpen { words.append(word) }
                (word, isOpen) = ("", false)
            default:
                word.append(character)
                isOpen = true
            }
        }
        return isOpen ? words + [word] : words
    }
}
