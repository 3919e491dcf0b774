public import SandboxDomain

/// One reform task of a roadmap, as in a row of a file like `data/ai_law_roadmap_2020.csv`.
public struct RoadmapTask: Hashable, Sendable {
    /// The line the row begins on.
    public let line: Int
    /// How the register quotes it from which it was exported.
    let quoted: TaskReference?
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
    static let columns: [CSVReader.Column] = [
        .init("area", or: "분야"), .init("task_no", or: "번호", "과제 번호", isOptional: true), .init("task", or: "과제", "과제명"),
        .init("ministries", or: "부처", "소관 부처"), .init("laws", or: "법령", "관련 법령"),
        .init("target", or: "목표", "추진 시기", "완료 시기"),
        .init("status_note", or: "추진 현황"), .init("source", or: "출처"), .init("status", or: "상태", isOptional: true),
        .init("target_kind", isOptional: true),
        // Of exported files: there task is how the task is quoted, and title what is to be done.
        .init("title", isOptional: true), .init("target_from", isOptional: true), .init("target_to", isOptional: true),
        .init("is_overdue", isOptional: true), .init("in_force_on", isOptional: true), .init("cases", isOptional: true),
        .init("version", isOptional: true), .init("roadmap", isOptional: true), .init("regime", isOptional: true),
        .init("in_force_is_exact", isOptional: true),
    ]

    /// All tasks of the file, in its order.
    ///
    /// - Parameter roadmap: whose tasks are read, where a file was exported that has those of several.
    /// - Throws: ``BadInput`` with every problem of the file, if there is one; a number that occurs twice is a problem.
    public static func read(
        _ bytes: [UInt8], name: String?, of roadmap: RoadmapCode? = nil
    ) throws(BadInput) -> [RoadmapTask] {
        var reader = try CSVReader(InputSource(bytes, name: name), columns: columns, maxRows: maxRows)
        var tasks: [RoadmapTask] = []
        var firstLines: [String: Int] = [:]
        var others = Set<String>()
        while var row = try reader.next() {
            if let task = decode(&row) {
                if let quoted = task.quoted, quoted.roadmap != roadmap { others.insert(quoted.roadmap.text) }
                let key = "\(task.quoted?.roadmap.text ?? "")/\(task.number)"
                if let line = firstLines[key] { row.report(.repeatedRow(firstLine: line), "task_no") }
                firstLines[key] = firstLines[key] ?? task.line
                tasks.append(task)
            }
            reader.gather(row)
        }
        try reader.finish()
        let own = tasks.filter { $0.quoted?.roadmap == roadmap }
        if roadmap != nil, !own.isEmpty, !others.isEmpty { return own }
        guard others.count < 2 else {
            throw BadInput(.unknownWord(roadmap?.text ?? "", known: others.sorted()), file: name)
        }
        return tasks
    }

    private static func decode(_ row: inout CSVRow) -> RoadmapTask? {
        let area = row.optional("area") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let isExported = !row.text("title").isEmpty
        let quoted =
            isExported ? row.required("task") { text throws(InputProblem) in try TaskReference(text) } : nil
        if !isExported, row.text("task_no").isEmpty { row.report(.missingValue, "task_no") }
        let number =
            isExported
            ? quoted?.number : row.optional("task_no") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let title = row.required(isExported ? "title" : "task") { text throws(InputProblem) in
            try TextRule.prose.checked(text)
        }
        let ministries = row.optional("ministries") { text throws(InputProblem) in try names(text, .ministries) }
        let laws = row.optional("laws") { text throws(InputProblem) in try names(text, .laws) }
        let target = row.optional("target") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let status = row.optional("status") { text throws(InputProblem) in try ReformStatus(code: text) }
        let kind = row.optional("target_kind") { text throws(InputProblem) in try Milestone(code: text) }
        let note = row.optional("status_note") { text throws(InputProblem) in try TextRule.prose.checked(text) }
        let source = row.optional("source") { text throws(InputProblem) in try TextRule.prose.checked(text) }
        guard let number, let title else { return nil }
        return RoadmapTask(
            line: row.line, quoted: quoted, area: area, number: number, title: title, ministries: ministries ?? [],
            laws: laws ?? [],
            target: target.flatMap { foldedWord($0) == "unconfirmed" ? nil : DatePhrase($0) },
            targetKind: kind ?? .inForce, status: status ?? ReformStatus(leadingWords: note ?? ""), statusNote: note,
            source: source)
    }

    /// The greatest length of a list of names, in code points.
    private static let maxNames = 3_000
    /// More tasks than all roadmaps together.
    private static let maxRows = 100_000

    private static func names(_ text: String, _ kind: NameList) throws(InputProblem) -> [Attributed] {
        let length = text.unicodeScalars.count
        guard length <= maxNames else { throw .tooLong(found: length, maximum: maxNames) }
        let names = Attributed.list(text, of: kind)
        for name in names { _ = try TextRule.label.checked(name.name) }
        return names
    }
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
