public import SandboxDomain

/// One reform task of a roadmap, as in a row of a file like `data/ai_law_roadmap_2020.csv`.
public struct RoadmapTask: Hashable, Sendable {
    /// The line the row begins on.
    public let line: Int
    /// The part of the roadmap it is in.
    public let area: String?
    /// Its number in the roadmap.
    public let number: String
    /// What is to be done.
    public let title: String
    /// The ministries that owe it.
    public let ministries: [Attributed]
    /// The laws to be changed or made.
    public let laws: [Attributed]
    /// When it was to be done; nil when the source does not say.
    public let target: DatePhrase?
    /// Which milestone that means.
    public let targetKind: Milestone
    /// How far it has come.
    public let status: ReformStatus
    /// What is known about that, in words.
    public let statusNote: String?
    /// Where it is written.
    public let source: String?
}

/// Reads the reform tasks of a roadmap from a CSV file.
///
/// Columns, in any order: `area`, `task_no`, `task`, `ministries`, `laws`, `target`, `status_note`, `source`, and
/// optionally `status` and `target_kind`, the milestone the target means (`in-force` unless given). `task_no` and
/// `task` may not be blank: the next import could not find a task without a number again.
public enum RoadmapFile {
    private static let columns: [CSVReader.Column] =
        ["area", "task_no", "task", "ministries", "laws", "target", "status_note", "source"].map { .init($0) }
        + [.init("status", isOptional: true), .init("target_kind", isOptional: true)]

    /// All tasks of the file, in its order.
    ///
    /// - Throws: ``BadInput`` with every problem of the file, if there is one; a number that occurs twice is a problem.
    public static func read(_ bytes: [UInt8], name: String?) throws(BadInput) -> [RoadmapTask] {
        var reader = try CSVReader(InputSource(bytes, name: name), columns: columns, maxRows: maxRows)
        var tasks: [RoadmapTask] = []
        var firstLines: [String: Int] = [:]
        while var row = try reader.next() {
            if let task = decode(&row) {
                if let line = firstLines[task.number] { row.report(.repeatedRow(firstLine: line), "task_no") }
                firstLines[task.number] = firstLines[task.number] ?? task.line
                tasks.append(task)
            }
            reader.gather(row)
        }
        try reader.finish()
        return tasks
    }

    private static func decode(_ row: inout CSVRow) -> RoadmapTask? {
        let area = row.optional("area") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let number = row.required("task_no") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let title = row.required("task") { text throws(InputProblem) in try TextRule.prose.checked(text) }
        let ministries = row.optional("ministries") { text throws(InputProblem) in try names(text, ministryEndings) }
        let laws = row.optional("laws") { text throws(InputProblem) in try names(text, lawEndings) }
        let target = row.optional("target") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let status = row.optional("status") { text throws(InputProblem) in try ReformStatus(code: text) }
        let kind = row.optional("target_kind") { text throws(InputProblem) in try Milestone(code: text) }
        let note = row.optional("status_note") { text throws(InputProblem) in try TextRule.prose.checked(text) }
        let source = row.optional("source") { text throws(InputProblem) in try TextRule.prose.checked(text) }
        guard let number, let title else { return nil }
        return RoadmapTask(
            line: row.line, area: area, number: number, title: title, ministries: ministries ?? [], laws: laws ?? [],
            target: target.flatMap { foldedWord($0) == "unconfirmed" ? nil : DatePhrase($0) },
            targetKind: kind ?? .inForce, status: status ?? ReformStatus(leadingWords: note ?? ""), statusNote: note,
            source: source)
    }

    /// The greatest length of a list of names, in code points.
    private static let maxNames = 3_000
    /// More tasks than all roadmaps together.
    private static let maxRows = 100_000

    private static func names(_ text: String, _ endings: [String]) throws(InputProblem) -> [Attributed] {
        let length = text.unicodeScalars.count
        guard length <= maxNames else { throw .tooLong(found: length, maximum: maxNames) }
        let names = Attributed.list(text, endings: endings)
        for name in names { _ = try TextRule.label.checked(name.name) }
        return names
    }

    /// What the name of a ministry or agency ends with.
    private static let ministryEndings = ["부", "처", "청", "위원회", "위", "실", "원", "국"]
    /// What the name of a law, decree, rule or guideline ends with.
    private static let lawEndings = ["법", "법률", "령", "규칙", "규정", "고시", "지침", "조례", "가이드라인", "기준"]
}

extension ReformStatus {
    /// The status that the first words of a note give: `Done …` in force, `Partly done …` drafting, `Not done …`
    /// planned, anything else undetermined.
    init(leadingWords note: String) {
        let words = note.lowercased().split { !$0.isLetter }.prefix(2).joined(separator: " ")
        switch words {
        case "partly done": self = .drafting
        case "not done": self = .planned
        case _ where words == "done" || words.hasPrefix("done "): self = .inForce
        default: self = .undetermined
        }
    }
}
