/// A number PostgreSQL gave to a row; each kind of row has its own type, so that none is taken for another.
public protocol Identifier: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The number in the database.
    var number: Int64 { get }
    /// Wraps a number read from the database.
    init(_ number: Int64)
}

extension Identifier {
    /// The number in digits.
    public var description: String { String(number) }
    /// Older rows come first.
    public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// The row of a case file (과제).
public struct CaseFileID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}

/// The row of an organisation.
public struct OrganisationID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}

/// The row of one round of consultation with one ministry.
public struct ConsultationID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}

/// The row of a request for a supplement (보완).
public struct SupplementID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}

/// The row of a decision (의결).
public struct DecisionID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}

/// The row of a committee meeting.
public struct MeetingID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}

/// The row of an item of an agenda.
public struct AgendaItemID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}

/// The row of an attached paper.
public struct AttachmentID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}

/// The row of a roadmap.
public struct RoadmapID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}

/// The row of a reform task (법령정비 과제).
public struct ReformTaskID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}

/// The row of a grant.
public struct GrantID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}

/// The row of an act upon a grant.
public struct GrantActID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}

/// The row of an event of the log.
public struct EventID: Identifier {
    /// The number in the database.
    public let number: Int64
    /// Wraps a number read from the database.
    public init(_ number: Int64) { self.number = number }
}
