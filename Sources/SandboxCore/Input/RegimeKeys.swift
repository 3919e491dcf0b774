/// The keys of a regime file.
enum RegimeKeys {
    static let document = keys(
        "regime", "name", "basis", "time_zone", "calendar", "tracks", "rules", "valid_from", "applies_to", "note")
    static let name = keys("ko", "en")
    static let calendar = keys("code", "name", "closed_weekdays", "opens_at", "closes_at")
    static let track = keys(
        "track", "prefix", "name", "basis", "grants", "since", "opinions", "outcomes", "imported_outcomes", "sections",
        "papers")
    static let section = keys("section", "name", "required")
    static let paper = keys("paper", "name", "basis", "required")
    static let rule = keys(
        "rule", "name", "basis", "tracks", "owed_by", "starts_on", "starts_at_end_of", "no_earlier_than", "ends_on",
        "length", "counting", "stopped_by", "cap", "extensions", "when_missed", "missed", "valid_from", "valid_to")
    static let extensions = keys("times", "length")

    private static func keys(_ names: String...) -> ProposalKeys.Keys { names.map { (key: $0, korean: []) } }
}
