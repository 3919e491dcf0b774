/// A connection string with its passwords left out, to be shown.
func withoutPasswords(_ connection: String) -> String {
    guard let scheme = connection.firstRange(of: "://") else { return withoutPasswordWords(connection) }
    var rest = connection[scheme.upperBound...]
    var query = ""
    if let mark = rest.firstIndex(of: "?") {
        let kept = rest[rest.index(after: mark)...].split(separator: "&").filter { !$0.contains("password=") }
        query = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
        rest = rest[..<mark]
    }
    // The last @ ends the user part: a password may hold one that nobody encoded.
    let pathStart = rest.firstIndex(of: "/") ?? rest.endIndex
    let at = rest[..<pathStart].lastIndex(of: "@") ?? rest.lastIndex(of: "@")
    var user = ""
    if let at {
        user = rest[..<at].prefix { $0 != ":" } + "@"
        rest = rest[rest.index(after: at)...]
    }
    return connection[..<scheme.upperBound] + user + rest + query
}

/// `host=h password='a b' dbname=d` → `host=h dbname=d`.
private func withoutPasswordWords(_ conninfo: String) -> String {
    var kept: [String] = []
    var rest = conninfo[...]
    while true {
        rest = rest.drop { $0.isWhitespace }
        guard let sign = rest.firstIndex(of: "=") else { return kept.joined(separator: " ") }
        let name = rest[..<sign].filter { !$0.isWhitespace }
        rest = rest[rest.index(after: sign)...].drop { $0.isWhitespace }
        var value = ""
        var isQuoted = false
        var isEscaped = false
        while let character = rest.first, isEscaped || isQuoted || !character.isWhitespace {
            value.append(character)
            if character == "'" && !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && !isEscaped
            rest = rest.dropFirst()
        }
        if !name.hasSuffix("password") { kept.append("\(name)=\(value)") }
    }
}
