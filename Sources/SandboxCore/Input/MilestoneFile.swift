public import SandboxDomain

/// Something that was said of a milestone or happened to it, as in a row of a file like `data/milestones/ai_law.csv`.
public struct MilestoneFact: Hashable, Sendable {
    /// The line the row begins on.
    public let line: Int
    /// The task.
    public let task: TaskReference
    /// The milestone.
    public let milestone: Milestone
    /// When it was said to be reached; nil for a row that gives an arrival only.
    public let promised: DatePhrase?
    /// The day on which that was said.
    public let saidOn: CivilDate?
    /// When it was reached.
    public let reached: DatePhrase?
    /// Why it was promised again.
    public let reason: String?
    /// Where it is written.
    public let source: String?
}

/// Reads promises and arrivals of milestones from a CSV file.
///
/// Columns, in any order: `task`, `milestone`, `promised` with `said_on`, `reached`, `reason`, `source`. A row gives a
/// promise, an arrival, or both; `reached` needs a last day (`2021-09-28`, `2022`, `~2022-01-04`).
public enum MilestoneFile {
    static let columns: [CSVReader.Column] =
        ["task", "milestone", "promised"].map { .init($0) } + [
            .init("said_on", or: "promised_on"), .init("reached", or: "actual"), .init("reason", isOptional: true),
            .init("source", isOptional: true),
        ]
        // Of exported files: what is not read again.
        + [
            "regime", "title", "ministries", "as_of", "promised_to", "promises", "forecast", "forecast_to",
            "forecast_on",
            "actual_to", "is_exact", "slip_days", "standing",
        ].map { .init($0, isOptional: true) }

    /// All facts of the file, in its order.
    ///
    /// - Parameter check: what else is wrong with the facts that can be read, and in which column.
    /// - Throws: ``BadInput`` with every problem of the file, when there is one.
    static func read(
        _ bytes: [UInt8], name: String?,
        check: ([MilestoneFact]) throws -> [(line: Int, column: String, problem: InputProblem)] = { _ in [] }
    ) throws -> [MilestoneFact] {
        var reader = try CSVReader(InputSource(bytes, name: name), columns: columns, maxRows: 100_000)
        var rows: [(fact: MilestoneFact?, row: CSVRow)] = []
        while var row = try reader.next() {
            let fact = decode(&row)
            rows.append((fact, row))
        }
        let facts = rows.compactMap(\.fact)
        let problems = Dictionary(grouping: try check(facts), by: \.line)
        for (fact, row) in rows {
            var row = row
            for problem in fact.flatMap({ problems[$0.line] }) ?? [] { row.report(problem.problem, problem.column) }
            reader.gather(row)
        }
        try reader.finish()
        return facts
    }

    private static func decode(_ row: inout CSVRow) -> MilestoneFact? {
        let task = row.required("task") { text throws(InputProblem) in try TaskReference(text) }
        let milestone = row.required("milestone") { text throws(InputProblem) in try Milestone(code: text) }
        let promised = row.optional("promised") { text throws(InputProblem) in
            DatePhrase(normalised(try TextRule.label.checked(text)))
        }
        let saidOn = row.optional("said_on") { text throws(InputProblem) in try CivilDate(asWritten: text) }
        let reached = row.optional("reached") { text throws(InputProblem) in
            let day = DatePhrase(normalised(try TextRule.label.checked(text)))
            guard day.last != nil else { throw .notAPeriod(text) }
            return day
        }
        let reason = row.optional("reason") { text throws(InputProblem) in normalised(try TextRule.prose.checked(text))
        }
        let source = row.optional("source") { text throws(InputProblem) in normalised(try TextRule.prose.checked(text))
        }
        if row.text("promised").isEmpty && row.text("reached").isEmpty { row.report(.missingValue, "promised") }
        if !row.text("promised").isEmpty && row.text("said_on").isEmpty { row.report(.missingValue, "said_on") }
        guard let task, let milestone, promised != nil || reached != nil, promised == nil || saidOn != nil else {
            return nil
        }
        return MilestoneFact(
            line: row.line, task: task, milestone: milestone, promised: promised, saidOn: saidOn, reached: reached,
            reason: reason, source: source)
    }
}
