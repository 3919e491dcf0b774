/// An act as somebody wants to do it.
public struct ProposedGrantAct: Hashable, Sendable {
    /// What is to be done.
    public var act: GrantAct
    /// The day it takes effect.
    public var day: CivilDate
    /// The ground of a hearing or revocation.
    public var ground: String?
    /// The number of the insurance or claim it is about.
    public var part: Int?
    /// The last day of the validity that an extension would give.
    public var endOn: CivilDate?

    /// An act on a day.
    public init(_ act: GrantAct, on day: CivilDate, ground: String? = nil, part: Int? = nil, endOn: CivilDate? = nil) {
        (self.act, self.day, self.ground, self.part, self.endOn) = (act, day, ground, part, endOn)
    }
}

/// What an act upon a grant depends on, as of the day of the act.
public struct GrantFacts: Hashable, Sendable {
    /// The legal state.
    public var state: GrantState
    /// The track of the case.
    public var track: TrackCode
    /// The day of the grant.
    public var grantedOn: CivilDate
    /// The day of the last act that moved it.
    public var movedOn: CivilDate?
    /// Today, in the authority's zone.
    public var today: CivilDate
    /// The last day of the validity; nil: it begins with the business.
    public var endOn: CivilDate?
    /// Up to when an insurance must cover the grant: to that day, or to the one it would end on if it began now.
    public var insuredUntil: CivilDate
    /// Whether a grant of this track can be suspended.
    public var maySuspend = false
    /// Whether a grant of this track can be converted into another.
    public var mayConvert = false
    /// Whether the law lets the validity be extended.
    public var isExtendable = true
    /// Whether the law asks for a report on the exit.
    public var hasExitReport = true
    /// What was done already.
    public var done: Set<GrantAct> = []
    /// The conditions to be met before the start that nobody has confirmed.
    public var unmetConditions: [Int] = []
    /// Whether a confirmed insurance, or an agreed plan, covers the grant from the day to its end.
    public var isInsured = false
    /// Covers of the insurance in question that are too small.
    public var coverGaps: [CoverGap] = []
    /// What can be confirmed or settled, by number.
    public var openParts: [Int] = []
    /// The grounds for revocation the law knows, and those that are given.
    public var knownGrounds: [String] = []
    /// The grounds that can be relied upon now.
    public var givenGrounds: [String] = []
    /// The grounds on which there was a hearing.
    public var heardGrounds: Set<String> = []
    /// The last day on which the act may be done; nil: no period is set for it.
    public var windowEndsOn: CivilDate?
    /// The last day an extension may give.
    public var longestEndOn: CivilDate?
    /// The finding on the law revision; nil: none yet.
    public var finding: RevisionFinding?
    /// Whether the acting ministry has found.
    public var hasFound = false
    /// Whether the acting ministry owes a plan.
    public var owesPlan = false
    /// Whether the case named for the conversion is a filed case of the right track and company.
    public var isPermitFiled = false

    /// The facts that every act needs.
    public init(
        state: GrantState, track: TrackCode, grantedOn: CivilDate, movedOn: CivilDate? = nil, today: CivilDate,
        endOn: CivilDate?
    ) {
        (self.state, self.track, self.grantedOn, self.movedOn) = (state, track, grantedOn, movedOn)
        (self.today, self.endOn, insuredUntil) = (today, endOn, endOn ?? today)
    }

    /// Whether an act may be dated so: not before the grant nor in the future, and, if it moves the grant, not before the
    /// last act that did.
    public static func mayDate(
        _ act: GrantAct, on day: CivilDate, grantedOn: CivilDate, movedOn: CivilDate?, today: CivilDate
    ) throws(Refusal) {
        let earliest = act.moves ? max(grantedOn, movedOn ?? grantedOn) : grantedOn
        guard earliest <= day, day <= today else {
            throw .dateOutside(day, earliest: earliest, latest: today)
        }
    }

    /// Whether the act may be done (Act 37, 38, 38의2–38의5, 40; Decree 40–42의7).
    ///
    /// Example: a demonstration commences once its conditions "before" are confirmed and an insurance covers it.
    public func mayDo(_ proposed: ProposedGrantAct) throws(Refusal) {
        let act = proposed.act
        try Self.mayDate(act, on: proposed.day, grantedOn: grantedOn, movedOn: movedOn, today: today)
        let isExtension = act == .askExtension || act == .extend
        if act == .suspend && !maySuspend || act == .applyPermit && !mayConvert || isExtension && !isExtendable
            || act == .exitReport && !hasExitReport
        {
            throw .grant(.notForTrack(act, track))
        }
        if act.isOnce && done.contains(act) { throw .grant(.doneOnce(act)) }
        if act == .extend || act == .refuseExtension, done.contains(.extend) { throw .grant(.extendedOnce) }
        guard act.states.contains(state) else { throw .grant(.wrongState(state, allowed: act.states)) }
        if let part = proposed.part {
            guard openParts.contains(part) else { throw .grant(.partNotOpen(part)) }
            guard coverGaps.isEmpty else { throw .grant(.coverTooSmall(coverGaps)) }
        }
        if let windowEndsOn, proposed.day > windowEndsOn, act != .applyPermit || finding == .needed {
            throw .grant(.windowClosed(windowEndsOn))
        }
        switch act {
        case .commence: try mayCommence()
        case .recordHearing, .revoke: try mayRevoke(act, on: proposed.ground ?? "")
        case .askExtension: guard endOn != nil else { throw .grant(.validityNotBegun) }
        case .extend, .refuseExtension: try mayExtend(act, to: proposed.endOn)
        case .recordFinding:
            guard done.contains(.requestRevision), !hasFound else { throw .grant(.revisionNotRequested) }
        case .plan: guard owesPlan else { throw .grant(.planNotOwed) }
        case .applyPermit: guard finding == .needed, isPermitFiled else { throw .grant(.permitNotApplicable) }
        default: break
        }
    }
}
