/// What a decision (의결) depends on.
public struct DecisionFacts: Hashable, Sendable {
    /// The stage of the case.
    public var stage: Stage
    /// The track of the case.
    public var track: TrackCode
    /// The outcomes a pending case of that track may have.
    public var knownOutcomes: [DecisionOutcome]
    /// The ministries that have replied.
    public var repliedMinistries: [String]
    /// The ministries that have not replied yet.
    public var openMinistries: [String]
    /// The ministries that contest a lapse (법 제36조 제3항) which is not resolved yet.
    public var contestedMinistries: [String]
    /// The numbers of the supplements not answered yet.
    public var openSupplements: [Int]
    /// The day the case was filed, in the authority's zone.
    public var filedOn: CivilDate
    /// Today, in the authority's zone.
    public var today: CivilDate

    /// The ministries that replied that a permit is needed.
    public var permitMinistries: [String]
    /// The ministries that the proposal names, that were not asked, and of which nobody said why not.
    public var unaskedMinistries: [String]
    /// How many conditions are proposed to the committee.
    public var proposedConditions: Int

    /// Who decides.
    public var committee: DecidingCommittee

    /// What a decision depends on.
    public init(
        stage: Stage, track: TrackCode, knownOutcomes: [DecisionOutcome], repliedMinistries: [String],
        openMinistries: [String], contestedMinistries: [String] = [], openSupplements: [Int], filedOn: CivilDate,
        today: CivilDate, permitMinistries: [String] = [], unaskedMinistries: [String] = [],
        proposedConditions: Int = 0, committee: DecidingCommittee = .authority
    ) {
        self.stage = stage
        self.track = track
        self.knownOutcomes = knownOutcomes
        self.repliedMinistries = repliedMinistries
        self.openMinistries = openMinistries
        self.contestedMinistries = contestedMinistries
        self.openSupplements = openSupplements
        self.filedOn = filedOn
        self.today = today
        (self.permitMinistries, self.unaskedMinistries) = (permitMinistries, unaskedMinistries)
        self.proposedConditions = proposedConditions
        self.committee = committee
    }

    /// Whether the outcome goes against what was replied (Act 36④), or leaves out conditions that were proposed: with a reason.
    private func mayDepart(_ outcome: DecisionOutcome, reason: String?) throws(Refusal) {
        if Reason.isGiven(reason) { return }
        if outcome == .noRegulation, !permitMinistries.isEmpty {
            throw .decision(.againstReplies(permitMinistries))
        }
        if outcome == .permitNeeded, permitMinistries.isEmpty, !repliedMinistries.isEmpty {
            throw .decision(.againstReplies(repliedMinistries))
        }
        if outcome == .granted, proposedConditions > 0 { throw .decision(.conditionsDropped(proposedConditions)) }
    }

    /// The day a decision bears when nobody says another: that of the meeting, of a written vote its last day or today.
    public var usualDay: CivilDate {
        guard case .committee(let item?) = committee else { return today }
        return max(item.heldOn, min(item.closesOn, today))
    }

    /// Whether the case may be given this outcome on that day (Act 37③, 38의2③; RegAct 19의3⑥).
    ///
    /// Where a committee decides, the case must be on a frozen agenda and the votes must agree with the outcome
    /// (Decree 8의2④).
    ///
    /// Example: a demonstration that no ministry was consulted on is not granted, but may be rejected with a reason.
    public func mayDecide(
        _ outcome: DecisionOutcome, conditions: Int, reason: String?, on day: CivilDate
    ) throws(Refusal) {
        guard stage != .decided else { throw .decision(.alreadyDecided) }
        guard stage == .received || stage == .consulting else {
            throw .wrongStage(stage, allowed: Transition.stages(for: .decide))
        }
        guard knownOutcomes.contains(outcome) else {
            throw .decision(.outcomeNotForTrack(outcome, track, known: knownOutcomes))
        }
        guard openMinistries.isEmpty else { throw .consultation(.open(openMinistries)) }
        guard contestedMinistries.isEmpty else { throw .consultation(.lapseOpen(contestedMinistries)) }
        guard openSupplements.isEmpty else { throw .caseFile(.supplementOpen(openSupplements)) }
        guard outcome == .rejected || unaskedMinistries.isEmpty else {
            throw .consultation(.ministriesUnasked(unaskedMinistries))
        }
        if outcome.isGrant && repliedMinistries.isEmpty { throw .decision(.ministryNotConsulted) }
        try mayDepart(outcome, reason: reason)
        if outcome.needsConditions && conditions == 0 { throw .decision(.conditionsRequired) }
        if !outcome.takesConditions && conditions > 0 { throw .decision(.conditionsNotAllowed) }
        try Reason.mayBe(reason, where: outcome.needsReason)
        if case .committee(let item?) = committee, item.heldOn > today {
            throw .committee(.meetingNotBegun(item.heldOn))
        }
        guard (filedOn...today).contains(day) else {
            throw .decision(.dateOutside(day, earliest: filedOn, latest: today))
        }
        guard case .committee(let item) = committee else { return }
        guard let item else { throw .committee(.notOnAgenda) }
        try item.mayDecide(outcome, on: day)
    }
}
