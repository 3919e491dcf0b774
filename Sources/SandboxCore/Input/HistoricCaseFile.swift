public import SandboxDomain

/// A case of the past, as in a row of a file like `data/historic_cases.csv`. Blank means unknown.
public struct HistoricCase: Hashable, Sendable {
    /// The line the row begins on.
    public let line: Int
    /// The company, without a remark such as `(unconfirmed)`.
    public let company: OrganisationName
    /// What the service is called.
    public let service: String
    /// The track.
    public let track: TrackCode
    /// The ministries concerned.
    public let ministries: [String]
    /// The provisions that were an obstacle.
    public let provisions: [PastProvision]
    /// The conditions of the grant.
    public let conditions: [String]
    /// When it was filed; often known to the month or year only.
    public let filedOn: DatePhrase?
    /// When it was decided.
    public let decidedOn: CivilDate
    /// How it was decided.
    public let outcome: DecisionOutcome
    /// The committee meeting, as it is called.
    public let meeting: String?
    /// Anything else that is known.
    public let note: String?
    /// The columns whose value is an inference, not in the source.
    public let inferredFields: [String]
    /// Where it is written.
    public let source: String?
}

/// Reads cases of the past from a CSV file of any size, one by one.
///
/// Columns, in any order: `company`, `service`, `track`, `ministries` and `conditions` (several with `;` between),
/// `regulation`, `filed_on`, `decided_on`, `decision`, `meeting`, `note`, `inferred_fields` (names of columns with
/// spaces between), `source`. Files of an earlier date call the meeting `session`. All must be in the header;
/// `company`, `service`, `track`, `decided_on` and `decision` may not be blank.
///
/// ```swift
/// var file = try HistoricCaseFile(InputSource(bytes, name: "cases.csv"))
/// while let found = try file.next() { cases.append(found) }
/// try file.finish()
/// ```
public struct HistoricCaseFile {
    private static let columns: [CSVReader.Column] =
        ["company", "service", "track", "ministries", "regulation", "conditions", "filed_on", "decided_on", "decision"]
        .map { .init($0) } + [.init("meeting", formerly: "session")]
        + ["note", "inferred_fields", "source"].map { .init($0) }

    private let tracks: [KnownTrack]
    private let rules: [TrackCode: TrackRule]
    private let today: CivilDate?
    private let name: String?
    private var reader: CSVReader

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - tracks: the tracks there are, by which unknown codes are detected; none: any code is accepted.
    ///   - rules: what each track provides for; a track without a rule is accepted as it is.
    ///   - today: the last day on which something can have been decided.
    /// - Throws: ``BadInput`` when the file cannot be read, is not UTF-8, or is empty.
    public init(
        _ source: InputSource, tracks: [KnownTrack] = [], rules: [TrackCode: TrackRule] = [:], today: CivilDate? = nil
    ) throws(BadInput) {
        (self.tracks, self.rules, self.today, name) = (tracks, rules, today, source.name)
        reader = try CSVReader(source, columns: Self.columns)
    }

    /// The next case that can be told from its row, nil at the end. The row may have problems, see ``finish(repeats:)``.
    /// - Throws: ``BadInput`` when the file cannot be read, or is not UTF-8.
    public mutating func next() throws(BadInput) -> HistoricCase? {
        while var row = try reader.next() {
            let found = Self.decode(&row, tracks)
            if let found { rules[found.track]?.check(found, &row, today: today) }
            reader.gather(row)
            if let found { return found }
        }
        return nil
    }

    /// A row that tells of the same case as an earlier one.
    public struct Repeat: Hashable, Sendable {
        /// The lines on which the rows begin.
        public let line: Int, firstLine: Int
    }

    /// Ends the reading.
    /// - Parameter repeats: rows that tell of a case again; the file itself remembers no row.
    /// - Throws: ``BadInput`` with every problem of the file, if there is one.
    public func finish(repeats: [Repeat] = []) throws(BadInput) {
        try reader.finish(
            repeats.map {
                .init(.repeatedRow(firstLine: $0.firstLine), file: name, at: Position(line: $0.line, column: 1))
            })
    }

    private static func decode(_ row: inout CSVRow, _ tracks: [KnownTrack]) -> HistoricCase? {
        var isConfirmed = true
        let company = row.required("company") { text throws(InputProblem) in
            let named = Attributed(text[...])
            isConfirmed = named.isConfirmed
            return try OrganisationName(named.name)
        }
        let service = row.required("service") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let track = row.required("track") { text throws(InputProblem) in try TrackCode(text, among: tracks) }
        let ministries = row.optional("ministries") { text throws(InputProblem) in try list(text, .label) }
        let provisions = row.optional("regulation") { text throws(InputProblem) in try PastProvision.list(text) }
        let conditions = row.optional("conditions") { text throws(InputProblem) in try list(text, .prose) }
        let filedOn = row.optional("filed_on") { text throws(InputProblem) in try DatePhrase(dated: text) }
        let decidedOn = row.required("decided_on") { text throws(InputProblem) in try CivilDate(typed: text) }
        let outcome = row.required("decision") { text throws(InputProblem) in try DecisionOutcome(code: text) }
        let meeting = row.optional("meeting") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let note = row.optional("note") { text throws(InputProblem) in try TextRule.prose.checked(text) }
        var inferred = row.optional("inferred_fields") { text throws(InputProblem) in try columnNames(text) } ?? []
        let source = row.optional("source") { text throws(InputProblem) in try TextRule.prose.checked(text) }
        if !isConfirmed, !inferred.contains("company") { inferred.append("company") }
        if let first = filedOn?.first, let decidedOn, first > decidedOn { row.report(.endsBeforeStart, "decided_on") }
        guard let company, let service, let track, let decidedOn, let outcome else { return nil }
        return HistoricCase(
            line: row.line, company: company, service: service, track: track, ministries: ministries ?? [],
            provisions: provisions ?? [], conditions: conditions ?? [], filedOn: filedOn, decidedOn: decidedOn,
            outcome: outcome, meeting: meeting, note: note, inferredFields: inferred, source: source)
    }

    /// How many ministries, laws or conditions a case may have.
    static let maxItems = 200

    /// The texts between semicolons, blank ones left out.
    private static func list(_ text: String, _ rule: TextRule) throws(InputProblem) -> [String] {
        var items: [String] = []
        for item in text.split(separator: ";") where !trimmed(item).isEmpty {
            guard items.count < maxItems else { throw .tooMany(maximum: maxItems) }
            items.append(try rule.checked(item))
        }
        return items
    }

    private static func columnNames(_ text: String) throws(InputProblem) -> [String] {
        var names: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            guard names.count < maxItems else { throw .tooMany(maximum: maxItems) }
            guard let name = columns.name(String(word)) else {
                throw .unknownWord(String(word), known: columns.map(\.name))
            }
            names.append(name)
        }
        return names
    }
}

/// A law that was an obstacle to a case of the past, as a source gives it.
public struct PastProvision: Hashable, Sendable {
    /// The law, or the source's words where they name none.
    public let law: String
    /// What it forbids or leaves open.
    public let obstacle: String?

    /// Reads `의료법: 비대면 진료; 건축법(창고시설 용도); 약사법`.
    static func list(_ text: String) throws(InputProblem) -> [PastProvision] {
        var provisions: [PastProvision] = []
        for part in text.split(separator: ";") where !trimmed(part).isEmpty {
            guard provisions.count < HistoricCaseFile.maxItems else {
                throw .tooMany(maximum: HistoricCaseFile.maxItems)
            }
            let words = trimmed(part)
            var law = words[...]
            var obstacle = Substring()
            if let colon = words.firstIndex(of: ":") {
                (law, obstacle) = (words[..<colon], words[words.index(after: colon)...])
            } else if words.hasSuffix(")"), let open = words.firstIndex(of: "("), words[..<open].hasSuffix("법") {
                (law, obstacle) = (words[..<open], words[words.index(after: open)...].dropLast())
            }
            provisions.append(
                PastProvision(
                    law: try TextRule.label.checked(law),
                    obstacle: trimmed(obstacle).isEmpty ? nil : try TextRule.prose.checked(obstacle)))
        }
        return provisions
    }
}

/// What is known of a track's past.
public struct TrackRule: Hashable, Sendable {
    /// The day its law came into force.
    public let since: CivilDate
    /// How cases of this track are decided.
    public let outcomes: [DecisionOutcome]

    /// A track whose law has been in force since that day.
    public init(since: CivilDate, outcomes: [DecisionOutcome]) { (self.since, self.outcomes) = (since, outcomes) }

    func check(_ subject: HistoricCase, _ row: inout CSVRow, today: CivilDate?) {
        let latest = today ?? subject.decidedOn
        if subject.decidedOn < since || subject.decidedOn > latest {
            row.report(.dateOutside(subject.decidedOn, earliest: since, latest: max(since, latest)), "decided_on")
        }
        if !outcomes.contains(subject.outcome) {
            row.report(.unknownWord(subject.outcome.rawValue, known: outcomes.map(\.rawValue)), "decision")
        }
    }
}
