@testable import sandbox

/// Every command that reads, as the parser knows them: a new one is among them before anybody thinks of it.
enum EveryReadingCommand {
    /// The words that a command needs beside its name; nil among them: it reads files only, or a whole server.
    private static let words: [String: [[String]]?] = [
        "case template": nil, "regime check": nil, "report reproduce": nil,
        "db start": nil, "db stop": nil, "db status": nil, "db migrate": nil, "db verify": nil, "db url": nil,
        "doctor": nil,
        "case view": references + [["DRAFT-2"]], "case papers": references, "case history": references,
        "case documents": references,
        "case precedents": references,
        "case save": references.map { $0 + ["1", "--output", "-"] },
        "committee view": [["main/1"], ["main/2"]],
        "condition view": references.map { $0 + ["1"] },
        "condition save": references.map { $0 + ["1", "--evidence", "1", "--output", "-"] },
        "consult view": references, "grant view": references,
        "paper list": [[], ["DE-2026-0001"], ["DE-2026-0002"]],
        "paper print": [["0000-0000-0000-0000", "--output", "-"]], "paper verify": [["0000-0000-0000-0000"]],
        "deadline explain": references.map { ["\($0[0])/1"] }, "deadline count": [["k4", "--from", "2026-11-02"]],
        "calendar preview": [["--add", "2026-12-02=임시공휴일"]], "simulate": [["--holiday", "2026-12-02=임시공휴일"]],
        "regime view": [["kr-ict"]], "roadmap view": [["ai-2020/P05"]], "roadmap matches": [["ai-2020/P05"]],
        "summit view": [["1"]], "org view": [["한빛에이아이"], ["다른회사"]],
        "case list": [[], ["--limit", "1"], ["--search", "저작권법"]], "grant list": [[], ["--search", "요약"]],
        "search": [["요약"], ["저작권법", "--limit", "1"], ["ㅈㅈㄱㅂ"], ["한빛에이아이"], ["txt"], ["DE-2026-0002"]],
        "condition list": references,
        "audit log": [[], ["--limit", "5"]],
        "report decisions": [["--by", "year"], ["--by", "outcome"]], "report conditions": [["--by", "track"]],
        "report organisations": [["--kind", "company"], ["--kind", "ministry"]],
        "report slip": [[], ["--by", "ministry"]], "report commitments": [[], ["--by", "owner"]],
        "report consultations": [[], ["--by", "track"]],
        "report time-with-whom": [[], ["--by", "case"], ["--by", "ministry"]],
        "report all": nil,
    ]

    /// The case that everybody in question sees, and the one that they do not.
    private static let references = [["DE-2026-0001"], ["DE-2026-0002"]]

    /// The command lines, in the order of the parser.
    static let lines: [[String]] = LeafCommand.all.filter { !$0.writes }.flatMap { leaf -> [[String]] in
        switch words[leaf.words.joined(separator: " ")] {
        case .some(.none): return []
        case .some(.some(let all)): return all.map { leaf.words + $0 }
        case .none: return [leaf.words]
        }
    }
}
