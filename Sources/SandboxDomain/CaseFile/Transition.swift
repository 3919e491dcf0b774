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
        .init(.consulting, .returned, .return, .desk),
        .init(.consulting, .withdrawn, .withdraw, .company),
    ]

    private init(_ from: Stage, _ to: Stage, _ act: Act, _ role: GroupRole) {
        (self.from, self.to, self.act, self.role) = (from, to, act, role)
    }
}
