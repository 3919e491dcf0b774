import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Listing<RegimeDocument.LawEnding> {
    static var endings: Self {
        Listing([
            Column("ending", "끝말", "Ending") { .text($0.ending) }, Column("level", "수준", "Level") { .code($0.level) },
        ])
    }
}

extension Listing<RegimeDocument.OtherNames> {
    static var otherNames: Self {
        Listing([
            Column("kind", "종류", "Kind") { .code($0.kind) }, Column("name", "이름", "Name") { .text($0.name) },
            Column("short", "약칭", "Short") { .texts($0.short) },
            Column("former", "옛 이름", "Former") { .texts($0.former) },
        ])
    }
}

extension Listing<RegimeDocument.Track> {
    static func tracks(_ language: Language) -> Self {
        Listing([
            Column("track", "트랙", "Track", mayShrink: false) { .text($0.code.code) },
            Column("name", "이름", "Name", for: .people) { .text($0.name[language]) },
            Column("name_ko", "한국어 이름", "Korean name", for: .machines) { .text($0.name.korean) },
            Column("name_en", "영어 이름", "English name", for: .machines) { .text($0.name.english) },
            Column("prefix", "앞자리", "Prefix") { .text($0.prefix) },
            Column("since", "시행일", "Since") { .date($0.since) },
            Column("outcomes", "의결", "Outcomes") { .codes($0.outcomes) },
            Column("decided_by", "의결기관", "Decided by") { .texts($0.deciders.map(\.committee)) },
            Column("certificate_prefix", "증서 앞자리", "Certificate") { .text($0.grant?.prefix) },
            Column("papers", "서류", "Papers", for: .machines) { .texts($0.papers.map(\.code)) },
            Column("sections", "항목", "Sections", for: .machines) { .texts($0.sections.map(\.code)) },
            Column("basis", "근거", "Basis") { .text($0.basis) },
        ])
    }
}

extension Listing<RegimeDocument.Committee> {
    static func committees(_ language: Language) -> Self {
        Listing([
            Column("committee", "위원회", "Committee", mayShrink: false) { .text($0.code) },
            Column("name", "이름", "Name", for: .people) { .text($0.name[language]) },
            Column("name_ko", "한국어 이름", "Korean name", for: .machines) { .text($0.name.korean) },
            Column("name_en", "영어 이름", "English name", for: .machines) { .text($0.name.english) },
            Column("min_members", "최소 인원", "At least") { .integer($0.members.minMembers) },
            Column("max_members", "최대 인원", "At most") { .integer($0.members.maxMembers) },
            Column("private_percent", "민간 %", "Private %") { .integer($0.members.minPrivatePercent) },
            Column("from_main", "본위원", "From main") { .integer($0.members.minFromMain) },
            Column("opens_above_percent", "개의 % 초과", "Opens above %") { .integer($0.opensAbovePercent) },
            Column("carries_above_percent", "의결 % 초과", "Carries above %") { .integer($0.carriesAbovePercent) },
            Column("basis", "근거", "Basis") { .text($0.basis) },
        ])
    }
}

extension Listing<RegimeDocument.Cover> {
    static func covers(_ language: Language) -> Self {
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
    static func grounds(_ language: Language) -> Self {
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
    static func rules(_ language: Language) -> Self {
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
        case .eventOrEndOf(let event, let rule): "\(event) or end of \(rule)"
        }
    }
}
