/// How a reading transaction sees the database.
public enum ReadMode: String, Sendable, CaseIterable {
    /// Each statement sees what was committed when it began.
    case readCommitted = "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY"
    /// All statements see what was committed when the first one began: for reports whose figures must agree.
    case snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    /// A snapshot that no concurrent transaction can contradict; may wait before it begins.
    case serializable = "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE"

    var begin: String { rawValue }
}

/// How a writing transaction sees the database.
public enum WriteMode: String, Sendable, CaseIterable {
    /// Each statement sees what was committed when it began. What is decided upon must be locked first.
    case readCommitted = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
    /// All statements see one snapshot; a row changed by others meanwhile is a 40001.
    case repeatableRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE"
    /// As if transactions ran one after the other; a conflict is a 40001.
    case serializable = "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"

    var begin: String { rawValue }
}
