/// What the law says of a committee: how it is composed, with how many it opens and decides (Act 10의2; Decree 8의2).
///
/// The numbers are data of the regime.
public struct CommitteeRule: Hashable, Sendable {
    /// The fewest members of a meeting.
    public let minMembers: Int
    /// The most members of a meeting.
    public let maxMembers: Int
    /// So many of a hundred members are private.
    public let minPrivatePercent: Int
    /// So many sit on the main committee as well.
    public let minFromMain: Int

    /// A rule as reference data has it.
    public init(minMembers: Int, maxMembers: Int, minPrivatePercent: Int, minFromMain: Int) {
        (self.minMembers, self.maxMembers) = (minMembers, maxMembers)
        (self.minPrivatePercent, self.minFromMain) = (minPrivatePercent, minFromMain)
    }

    /// Whether a meeting may be held so (Act 10의2②; Decree 8의2②④⑥⑦).
    ///
    /// Example: of a chair, two agencies and two private members too few are private for the main committee.
    /// - Throws: `Refusal.committee(.compositionUnlawful)` with everything that is wrong.
    public func mayCompose(_ members: [CommitteeMember]) throws(Refusal) {
        var faults: [CompositionFault] = []
        if !(minMembers...maxMembers).contains(members.count) {
            faults.append(.members(members.count, minimum: minMembers, maximum: maxMembers))
        }
        let chairs = members.count { $0.capacity == .chair }
        if chairs != 1 { faults.append(.chairs(chairs)) }
        let privateMembers = members.count { $0.capacity == .private }
        let minPrivate = (minPrivatePercent * members.count + 99) / 100
        if privateMembers < minPrivate { faults.append(.privateMembers(privateMembers, minimum: minPrivate)) }
        let fromMain = members.count(where: \.isFromMain)
        if fromMain < minFromMain { faults.append(.fromMain(fromMain, minimum: minFromMain)) }
        guard faults.isEmpty else { throw .committee(.compositionUnlawful(faults)) }
    }
}

extension CommitteeRule {
    /// Whether a committee may hold a meeting: as long as the regime has it, or something is under way for it.
    public static func mayMeet(_ committee: String, isOpen: Bool) throws(Refusal) {
        guard isOpen else { throw .committee(.committeeClosed(committee)) }
    }
}

/// What is wrong with a composition.
public enum CompositionFault: Hashable, Sendable {
    /// Too few or too many members.
    case members(Int, minimum: Int, maximum: Int)
    /// Not exactly one chair.
    case chairs(Int)
    /// Too few private members.
    case privateMembers(Int, minimum: Int)
    /// Too few who sit on the main committee.
    case fromMain(Int, minimum: Int)
}

/// Somebody who sits in a meeting.
public struct CommitteeMember: Hashable, Sendable {
    /// The name, or what the seat is called.
    public let name: String
    /// In what capacity.
    public let capacity: MemberCapacity
    /// Whether the member sits on the main committee as well.
    public var isFromMain: Bool

    /// A member of that name.
    public init(_ name: String, _ capacity: MemberCapacity, isFromMain: Bool = false) {
        (self.name, self.capacity, self.isFromMain) = (name, capacity, isFromMain)
    }
}
