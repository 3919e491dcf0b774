import Synchronization

@testable import sandbox

/// What a test types is first tried as JSON in Korean and as lines of it in English, if it is the first with these
/// options: as a dry run, if it writes. So every command is held to its schema with every option that any test gives it.
/// What only reads is typed so, with all its options, by ``MachineFormatTests``.
enum Rehearsal {
    private static let known = Mutex<Set<String>>([])
    /// Drafts are numbered by a sequence: a dry run would use up a number that a test awaits.
    private static let usingUp: Set = ["case-draft", "case-file"]
    private static let reading = Set(EveryReadingCommand.lines.compactMap { LeafCommand(running: $0)?.name })

    /// The command lines to try before this one; none where the same was tried before, or nothing can be seen of it.
    static func lines(of arguments: [String]) -> [[String]] {
        let words = arguments.without(["--format", "--lang"])
        let isOnServer = words.contains { $0.hasPrefix("--database-url") || $0 == "schema" }
        let isOther = words.contains { $0.hasPrefix("--output") || ["-o", "--bom", "--"].contains($0) }
        guard isOnServer, !isOther, let leaf = LeafCommand(running: arguments), leaf.printsRecords,
            !usingUp.contains(leaf.name), !reading.contains(leaf.name),
            known.withLock({ $0.insert(kind(of: words, leaf)).inserted })
        else { return [] }
        let isTried = leaf.writes && !words.contains("--dry-run") && !words.contains("--list")
        let more = words + (isTried ? ["--dry-run"] : [])
        return [["json", "ko"], ["jsonl", "en"]].filter { !arguments.contains($0[0]) || !arguments.contains($0[1]) }
            .map { ["--format", $0[0], "--lang", $0[1]] + more }
    }

    /// What tells command lines apart that print other keys: their options, by what they count, how many words they have.
    private static func kind(of words: [String], _ leaf: LeafCommand) -> String {
        let own = words.without(["--database-url", "--as"])
        let options = own.filter { $0.hasPrefix("-") }.map { String($0.prefix { $0 != "=" }) }
        let by = own.firstIndex(of: "--by").map { own[own.index(after: $0)...].prefix(1) } ?? []
        return ([leaf.name, "\(own.count)"] + Set(options).sorted() + by).joined(separator: " ")
    }
}
