import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct RegimeViewing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Show a regime: its tracks and clock rules, a version of the past, or what changed since one.",
        discussion: """
              sandbox regime view kr-ict
              sandbox regime view kr-ict --since 1
              sandbox regime view kr-ict --version 2 --yaml > kr-ict.yaml

            With --yaml it comes back as a file that can be changed and applied.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @Argument(help: ArgumentHelp("The regime; sandbox regime list has them.", valueName: "code")) var regime: String
    @Option(help: ArgumentHelp("This version (default: the newest).", valueName: "n")) var version: Int?
    @Option(help: ArgumentHelp("Only what changed since this version.", valueName: "n")) var since: Int?
    @Flag(help: "Print it as a regime file.") var yaml = false

    func run(_ tracker: Tracker) async throws {
        let edition = try await tracker.answer(RegimeView(RegimeCode(regime), version: version))
        if yaml { return Console.current.writeOut(Array(edition.yaml.utf8)) }
        if let since {
            let earlier = try await tracker.answer(RegimeView(RegimeCode(regime), version: since))
            return try global.print(edition.document.differences(since: earlier.document), Self.differences)
        }
        try global.print(Detail(edition, global.language), try await global.dated(tracker))
    }

    private static let differences = Listing<RegimeDocument.Difference>([
        Column("place", "곳", "Place", mayShrink: false) { .text($0.place) },
        Column("before", "전", "Before") { .text($0.before) },
        Column("after", "후", "After") { .text($0.after) },
    ])
}

extension Detail {
    /// A version of a regime in full.
    fileprivate init(_ edition: RegimeEdition, _ language: Language) {
        let document = edition.document
        self.init(
            "\(edition.regime) \(document.name[language])",
            [
                .field("regime", Wording("제도", "Regime"), .text(edition.regime.code)),
                .field("name_ko", Wording("한국어 이름", "Korean name"), .text(document.name.korean)),
                .field("name_en", Wording("영어 이름", "English name"), .text(document.name.english)),
                .field("basis", Wording("근거", "Basis"), .text(document.basis)),
                .field("time_zone", Wording("시간대", "Time zone"), .text(document.timeZone)),
                .field("meeting_name_ko", Wording("회의 이름", "Meeting (Korean)"), .text(document.meetingName.korean)),
                .field("meeting_name_en", Wording("회의 영어 이름", "Meeting"), .text(document.meetingName.english)),
                .field("calendar", Wording("달력", "Calendar"), .text(document.calendar.code)),
                .field("version", Wording("판", "Version"), .integer(edition.version)),
                .field("valid_from", Wording("적용일", "Valid from"), .date(edition.validFrom)),
                .field("applied_at", Wording("적용한 때", "Applied"), .moment(edition.appliedAt)),
                .field("applied_by", Wording("적용한 사람", "Applied by"), .text(edition.appliedBy)),
                .field("note", Wording("비고", "Note"), .text(edition.note)),
                .rows("tracks", Wording("트랙", "Tracks"), .tracks(language), document.tracks),
                .rows("bodies", Wording("위원회", "Committees"), .bodies(language), document.bodies),
                .rows("rules", Wording("기한 규칙", "Clock rules"), .rules(language), document.rules),
                .rows("insurance", Wording("보험 최저 한도", "Least covers"), .covers(language), document.insurance),
                .rows(
                    "disclosure_grounds", Wording("비공개 사유", "Grounds for withholding"), .grounds(language),
                    document.disclosureGrounds),
                .rows("law_endings", Wording("법령 이름의 끝말", "Endings of laws"), .endings, document.lawEndings),
            ])
    }
}

extension RegimeDocument.Name {
    fileprivate subscript(language: Language) -> String { language == .korean ? korean : english }
}

extension Listing<RegimeDocument.LawEnding> {
    fileprivate static var endings: Self {
        Listing([
            Column("ending", "끝말", "Ending") { .text($0.ending) }, Column("level", "수준", "Level") { .code($0.level) },
        ])
    }
}

extension Listing<RegimeDocument.Track> {
    fileprivate static func tracks(_ language: Language) -> Self {
        Listing([
            Column("track", "트랙", "Track", mayShrink: false) { .text($0.code.code) },
            Column("name", "이름", "Name", for: .people) { .text($0.name[language]) },
            Column("name_ko", "한국어 이름", "Korean name", for: .machines) { .text($0.name.korean) },
            Column("name_en", "영어 이름", "English name", for: .machines) { .text($0.name.english) },
            Column("prefix", "앞자리", "Prefix") { .text($0.prefix) },
            Column("since", "시행일", "Since") { .date($0.since) },
            Column("outcomes", "의결", "Outcomes") { .list($0.outcomes.map { .code($0) }) },
            Column("decided_by", "의결기관", "Decided by") { .texts($0.deciders.map(\.body)) },
            Column("certificate_prefix", "증서 앞자리", "Certificate") { .text($0.grant?.prefix) },
            Column("papers", "서류", "Papers", for: .machines) { .texts($0.papers.map(\.code)) },
            Column("sections", "항목", "Sections", for: .machines) { .texts($0.sections.map(\.code)) },
            Column("basis", "근거", "Basis") { .text($0.basis) },
        ])
    }
}

extension Listing<RegimeDocument.Body> {
    fileprivate static func bodies(_ language: Language) -> Self {
        Listing([
            Column("body", "위원회", "Committee", mayShrink: false) { .text($0.code) },
            Column("name", "이름", "Name", for: .people) { .text($0.name[language]) },
            Column("name_ko", "한국어 이름", "Korean name", for: .machines) { .text($0.name.korean) },
            Column("name_en", "영어 이름", "English name", for: .machines) { .text($0.name.english) },
            Column("least_members", "최소 인원", "At least") { .integer($0.members.leastMembers) },
            Column("most_members", "최대 인원", "At most") { .integer($0.members.mostMembers) },
            Column("private_percent", "민간 %", "Private %") { .integer($0.members.leastPrivatePercent) },
            Column("from_main", "본위원", "From main") { .integer($0.members.leastFromMain) },
            Column("opens_above_percent", "개의 % 초과", "Opens above %") { .integer($0.opensAbovePercent) },
            Column("carries_above_percent", "의결 % 초과", "Carries above %") { .integer($0.carriesAbovePercent) },
            Column("basis", "근거", "Basis") { .text($0.basis) },
        ])
    }
}

extension Listing<RegimeDocument.Cover> {
    fileprivate static func covers(_ language: Language) -> Self {
        Listing([
            Column("cover", "보장", "Cover", mayShrink: false) { .text($0.code) },
            Column("name", "이름", "Name", for: .people) { .text($0.name[language]) },
            Column("name_ko", "한국어 이름", "Korean name", for: .machines) { .text($0.name.korean) },
            Column("name_en", "영어 이름", "English name", for: .machines) { .text($0.name.english) },
            Column("amount", "금액", "Amount") { .integer(Int($0.amount)) },
            Column("basis", "근거", "Basis") { .text($0.basis) },
        ])
    }
}

extension Listing<RegimeDocument.DisclosureGround> {
    fileprivate static func grounds(_ language: Language) -> Self {
        Listing([
            Column("ground", "사유", "Ground", mayShrink: false) { .text($0.code) },
            Column("name", "이름", "Name", for: .people) { .text($0.name[language]) },
            Column("name_ko", "한국어 이름", "Korean name", for: .machines) { .text($0.name.korean) },
            Column("name_en", "영어 이름", "English name", for: .machines) { .text($0.name.english) },
            Column("basis", "근거", "Basis") { .text($0.basis) },
        ])
    }
}

extension Listing<RegimeDocument.Rule> {
    fileprivate static func rules(_ language: Language) -> Self {
        Listing([
            Column("rule", "규칙", "Rule", mayShrink: false) { .text($0.code) },
            Column("name", "이름", "Name", for: .people) { .text($0.name[language]) },
            Column("name_ko", "한국어 이름", "Korean name", for: .machines) { .text($0.name.korean) },
            Column("name_en", "영어 이름", "English name", for: .machines) { .text($0.name.english) },
            Column("tracks", "트랙", "Tracks", for: .machines) { .texts($0.tracks.map(\.code)) },
            Column("owed_by", "의무자", "Owed by") { .code($0.owedBy) },
            Column("starts", "시작", "Starts", for: .machines) { .text($0.startCode) },
            Column("length", "기간", "Length", mayShrink: false) { .text($0.length.text) },
            Column("counting", "계산", "Counting") { .code($0.counting) },
            Column("stopped_by", "불산입", "Stopped by", for: .machines) { .texts($0.stoppedBy.map(\.rawValue)) },
            Column("cap", "한도", "Cap") { .text($0.cap?.text) },
            Column("extensions", "연장", "Extensions") { .text($0.extensions.map { "\($0.times) × \($0.length.text)" }) },
            Column("when_missed", "도과 효과", "When missed") { .code($0.whenMissed) },
            Column("valid_from", "시행일", "Valid from", for: .machines) { .date($0.validFrom) },
            Column("valid_to", "실효일", "Valid to", for: .machines) { .date($0.validTo) },
            Column("basis", "근거", "Basis") { .text($0.basis) },
        ])
    }
}

extension RegimeDocument.Rule {
    fileprivate var startCode: String {
        switch start {
        case .event(let event): event
        case .endOf(let rule): "end of \(rule)"
        }
    }
}
