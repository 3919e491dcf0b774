/// What the register knows of a case, as far as it decides which papers there are.
public struct PaperCaseFacts: Sendable {
    /// Whether it has a number.
    public var isFiled = false
    /// Whether the desk has taken it up.
    public var isReceived = false
    /// Whether it was handed back.
    public var isReturned = false
    /// The numbers of the supplements asked for.
    public var supplements: [Int] = []
    /// The rounds of consultation.
    public var rounds: [(ministry: String, round: Int, isOpen: Bool)] = []
    /// Which decision it is, and what it was.
    public var decision: (number: Int, outcome: DecisionOutcome)?
    /// Whether it has a certificate.
    public var hasGrant = false
    /// What was done to its grant.
    public var acts: [(number: Int, act: GrantAct)] = []
    /// The dispositions to which an objection was answered, and what was answered.
    public var answered: [(number: Int, ruling: ObjectionRuling)] = []

    /// A case of which nothing is known.
    public init() {}
}

/// What a paper of a case is about.
public struct PaperPoint: Hashable, Sendable {
    /// The ministry it goes to; nil: to the company.
    public var ministry: String?
    /// The round, supplement, decision, act or disposition.
    public var about: Int?
    /// The outcome, act or ruling, by which its words are chosen.
    public var variant: String?

    /// A paper about this.
    public init(ministry: String? = nil, about: Int? = nil, variant: String? = nil) {
        (self.ministry, self.about, self.variant) = (ministry, about, variant)
    }
}

extension PaperKind {
    /// What such a paper of this case is about. A paper tells what is so, and nothing else (행정절차법 제23조).
    ///
    /// Example: a reminder goes to a ministry whose round is open.
    /// - Parameters:
    ///   - ministry: the ministry named.
    ///   - about: the number named; nil for the latest.
    /// - Returns: nil if several ministries were asked and none is named.
    /// - Throws: ``PaperRefusal/nothingToTell(_:)``.
    public func point(_ facts: PaperCaseFacts, ministry: String?, about: Int?) throws(Refusal) -> PaperPoint? {
        guard facts.isFiled else { throw .paper(.nothingToTell(self)) }
        switch self {
        case .receipt: return try told(facts.isReceived, PaperPoint())
        case .returnNotice: return try told(facts.isReturned, PaperPoint())
        case .certificate: return try told(facts.hasGrant, PaperPoint())
        case .supplementRequest: return PaperPoint(about: try latest(facts.supplements, about))
        case .consultation, .reminder:
            let asked = facts.rounds.filter { self == .consultation || $0.isOpen }
            let names = Set(asked.map(\.ministry))
            if names.isEmpty { throw .paper(.nothingToTell(self)) }
            guard let name = ministry ?? (names.count == 1 ? names.first : nil) else { return nil }
            return PaperPoint(
                ministry: name, about: try latest(asked.filter { $0.ministry == name }.map(\.round), about))
        case .rapidResult, .decisionNotice:
            guard let decision = facts.decision else { throw .paper(.nothingToTell(self)) }
            return PaperPoint(about: decision.number, variant: decision.outcome.rawValue)
        case .extensionCertificate: return try act([.extend], facts, about)
        case .revisionFinding: return try act([.recordFinding], facts, about)
        case .order: return try act([.correct, .suspend, .revoke, .refuseExtension], facts, about)
        case .objectionAnswer:
            let number = try latest(facts.answered.map(\.number), about)
            return PaperPoint(about: number, variant: facts.answered.first { $0.number == number }?.ruling.rawValue)
        case .agenda, .minutes: throw .paper(.nothingToTell(self))
        }
    }

    private func told(_ isSo: Bool, _ point: PaperPoint) throws(Refusal) -> PaperPoint {
        guard isSo else { throw .paper(.nothingToTell(self)) }
        return point
    }

    private func act(_ acts: [GrantAct], _ facts: PaperCaseFacts, _ about: Int?) throws(Refusal) -> PaperPoint {
        let done = facts.acts.filter { acts.contains($0.act) }
        let number = try latest(done.map(\.number), about)
        return PaperPoint(about: number, variant: done.first { $0.number == number }?.act.rawValue)
    }

    private func latest(_ numbers: [Int], _ asked: Int?) throws(Refusal) -> Int {
        guard let number = asked ?? numbers.max(), numbers.contains(number) else { throw .paper(.nothingToTell(self)) }
        return number
    }

    /// Whether such a paper of a meeting can be made: minutes once it has begun, and neither without items.
    public func mayTell(heldOn: CivilDate, today: CivilDate, items: Int) throws(Refusal) {
        guard isOfMeeting, items > 0 else { throw .paper(.nothingToTell(self)) }
        if self == .minutes, heldOn > today { throw .committee(.meetingNotBegun(heldOn)) }
    }

    /// A paper issued anew is another edition, and whoever has the first is told why.
    public func mayBeIssued(edition: Int, reason: String?) throws(Refusal) {
        if edition > 1, reason == nil { throw .paper(.alreadyIssued(edition: edition)) }
    }
}

extension PaperRefusal {
    /// Somebody in charge who can be reached (행정절차법 제24조 제3항).
    public static func reachable<Official>(_ official: Official?, _ login: String) throws(Refusal) -> Official {
        guard let official else { throw .paper(.officialUnknown(login)) }
        return official
    }
}

extension RegimeDocument {
    /// The words for a paper: the first template that fits, its number from 1, and the issuer.
    /// - Throws: ``PaperRefusal/noTemplate(_:)``.
    public func words(
        _ kind: PaperKind, _ track: TrackCode?, _ variant: String?
    ) throws(Refusal) -> (number: Int, template: PaperTemplate, issuer: Issuer) {
        guard let issuer, let index = officialPapers.firstIndex(where: { $0.fits(kind, track, variant) }) else {
            throw .paper(.noTemplate(kind))
        }
        return (index + 1, officialPapers[index], issuer)
    }
}
