/// A change of the status of a reform task that is possible; the database's table `reform_transition` says the same.
///
/// Forward a task goes as it may, also over several steps at once. Whatever takes something back needs a reason: a step
/// backward, leaving the end, giving up, joining another task. What was merged or superseded stays so.
/// Example: `pre-announced` → `assembly` is possible, `assembly` → `drafting` with a reason, `merged` → `planned` never.
public struct ReformTransition: Hashable, Sendable {
    /// The status before.
    public let from: ReformStatus
    /// The status after.
    public let to: ReformStatus
    /// Whether a reason must be given.
    public let needsReason: Bool

    /// The change from one status to another; nil when there is none.
    public init?(from: ReformStatus, to: ReformStatus) {
        guard from != to, from != .merged, from != .superseded else { return nil }
        let (place, next) = (ReformStatus.course.firstIndex(of: from), ReformStatus.course.firstIndex(of: to))
        switch (place, next) {
        case (let place?, let next?): needsReason = next < place
        case (nil, _?): needsReason = from != .undetermined
        case (_, nil):
            guard from == .undetermined || (place != nil && from != .inForce) else { return nil }
            needsReason = true
        }
        (self.from, self.to) = (from, to)
    }

    /// All there are.
    public static let table: [ReformTransition] = ReformStatus.allCases.flatMap { from in
        ReformStatus.allCases.compactMap { ReformTransition(from: from, to: $0) }
    }
}

extension ReformRule {
    /// Whether a task may go from one status to another.
    ///
    /// - Parameter reason: why, in words; needed where something is taken back.
    /// - Throws: ``RoadmapRefusal/statusUnreachable(_:_:)``, ``Refusal/reasonRequired``.
    public static func mayMove(from: ReformStatus, to: ReformStatus, reason: String?) throws(Refusal) {
        guard from != to else { return }
        guard let move = ReformTransition(from: from, to: to) else { throw .roadmap(.statusUnreachable(from, to)) }
        guard reason != nil || !move.needsReason else { throw .reasonRequired }
    }

    /// Whether a task may be continued by another one, as merged into it or superseded by it.
    ///
    /// - Parameters:
    ///   - status: how far the task has come.
    ///   - how: merged or superseded.
    ///   - other: how far the one has come that is to continue it.
    ///   - name: what the other one is called.
    /// - Throws: ``RoadmapRefusal/statusUnreachable(_:_:)``, ``RoadmapRefusal/taskEnded(_:_:)``.
    public static func mayContinue(
        _ status: ReformStatus, how: ReformStatus, in other: ReformStatus, _ name: String
    ) throws(Refusal) {
        try mayMove(from: status, to: how, reason: "")
        guard ![.dropped, .merged, .superseded].contains(other) else { throw .roadmap(.taskEnded(name, other)) }
    }
}
