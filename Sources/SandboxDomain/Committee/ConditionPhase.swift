/// When a condition is to be fulfilled (실증 前/中/後 of the periodic report form).
public enum ConditionPhase: String, StableCode {
    /// Before the business starts.
    case before
    /// While it runs.
    case during
    /// After it has ended.
    case after
}
