public import Postgres
public import SandboxDomain

/// Whoever asked for a supplement takes the request back (보완 요청 철회): the desk its own, a ministry its own.
///
/// It counts nowhere and is in no official paper; the history keeps it, with the reason. What it stopped of the asker's own periods
/// is undone; the periods of others go on from that day.
public struct RecallSupplement: Operation {
    let reference: CaseReference
    let number: Int?
    let reason: String

    /// - Parameters:
    ///   - number: which request; nil when only one is open.
    ///   - reason: why it is taken back; the company reads it.
    public init(_ reference: CaseReference, number: Int? = nil, reason: String) {
        (self.reference, self.number, self.reason) = (reference, number, reason)
    }

    public func perform(_ session: Session) throws -> AskedSupplement {
        try SupplementStore.end(session, reference, number, as: "recalled", reason: reason) { open, _ throws(Refusal) in
            try SupplementRule.mayRecall(open.number, askedBy: open.asker, isOwn: open.isOwn, reason: reason)
        }
    }
}

/// A request whose period has gone by without an answer is closed (보완 기한 경과), and the case goes on with what is there: by the desk,
/// or by the ministry that asked. Whether the case is returned instead (Decree 40③, 42의4③) is the desk's to say.
public struct CloseSupplement: Operation {
    let reference: CaseReference
    let number: Int?
    let reason: String

    /// - Parameters:
    ///   - number: which request; nil when only one is open.
    ///   - reason: why the case goes on without the answer; the company reads it.
    public init(_ reference: CaseReference, number: Int? = nil, reason: String) {
        (self.reference, self.number, self.reason) = (reference, number, reason)
    }

    public func perform(_ session: Session) throws -> AskedSupplement {
        try SupplementStore.end(session, reference, number, as: "unanswered", reason: reason) {
            open, role throws(Refusal) in
            if role == .ministry, !open.isOwn { throw .caseFile(.supplementNotOwn(open.number, open.asker)) }
            try SupplementRule.mayClose(open.number, dueOn: open.dueOn, today: open.today, reason: reason)
        }
    }
}
