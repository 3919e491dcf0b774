import SandboxDomain
import SandboxPresentation

extension NotFound {
    /// How to see what there is, where nothing is like what was named.
    var listing: Wording {
        Wording("있는 것은 \(kind.command) 명령이 보여 줍니다.", "“\(kind.command)” shows what there is.")
    }
}

extension NotFound.Kind {
    /// The command that lists them; what is part of something else is shown with it.
    fileprivate var command: String {
        switch self {
        case .caseFile: "sandbox case list"
        case .organisation: "sandbox org list"
        case .person: "sandbox user list"
        case .consultation, .supplement, .decision: "sandbox case view"
        case .attachment: "sandbox case papers"
        case .condition: "sandbox condition list"
        case .meeting: "sandbox committee list"
        case .committeeMember: "sandbox committee view"
        case .regime, .calendar: "sandbox regime list"
        case .track, .committee, .deadlineRule: "sandbox regime list, regime view <code>"
        case .roadmap, .reformTask: "sandbox roadmap list"
        case .provision: "sandbox roadmap view"
        case .summit: "sandbox summit list"
        case .topic, .council, .commitment: "sandbox summit view"
        case .event: "sandbox audit log"
        case .deadline: "sandbox deadline list"
        case .deadlineStop: "sandbox deadline explain"
        case .holiday: "sandbox calendar list"
        case .grant: "sandbox grant list"
        case .paper: "sandbox paper list"
        case .definition: "sandbox db schema"
        }
    }
}
