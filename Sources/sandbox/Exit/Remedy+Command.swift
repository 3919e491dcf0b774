import SandboxDomain
import SandboxPresentation

extension Remedy {
    /// The command or option that does it; nil where the sentence says enough.
    private var command: String? {
        switch self {
        case .awaitAnswers: "sandbox case recall-supplement, close-supplement"
        case .recallSupplement: "sandbox case recall-supplement"
        case .replyAgain: "sandbox consult send, recall-reply"
        case .recallAnswer: "sandbox case recall-answer"
        case .recallEvidenceRuling: "sandbox condition recall-ruling"
        case .recallObjectionRuling: "sandbox objection recall-answer"
        case .recallAct: "sandbox grant recall"
        case .awaitReplies: "sandbox consult recall, record"
        case .askOrOmit: "sandbox consult send, omit"
        case .fileAgain: "--again"
        case .giveReason: Field.reason.argument.name
        case .correctDecision: "sandbox committee correct"
        case .correctVote: "sandbox committee correct-vote"
        case .deferItem: "sandbox committee defer"
        case .awaitChangeReplies: "sandbox condition refuse"
        case .useExisting: "sandbox org edit"
        case .castVote: "sandbox committee vote"
        case .reopenAgenda: "sandbox committee reopen"
        case .enablePerson: "sandbox user enable"
        case .nameColleague: "sandbox user list"
        case .endAbsence: "sandbox user back"
        case .namePrecedent: "sandbox case precedents"
        case .contest: "sandbox consult contest"
        case .awaitResolution: "sandbox consult resolve"
        case .resumeFirst: "sandbox deadline resume"
        case .namePaper: Field.paper.argument.name
        case .forecast: "sandbox roadmap forecast"
        case .raiseLimit: "\(Field.limit.argument) 0"
        case .migrate: "sandbox db migrate"
        case .stateOffice: "sandbox paper office"
        case .stateOfficeAndFacts: "sandbox paper office, \(Field.with.argument.name)"
        case .stateOfficial: "sandbox paper official"
        case .stateFacts: Field.with.argument.name
        case .completeRegime: "sandbox regime apply"
        default: nil
        }
    }

    /// The way out in a sentence, with the command to type: `End that stop first: sandbox deadline resume.`
    var typed: Wording {
        guard let command else { return wording }
        return Wording("\(wording.ko.dropLast()): \(command).", "\(wording.en.dropLast()): \(command).")
    }
}
