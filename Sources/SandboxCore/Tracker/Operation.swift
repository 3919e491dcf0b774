public import Postgres

/// One act of casework: a verb with its inputs.
///
/// An operation runs inside one write transaction of the acting person. It loads and locks, asks the rule, writes; the
/// database's triggers record the event. It prints nothing and reads neither clock nor environment.
public protocol Operation: Sendable {
    /// What the act came to.
    associatedtype Outcome: Sendable

    /// Performs the act.
    /// - Throws: `Refusal`, `NotFound`, `NotPermitted`, `Conflict` or `BadInput`; then nothing was written.
    func perform(_ session: Session) throws -> Outcome
}

/// A question to the register, answered in one read-only transaction of the acting person.
public protocol Query: Sendable {
    /// What is answered.
    associatedtype Answer: Sendable

    /// Answers from what the acting person may see.
    func answer(_ session: Session) throws -> Answer
}

/// An act that must have one effect however often it is tried: filing, replying, deciding.
///
/// The act leaves a receipt, which is stored with its key in the same transaction. A retry with that key finds the
/// receipt and answers from it.
public protocol OnceOnly: Operation {
    /// The name under which the key is stored.
    static var act: String { get }

    /// Everything that makes this act what it is; another act under the same key is refused.
    var fingerprint: Fingerprint { get }

    /// Performs the act; returns the row it made.
    func performOnce(_ session: Session) throws -> Int64

    /// What the act came to, read back by its receipt.
    func outcome(of receipt: Int64, _ session: Session) throws -> Outcome
}

extension OnceOnly {
    public func perform(_ session: Session) throws -> Outcome {
        try outcome(of: performOnce(session), session)
    }
}

/// What makes an act what it is: its words and the bytes of its files.
public struct Fingerprint: Sendable {
    /// Every input in a fixed order; `nil` for one that was not given.
    public var words: [String?]
    /// The files that go with it.
    public var files: [[UInt8]]

    /// An act of these words and files.
    public init(_ words: [String?], files: [[UInt8]] = []) {
        (self.words, self.files) = (words, files)
    }
}

/// A question whose answer is rows, handed on one by one.
public protocol RowQuery: Query where Answer == [Row] {
    /// One row.
    associatedtype Row: Sendable

    /// Hands on the rows the acting person may see, in their documented order.
    func forEach(_ session: Session, _ body: (Row) throws -> Void) throws
}

extension RowQuery {
    public func answer(_ session: Session) throws -> [Row] {
        var rows: [Row] = []
        try forEach(session) { rows.append($0) }
        return rows
    }
}
