/// The rules for what happens to a regime as a whole.
public enum RegimeRule {
    /// Whether an event may be recorded: not in the future, once where it starts a period, and where it ends one, once that
    /// has begun.
    ///
    /// - Parameters:
    ///   - begun: the day for which it was recorded before.
    ///   - isWaiting: whether a period that it ends has not begun by that day.
    public static func mayRecord(
        on day: CivilDate, today: CivilDate, begun: CivilDate?, isWaiting: Bool
    ) throws(Refusal) {
        guard day <= today else { throw .dateInFuture(day) }
        if let begun { throw .regime(.begun(begun)) }
        guard !isWaiting else { throw .regime(.notBegun) }
    }
}
