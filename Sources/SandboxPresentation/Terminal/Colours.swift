/// Colours on a terminal, by the conventions of no-color.org and bixense.com/clicolors.
package enum Colours {
    /// Whether to colour: never with `NO_COLOR` set to anything, always with `CLICOLOR_FORCE` set (but to `0`), else
    /// on a terminal that is not `dumb`, unless `CLICOLOR` is `0`.
    package static func areWanted(environment: [String: String], isTerminal: Bool) -> Bool {
        if let refusal = environment["NO_COLOR"], !refusal.isEmpty { return false }
        if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
        return isTerminal && environment["TERM"] != "dumb" && environment["CLICOLOR"] != "0"
    }

    /// The text in the colour of a tone, or as it is for `.plain` and when colours are off.
    package static func paint(_ text: String, _ tone: Tone, _ wanted: Bool) -> String {
        guard wanted, let code = code(tone), !text.isEmpty else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private static func code(_ tone: Tone) -> String? {
        switch tone {
        case .plain: nil
        case .strong: "1"
        case .good: "32"
        case .caution: "33"
        case .bad: "31"
        case .muted: "2"
        }
    }
}
