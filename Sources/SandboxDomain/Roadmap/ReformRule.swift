/// The rules for what is said of a reform task.
public enum ReformRule {
    /// Whether a day of entry into force goes with a status: only a law that was promulgated has one.
    ///
    /// - Throws: ``RoadmapRefusal/inForceDateNotForStatus(_:)``.
    public static func mayState(_ status: ReformStatus, inForceOn: CivilDate?) throws(Refusal) {
        guard inForceOn == nil || status.hasPromulgatedLaw else { throw .roadmap(.inForceDateNotForStatus(status)) }
    }

    /// Whether something may be said of a task: as long as no other one continues it.
    ///
    /// - Parameter other: the task that continues it, if one does.
    public static func maySpeak(of other: TaskReference?) throws(Refusal) {
        if let other { throw .roadmap(.taskContinued(other.description)) }
    }

    /// Whether a person may say how far a task has come: the desk always, a ministry of the tasks it owes.
    ///
    /// - Parameter owing: the ministries that owe the task.
    /// - Throws: ``NotPermitted`` for anybody else; ``RoadmapRefusal/taskNotOwed(_:)`` for a ministry that does not owe it.
    public static func mayUpdate(as role: GroupRole?, isOwing: Bool, owing: [String]) throws {
        switch role {
        case .desk: return
        case .ministry: guard isOwing else { throw Refusal.roadmap(.taskNotOwed(owing)) }
        default: throw NotPermitted(role: role, needed: [.desk, .ministry])
        }
    }
}

extension ReformStatus {
    /// Whether there is a promulgated text, in force or not yet.
    public var hasPromulgatedLaw: Bool { self == .promulgated || self == .inForce }
}
