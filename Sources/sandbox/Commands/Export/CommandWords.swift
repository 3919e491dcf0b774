/// The words of the running command.
enum CommandWords {
    @TaskLocal static var current: [String] = []

    private static let withValue: Set<String> = ["--database-url", "--as", "--lang", "--format", "--output", "-o"]
    private static let flags: Set<String> = ["--no-input", "--debug", "--verbose", "--bom"]

    /// The words that say what is read: without those for where the bytes go, how they look, who asks and where.
    static func asking(_ words: [String]) -> [String] {
        var kept: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            if withValue.contains(word) {
                _ = rest.popFirst()
            } else if !flags.contains(word), !withValue.contains(where: { word.hasPrefix($0 + "=") }) {
                kept.append(word)
            }
        }
        return kept
    }
}
