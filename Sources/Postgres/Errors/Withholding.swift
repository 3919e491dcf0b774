extension PostgresError {
    /// Takes out of the server's words what they quote of the data: they are printed and logged, data is not.
    mutating func withhold(_ binds: [Bind]) {
        switch state?.rawValue {
        case "23502", "23514": detail = nil  // Failing row contains (…)
        case "23505", "23503", "23P01": detail = detail.map(Self.withoutKeyValues)
        default: break
        }
        if state?.class == "22", !binds.isEmpty { detail = nil }  // Token "…" is invalid.
        if state?.class == "22", context?.hasPrefix("COPY ") == true { message = Self.withoutQuotation(message) }
        context = context.flatMap { Self.withoutQuotedData($0, class: state?.class, hasBinds: !binds.isEmpty) }
        for (index, bind) in binds.enumerated() {
            guard case .text(let value) = bind.value, !value.isEmpty else { continue }
            message = Self.replacing(value, by: "$\(index + 1)", in: message)
            detail = detail.map { Self.replacing(value, by: "$\(index + 1)", in: $0) }
            hint = hint.map { Self.replacing(value, by: "$\(index + 1)", in: $0) }
            context = context.map { Self.replacing(value, by: "$\(index + 1)", in: $0) }
        }
    }

    /// `Key (name)=(secret) already exists.` → `Key (name)=(…) already exists.`
    private static func withoutKeyValues(_ detail: String) -> String {
        var kept = ""
        var rest = detail[...]
        while let start = rest.firstRange(of: "=(") {
            kept += rest[..<start.upperBound] + "…"
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: ") ")?.lowerBound ?? rest.lastIndex(of: ")") else { return kept + ")" }
            rest = rest[end...]
        }
        return kept + rest
    }

    /// `COPY t, line 3, column n: "secret"` keeps its line and column; a data error's context (`JSON data, line 1: …`,
    /// `unnamed portal parameter $1 = '…'`) quotes a bind and is dropped.
    private static func withoutQuotedData(_ context: String, class: String?, hasBinds: Bool) -> String? {
        if context.hasPrefix("COPY ") {
            return withoutQuotation(context)
        }
        return `class` == "22" && hasBinds ? nil : context
    }

    private static func withoutQuotation(_ text: String) -> String {
        text.firstRange(of: ": \"").map { String(text[..<$0.lowerBound]) } ?? text
    }

    /// Replaces the value only where quotes or brackets enclose it, so that a bound `1` does not eat every digit.
    private static func replacing(_ value: String, by number: String, in text: String) -> String {
        let fences: [(open: String, close: String)] = [("\"", "\""), ("'", "'"), ("(", ")"), ("“", "”")]
        return fences.reduce(text) { text, fence in
            text.split(separator: fence.open + value + fence.close, omittingEmptySubsequences: false)
                .joined(separator: fence.open + number + fence.close)
        }
    }
}
