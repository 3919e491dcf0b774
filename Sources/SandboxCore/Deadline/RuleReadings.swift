internal import Postgres
internal import SandboxDomain

/// Reads the column `deadline_rule.readings`: how else the law of a rule can be read.
enum RuleReadings {
    /// Those of `deadline_rule AS r`, each a text with its parts between control characters that no text may hold.
    static let column: SQL = """
        ARRAY(SELECT concat_ws(E'\\x1f', w ->> 'reading', w ->> 'basis', w -> 'text' ->> 'ko', w -> 'text' ->> 'en',
            coalesce(w ->> 'length', ''), array_to_string(ARRAY(SELECT jsonb_array_elements_text(w -> 'about')), ' '))
            FROM jsonb_array_elements(r.readings) AS w)::text[]
        """

    /// The readings in the texts of that column.
    static func all(_ texts: [String]) -> [RuleReading] {
        texts.compactMap { text in
            let parts = text.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 6, let kind = RuleReading.Kind(rawValue: parts[0]) else { return nil }
            return RuleReading(
                kind, basis: parts[1], korean: parts[2], english: parts[3], length: try? PeriodLength(parts[4]),
                about: parts[5].split(separator: " ").compactMap { DispositionKind(rawValue: String($0)) })
        }
    }
}
