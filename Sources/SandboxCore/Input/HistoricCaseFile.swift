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
    /// When it was decided; nil: nobody knows, or an exported file says that it is not decided.
    public let decidedOn: CivilDate?
    /// How it was decided; nil: an exported file says that it is not.
    public let outcome: DecisionOutcome?
    /// The committee meeting, as it is called.
    public let meeting: String?
    /// Anything else that is known.
    public let note: String?
    /// The columns whose value is an inference, not in the source.
    public let inferredFields: [String]
    /// Where it is written.
    public let source: String?
    /// The companies it was done with.
    public let partners: [String]
    /// What the authority's list says of the grant.
    public let grant: PastGrant
    /// The number of the case in the register from which it was exported.
    public let reference: String?
}

/// What a list says of a grant of the past.
public struct PastGrant: Hashable, Sendable {
    /// The number that the authority gave it (지정번호).
    public var number: String?
    /// The first and the last day of its validity, after any extension.
    public var validFrom: CivilDate?, validUntil: CivilDate?
    /// What became of it, in the words of the list.
    public var state: String?
}

/// Reads cases of the past from a CSV file of any size, one by one.
///
/// Columns, in any order: `company`, `service`, `track`, `decision`, and as far as the file has them `decided_on` (blank: unknown), `filed_on`,
/// `ministries`, `regulation`, `conditions` and `partners` (several in a cell), `designation_no`, `valid_from`, `valid_until`,
/// `validity` (both), `extended_until`, `state`, `meeting`, `note`, `inferred_fields` (names of columns with spaces between), `source`.
/// They may have the names that official lists give them (`사업명`, `지정번호`), or any other that a ``ColumnMapping`` tells. What
/// ``ExportRequest`` writes of cases is read as well.
///
/// ```swift
/// var file = try HistoricCaseFile(InputSource(bytes, name: "cases.csv"))
/// while let found = try file.next() { cases.append(found) }
/// try file.finish()
/// ```
public struct HistoricCaseFile {
    static let columns: [CSVReader.Column] = [
        .init("company", or: "기업", "기업명", "신청기업", "신청 기업명", "회사", "회사명", "사업자", "법인명"),
        .init("service", or: "서비스", "서비스명", "사업명", "과제명", "과제", "기술·서비스명", "명칭"),
        .init("track", or: "트랙", "유형", "제도", "특례 유형", "제도 유형"),
        .init("decision", or: "outcome", "의결", "의결 결과", "심의 결과", "결과", "승인 결과"),
        .init("decided_on", or: "의결일", "의결 일자", "승인일", "승인 일자", "지정일", "지정 일자", "결정일", "심의일", isOptional: true),
        .init("filed_on", or: "신청일", "신청 일자", "접수일", "접수 일자", isOptional: true),
        .init("ministries", or: "부처", "부처명", "관계부처", "소관부처", "규제부처", isOptional: true),
        .init("regulation", or: "laws", "법령", "관련 법령", "규제 법령", "소관 법령", "규제", "규제 내용", isOptional: true),
        .init("conditions", or: "조건", "부가조건", "지정조건", isOptional: true),
        .init("partners", or: "공동 신청", "공동 신청기업", "참여기업", "참여기관", "컨소시엄", isOptional: true),
        .init("designation_no", or: "지정번호", "허가번호", "승인번호", "관리번호", isOptional: true),
        .init("validity", or: "유효기간", "지정기간", "특례기간", isOptional: true),
        .init("valid_from", or: "유효기간 시작", "유효기간 시작일", "시작일", isOptional: true),
        .init("valid_until", or: "유효기간 종료", "유효기간 종료일", "유효기간 만료일", "만료일", "종료일", isOptional: true),
        .init("extended_until", or: "연장 만료일", "연장 종료일", "연장기한", isOptional: true),
        .init("state", or: "상태", "현황", "진행 상태", "현재 상태", isOptional: true),
        .init("meeting", or: "session", "회차", "심의 회차", "차수", isOptional: true),
        .init("note", or: "비고", isOptional: true), .init("inferred_fields", or: "inferred", isOptional: true),
        .init("source", or: "출처", isOptional: true),
        // Of exported files: the number, and what is not read again.
        .init("reference", isOptional: true), .init("stage", isOptional: true), .init("stage_since", isOptional: true),
        .init("origin", isOptional: true), .init("received_on", isOptional: true), .init("reason", isOptional: true),
        .init("opinions", isOptional: true), .init("waiting_on", isOptional: true), .init("tasks", isOptional: true),
        .init("regime", isOptional: true),
    ]

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
    ///   - mapping: how the columns of the file are called, and what it does not say.
    /// - Throws: ``BadInput`` when the file cannot be read, is not UTF-8, or is empty.
    public init(
        _ source: InputSource, tracks: [KnownTrack] = [], rules: [TrackCode: TrackRule] = [:], today: CivilDate? = nil,
        mapping: ColumnMapping = ColumnMapping()
    ) throws(BadInput) {
        (self.tracks, self.rules, self.today, name) = (tracks, rules, today, source.name)
        reader = try CSVReader(source, columns: Self.columns, mapping: mapping)
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

    /// The columns of the file that are not read.
    public var ignoredColumns: [String] { reader.ignored }

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

    /// Lists that were copied from pages have characters that nobody sees in their names: they are left out.
    private static func seen(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: \.isHidden) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isHidden }))
    }

    private static func decode(_ row: inout CSVRow, _ tracks: [KnownTrack]) -> HistoricCase? {
        var isConfirmed = true
        let company = row.required("company") { text throws(InputProblem) in
            let named = Attributed(seen(text)[...])
            isConfirmed = named.isConfirmed
            return try OrganisationName(named.name)
        }
        let service = row.required("service") { text throws(InputProblem) in try TextRule.label.checked(seen(text)) }
        let track = row.required("track") { text throws(InputProblem) in try TrackCode(text, among: tracks) }
        let ministries = row.optional("ministries") { text throws(InputProblem) in try names(text) }
        let provisions = row.optional("regulation") { text throws(InputProblem) in try PastProvision.list(text) }
        let conditions = row.optional("conditions") { text throws(InputProblem) in try list(text, .prose) }
        let partners = row.optional("partners") { text throws(InputProblem) in try list(text, .label, "·ㆍ‧∙・,，、/／") }
        let filedOn = row.optional("filed_on") { text throws(InputProblem) in try DatePhrase(dated: text) }
        let reference = row.optional("reference") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let decidedOn = row.optional("decided_on") { text throws(InputProblem) in try CivilDate(asWritten: text) }
        func outcome(_ text: String) throws(InputProblem) -> DecisionOutcome { try DecisionOutcome(written: text) }
        // An exported case may be undecided. When one was decided a list need not say.
        let isUndecided = reference != nil && row.text("decision").isEmpty
        let decision = isUndecided ? nil : row.required("decision", outcome)
        let grant = pastGrant(&row)
        let meeting = row.optional("meeting") { text throws(InputProblem) in try TextRule.label.checked(text) }
        let note = row.optional("note") { text throws(InputProblem) in try TextRule.prose.checked(text) }
        var inferred = row.optional("inferred_fields") { text throws(InputProblem) in try columnNames(text) } ?? []
        let source = row.optional("source") { text throws(InputProblem) in try TextRule.prose.checked(text) }
        // What the file does not say itself is marked as such.
        let aside: Set = ["note", "source", "inferred_fields"]
        for column in row.supplied where !inferred.contains(column) && !aside.contains(column) {
            inferred.append(column)
        }
        if !isConfirmed, !inferred.contains("company") { inferred.append("company") }
        if let first = filedOn?.first, let decidedOn, first > decidedOn { row.report(.endsBeforeStart, "decided_on") }
        guard let company, let service, let track, isUndecided || decision != nil else {
            return nil
        }
        return HistoricCase(
            line: row.line, company: company, service: service, track: track, ministries: ministries ?? [],
            provisions: provisions ?? [], conditions: conditions ?? [], filedOn: filedOn,
            decidedOn: isUndecided ? nil : decidedOn, outcome: decision, meeting: meeting, note: note,
            inferredFields: inferred, source: source, partners: partners ?? [], grant: grant, reference: reference)
    }

    /// How many ministries, laws or conditions a case may have.
    static let maxItems = 200

    private static func pastGrant(_ row: inout CSVRow) -> PastGrant {
        func day(_ text: String) throws(InputProblem) -> CivilDate { try CivilDate(asWritten: text) }
        func label(_ text: String) throws(InputProblem) -> String { try TextRule.label.checked(text) }
        let span = row.optional("validity") { text throws(InputProblem) -> DatePhrase in
            let span = DatePhrase(text)
            guard span.isDated else { throw .notAPeriod(text) }
            return span
        }
        let from = row.optional("valid_from", day) ?? span?.first
        let until = row.optional("extended_until", day) ?? row.optional("valid_until", day) ?? span?.last
        if let from, let until, until < from { row.report(.endsBeforeStart, "valid_until") }
        return PastGrant(
            number: row.optional("designation_no", label), validFrom: from, validUntil: until,
            state: row.optional("state", label))
    }

    private static func names(_ text: String) throws(InputProblem) -> [String] {
        var names: [String] = []
        for name in Attributed.list(text, of: .ministries) {
            guard names.count < maxItems else { throw .tooMany(maximum: maxItems) }
            names.append(try TextRule.label.checked(name.name))
        }
        return names
    }

    /// The texts between semicolons, and further signs where those separate; blank ones left out.
    private static func list(_ text: String, _ rule: TextRule, _ signs: String = "") throws(InputProblem) -> [String] {
        var items: [String] = []
        for item in text.split(whereSeparator: {
            ";；".contains($0) || signs.contains($0) || !signs.isEmpty && $0.isNewline
        })
        where !trimmed(item).isEmpty {
            guard items.count < maxItems else { throw .tooMany(maximum: maxItems) }
            items.append(try rule.checked(item))
        }
        return items
    }

    private static func columnNames(_ text: String) throws(InputProblem) -> [String] {
        var names: [String] = []
        for word in text.split(whereSeparator: { $0.isWhitespace || ";,".contains($0) }) {
            guard names.count < maxItems else { throw .tooMany(maximum: maxItems) }
            guard let name = columns.name(String(word)) else {
                throw .unknownWord(String(word), known: columns.map(\.name))
            }
            names.append(name)
        }
        return names
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
        if let day = subject.decidedOn, day < since || day > today ?? day {
            row.report(.dateOutside(day, earliest: since, latest: max(since, today ?? day)), "decided_on")
        }
        if let outcome = subject.outcome, !outcomes.contains(outcome) {
            row.report(.unknownWord(outcome.rawValue, known: outcomes.map(\.rawValue)), "decision")
        }
    }
}
