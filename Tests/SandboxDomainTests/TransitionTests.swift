import SandboxDomain
import Testing

@Suite("Changes of stage") struct TransitionTests {
    /// The law's own table, written once more by hand: stage, act and role on the left, the stage reached on the right.
    static let expected: [Key: Stage] = [
        Key(.draft, .file, .company): .filed,
        Key(.draft, .withdraw, .company): .withdrawn,
        Key(.filed, .receive, .desk): .received,
        Key(.filed, .return, .desk): .returned,
        Key(.filed, .withdraw, .company): .withdrawn,
        Key(.received, .consult, .desk): .consulting,
        Key(.received, .decide, .desk): .decided,
        Key(.received, .return, .desk): .returned,
        Key(.received, .withdraw, .company): .withdrawn,
        Key(.consulting, .decide, .desk): .decided,
        Key(.consulting, .recall, .desk): .received,
        Key(.consulting, .return, .desk): .returned,
        Key(.consulting, .withdraw, .company): .withdrawn,
        Key(.decided, .redeliberate, .company): .received,
        Key(.returned, .reopen, .desk): .filed,
    ]

    struct Key: Hashable {
        let stage: Stage, act: Act, role: GroupRole
        init(_ stage: Stage, _ act: Act, _ role: GroupRole) { (self.stage, self.act, self.role) = (stage, act, role) }
    }

    @Test(
        "exactly the changes of the table are allowed, to everybody else every act is refused",
        arguments: Stage.allCases)
    func matrix(stage: Stage) {
        for act in Act.allCases {
            for role in GroupRole.allCases {
                let reached = try? Transition.allowed(from: stage, act: act, as: role).to
                #expect(reached == Self.expected[Key(stage, act, role)], "\(stage) \(act) \(role)")
            }
        }
    }

    @Test("a role that never does an act is not permitted it, at any stage") func wrongRole() {
        #expect(throws: NotPermitted(role: .company, needed: [.desk])) {
            try Transition.allowed(from: .filed, act: .receive, as: .company)
        }
        #expect(throws: NotPermitted(role: .desk, needed: [.company])) {
            try Transition.allowed(from: .decided, act: .withdraw, as: .desk)
        }
        #expect(throws: NotPermitted(role: .ministry, needed: [.company])) {
            try Transition.allowed(from: .draft, act: .draft, as: .ministry)
        }
    }

    @Test("an act at the wrong stage names the stages at which it is possible") func wrongStage() {
        #expect(throws: Refusal.wrongStage(.decided, allowed: [.draft, .filed, .received, .consulting])) {
            try Transition.allowed(from: .decided, act: .withdraw, as: .company)
        }
        #expect(throws: Refusal.wrongStage(.draft, allowed: [.received, .consulting])) {
            try Transition.allowed(from: .draft, act: .decide, as: .desk)
        }
    }

    @Test("nothing but a remedy against it leads out of a final stage, and something out of every other")
    func finality() {
        for stage in Stage.allCases {
            #expect(
                stage.isFinal
                    == !Transition.table.contains {
                        $0.from == stage && $0.act != .redeliberate && $0.act != .reopen
                    })
        }
        // A case that was returned goes on from where it was, once an objection to that is upheld.
        let reopened = Transition.table.filter { $0.act == .reopen }
        #expect(reopened.allSatisfy { $0.from == .returned })
        #expect(reopened.map(\.to) == [.filed, .received, .consulting])
        let again = Transition.table.filter { $0.act == .redeliberate }
        #expect(again.map(\.from) == [.decided, .decided] && again.map(\.to) == [.received, .consulting])
    }

    @Test("two stages are joined by one act at most, so the log can name it") func oneAct() {
        let pairs = Transition.table.map { "\($0.from) \($0.to)" }
        #expect(Set(pairs).count == pairs.count)
    }
}
