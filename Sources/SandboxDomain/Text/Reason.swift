/// Why something is done, where the law wants to know.
public enum Reason {
    /// Whether a reason may be missing or blank: only where none is needed.
    public static func mayBe(_ reason: String?, where isNeeded: Bool = true) throws(Refusal) {
        if isNeeded && !isGiven(reason) { throw .reasonRequired }
    }

    /// Whether a reason says something.
    public static func isGiven(_ reason: String?) -> Bool { !trimmed(reason ?? "").isEmpty }
}
