/// What the law says of a body: how it is composed, with how many it opens and decides (Act 10의2; Decree 8의2).
///
/// The numbers are data of the regime.
public struct BodyRule: Hashable, Sendable {
    /// The fewest members of a session.
    public let leastMembers: Int
    /// The most members of a session.
    public let mostMembers: Int
    /// So many of a hundred members are private.
    public let leastPrivatePercent: Int
    /// So many sit on the main committee as well.
    public let leastFromMain: Int

    /// A rule as reference data has it.
    public init(leastMembers: Int, mostMembers: Int, leastPrivatePercent: Int, leastFromMain: Int) {
        (self.leastMembers, self.mostMembers) = (leastMembers, mostMembers)
        (self.leastPrivatePercent, self.leastFromMain) = (leastPrivatePercent, leastFromMain)
    }

    /// Whether a session may be held so (Act 10의2②; Decree 8의2②④⑥⑦).
    ///
    /// Example: of a chair, two agencies and two private members too few are private for the main committee.
    /// - Throws: `Refusal.committee(.compositionUnlawful)` with everything that is wrong.
    public func mayCompose(_ members: [CommitteeMember]) throws(Refusal) {
        var faults: [CompositionFault] = []
        if !(leastMembers...mostMembers).contains(members.count) {
            faults.append(.members(members.count, least: leastMembers, most: mostMembers))
        }
        let chairs = members.count { $0.capacity == .chair }
        if chairs != 1 { faults.append(.chairs(chairs)) }
        let privateMembers = members.count { $0.capacity == .private }
        let leastPrivate = (leastPrivatePercent * members.count + 99) / 100
        if privateMembers < leastPrivate { faults.append(.privateMembers(privateMembers, least: leastPrivate)) }
        let fromMain = members.count(where: \.isFromMain)
        if fromMain < leastFromMain { faults.append(.fromMain(fromMain, least: leastFromMain)) }
        guard faults.isEmpty else { throw .committee(.compositionUnlawful(faults)) }
    }
}

extension BodyRule {
    /// Whether a body may hold a session: as long as the regime has it, or something is under way for it.
    public static func mayMeet(_ body: String, isOpen: Bool) throws(Refusal) {
        guard isOpen else { throw .committee(.bodyClosed(body)) }
    }
}

/// What is wrong with a composition.
public enum CompositionFault: Hashable, Sendable {
    /// Too few or too many members.
    case members(Int, least: Int, most: Int)
    /// Not exactly one chair.
    case chairs(Int)
    /// Too few private members.
    case privateMembers(Int, least: Int)
    /// Too few who sit on the main committee.
    case fromMain(Int, least: Int)
}

/// Somebody who sits in a session.
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
