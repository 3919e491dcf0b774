/// One permitted change of stage: from where, to where, by which act, by whom.
public struct Transition: Hashable, Sendable {
    /// The stage the case file is in.
    public let from: Stage
    /// The stage it comes to.
    public let to: Stage
    /// The act that moves it.
    public let act: Act
    /// The group role that may do it.
    public let role: GroupRole

    /// Every change of stage there is. The table `sandbox.transition` holds the same rows, and the server
    /// refuses whatever is not among them.
    public static let table: [Transition] = [
        .init(.draft, .filed, .file, .company),
        .init(.draft, .withdrawn, .withdraw, .company),
        .init(.filed, .received, .receive, .desk),
        .init(.filed, .returned, .return, .desk),
        .init(.filed, .withdrawn, .withdraw, .company),
        .init(.received, .consulting, .consult, .desk),
        .init(.received, .decided, .decide, .desk),
        .init(.received, .returned, .return, .desk),
        .init(.received, .withdrawn, .withdraw, .company),
        .init(.consulting, .decided, .decide, .desk),
        .init(.consulting, .received, .recall, .desk),
        .init(.consulting, .returned, .return, .desk),
        .init(.consulting, .withdrawn, .withdraw, .company),
        .init(.decided, .received, .redeliberate, .company),
        .init(.decided, .consulting, .redeliberate, .company),
        .init(.returned, .filed, .reopen, .desk),
        .init(.returned, .received, .reopen, .desk),
        .init(.returned, .consulting, .reopen, .desk),
    ]

    private init(_ from: Stage, _ to: Stage, _ act: Act, _ role: GroupRole) {
        (self.from, self.to, self.act, self.role) = (from, to, act, role)
    }
}

extension Transition {
    /// The change of stage that `act` is, from `stage`, by a person of `role`.
    ///
    /// Where an act leads to two stages, as re-deliberation does, what there is already decides which of them it is: the
    /// first is answered.
    /// Example: from `received`, `consult` by the desk leads to `consulting`.
    /// - Throws: ``NotPermitted`` if that role never does this act; ``Refusal/wrongStage(_:allowed:)`` if it does, but
    ///   not from this stage.
    public static func allowed(from stage: Stage, act: Act, as role: GroupRole) throws -> Transition {
        let roles = roles(for: act)
        guard roles.contains(role) else { throw NotPermitted(role: role, needed: roles) }
        guard let transition = table.first(where: { $0.from == stage && $0.act == act && $0.role == role }) else {
            throw Refusal.wrongStage(stage, allowed: stages(for: act))
        }
        return transition
    }

    /// The stages from which `act` is possible, in their order; none for ``Act/draft``, which opens a case file.
    public static func stages(for act: Act) -> [Stage] {
        Stage.allCases.filter { stage in table.contains { $0.from == stage && $0.act == act } }
    }

    /// Whether a case in `stage` comes to one of these stages in the ordinary course: what needs a remedy against what was done,
    /// as re-deliberation does, is none.
    ///
    /// Example: a filed case comes to be decided; a decided one never is a draft again.
    public static func leads(from stage: Stage, to stages: [Stage]) -> Bool {
        var reached: [Stage] = [stage]
        var next = 0
        while next < reached.count {
            for step in table
            where step.from == reached[next] && ![.recall, .reopen, .redeliberate].contains(step.act)
                && !reached.contains(step.to)
            {
                reached.append(step.to)
            }
            next += 1
        }
        return stages.contains { $0 != stage && reached.contains($0) }
    }

    /// The group roles that do `act`. A company drafts.
    public static func roles(for act: Act) -> [GroupRole] {
        guard act != .draft else { return [.company] }
        return GroupRole.allCases.filter { role in table.contains { $0.act == act && $0.role == role } }
    }
}
