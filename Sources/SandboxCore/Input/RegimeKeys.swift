/// The keys of a regime file.
enum RegimeKeys {
    static let document = keys(
        "regime", "name", "basis", "time_zone", "meeting_name", "calendar", "committees", "tracks", "rules",
        "insurance",
        "disclosure_grounds", "law_endings", "other_names", "issuer", "paper_parts", "official_papers", "valid_from",
        "applies_to", "note")
    static let name = keys("ko", "en")
    static let calendar = keys("code", "name", "closed_weekdays", "opens_at", "closes_at", "foreseen")
    static let foreseen = keys("from", "to", "basis", "holidays")
    static let holidayRule = keys("name", "every", "on", "substitute")
    static let track = keys(
        "track", "prefix", "name", "basis", "grants", "since", "opinions", "outcomes", "imported_outcomes", "sections",
        "papers", "decided_by", "grant")
    static let section = keys("section", "name", "required")
    static let paper = keys("paper", "name", "basis", "required")
    static let rule = keys(
        "rule", "name", "basis", "tracks", "owed_by", "starts_on", "starts_at_end_of", "or_at_end_of",
        "no_earlier_than",
        "ends_on", "length", "counting", "stopped_by", "cap", "extensions", "readings", "when_missed", "missed",
        "valid_from", "valid_to")
    static let extensions = keys("times", "length", "from")
    static let reading = keys("reading", "basis", "text", "length", "about")
    static let committee = keys("committee", "name", "basis", "members", "opens_above_percent", "carries_above_percent")
    static let members = keys("min", "max", "private_percent", "from_main")
    static let decider = keys("committee", "needs", "basis")
    static let grant = keys(
        "prefix", "certificate", "validity", "extension", "revision", "permit", "converts_to", "at_end",
        "barring_levels", "may_suspend", "articles", "revocation_grounds")
    static let article = keys("topics", "basis")
    static let revocationGround = keys("ground", "name", "needs", "basis")
    static let cover = keys("cover", "name", "amount", "basis")
    static let disclosureGround = keys("ground", "name", "basis")
    static let issuer = keys("agency", "head")
    static let paperPart = keys("part", "text")
    static let paperTemplate = keys(
        "paper", "tracks", "variants", "layout", "form", "title", "number", "disclosure", "text")
    static let lawEnding = keys("ending", "level")
    static let otherNames = keys("kind", "name", "short", "former")

    private static func keys(_ names: String...) -> FormKeys.Keys { names.map { (key: $0, korean: []) } }
}
