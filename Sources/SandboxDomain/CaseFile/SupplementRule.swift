/// How a request for a supplement ended without an answer.
public enum SupplementEnding: String, StableCode {
    /// 철회: whoever asked took it back.
    case recalled
    /// 기한 경과: the period set for it went by, and the case goes on.
    case unanswered
}

/// The rules for answering a supplement (보완: Decree 39②, 40②, 42의4②).
public enum SupplementRule {
    /// Whether it may be asked for: not what the same organisation asks for already, in the same words, and waits for.
    ///
    /// - Parameter same: the number of such a request.
    public static func mayAsk(same: Int?) throws(Refusal) {
        if let same { throw .caseFile(.supplementRepeated(same)) }
    }

    /// Whether the supplement of that number, or without one the only one that is open, may be answered: once.
    ///
    /// - Parameters:
    ///   - open: the numbers of those that wait for an answer.
    ///   - answered: the numbers of those that have one.
    public static func mayAnswer(_ number: Int?, open: [Int], answered: [Int]) throws(Refusal) {
        if let number {
            if answered.contains(number) { throw .caseFile(.alreadyAnswered(number)) }
            return
        }
        guard !open.isEmpty else { throw .caseFile(.supplementNoneOpen) }
        guard open.count == 1 else { throw .caseFile(.supplementAmbiguous(open)) }
    }

    /// Whether the desk may enter an answer that arrived on that day: between the day it was asked for and today.
    public static func mayRecord(arrivedOn day: CivilDate, askedOn: CivilDate, today: CivilDate) throws(Refusal) {
        guard (askedOn...max(askedOn, today)).contains(day) else {
            throw .dateOutside(day, earliest: askedOn, latest: today)
        }
    }

    /// Whether the acting person may take a request back: whoever's organisation asked for it, with a reason.
    ///
    /// What is taken back counts nowhere. Nobody gains time by it: what stopped the asker's own period is undone.
    public static func mayRecall(_ number: Int, askedBy asker: String, isOwn: Bool, reason: String) throws(Refusal) {
        try Reason.mayBe(reason)
        guard isOwn else { throw .caseFile(.supplementNotOwn(number, asker)) }
    }

    /// Whether a request is closed without an answer: once the period set for it has gone by (Decree 40③, 42의4③ then also
    /// allow the return). The case goes on with what is there.
    public static func mayClose(
        _ number: Int, dueOn: CivilDate?, today: CivilDate, reason: String
    ) throws(Refusal) {
        try Reason.mayBe(reason)
        guard let dueOn, dueOn < today else { throw .caseFile(.supplementNotDue(number, dueOn)) }
    }
}
