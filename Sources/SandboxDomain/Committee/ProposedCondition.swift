/// A condition as it is put into a decision: an obligation that can be checked.
public struct ProposedCondition: Hashable, Sendable {
    /// When it is to be fulfilled: before, during or after the trial; nil where the decision does not say.
    public var phase: ConditionPhase?
    /// The condition in the words of the decision.
    public var text: String
    /// The ministry or other organisation that asked for it; nil for the committee itself.
    public var askedBy: String?
    /// The article it rests on.
    public var basis: String?
    /// What it is for.
    public var purpose: String?
    /// How to tell that it is met: a document, a figure, data to collect.
    public var evidence: String?
    /// When it is due.
    public var due: DueRule?
    /// Who owes it.
    public var responsible: ResponsibleParty

    /// A condition.
    public init(
        phase: ConditionPhase? = nil, text: String, askedBy: String? = nil, basis: String? = nil,
        purpose: String? = nil, evidence: String? = nil, due: DueRule? = nil, responsible: ResponsibleParty = .company
    ) {
        (self.phase, self.text, self.askedBy, self.basis) = (phase, text, askedBy, basis)
        (self.purpose, self.evidence, self.due, self.responsible) = (purpose, evidence, due, responsible)
    }
}

/// Who owes a condition.
public enum ResponsibleParty: String, StableCode {
    /// The company.
    case company
    /// The ministry that asked for it.
    case ministry
    /// The lead authority.
    case desk
}

/// What a ministry says of the change of a condition (RegAct 19의3⑦).
public enum ChangeOpinion: String, StableCode {
    case agree, oppose
}

/// How far a condition is met, by the evidence filed last.
public enum ConditionState: String, StableCode {
    /// It is before the committee, and not decided yet.
    case proposed
    /// No evidence is filed.
    case open
    /// Evidence is filed and not ruled on yet.
    case submitted
    /// The desk has confirmed it.
    case confirmed
    /// The desk has rejected the evidence.
    case rejected
    /// The grant is over, and the desk asks for it no more.
    case waived
}

extension [ProposedCondition] {
    /// Whether conditions may be imposed in this form: each says what it is for and how to tell that it is met. The
    /// standard operating guideline sets criteria against excessive conditions, and the data to collect are to be set in
    /// advance.
    ///
    /// Example: "report regularly" without what the reports show is refused.
    public func mayImpose() throws(Refusal) {
        var gaps: [ConditionGap] = []
        for (index, condition) in enumerated() {
            let gap = ConditionGap(
                number: index + 1, lacksPurpose: trimmed(condition.purpose ?? "").isEmpty,
                lacksEvidence: trimmed(condition.evidence ?? "").isEmpty)
            if gap.lacksPurpose || gap.lacksEvidence { gaps.append(gap) }
        }
        guard gaps.isEmpty else { throw .condition(.conditionIncomplete(gaps)) }
    }
}

/// What a condition lacks.
public struct ConditionGap: Hashable, Sendable {
    /// Its number.
    public let number: Int
    /// Whether it does not say what it is for.
    public let lacksPurpose: Bool
    /// Whether it does not say how to tell that it is met.
    public let lacksEvidence: Bool

    /// What a condition lacks.
    public init(number: Int, lacksPurpose: Bool, lacksEvidence: Bool) {
        (self.number, self.lacksPurpose, self.lacksEvidence) = (number, lacksPurpose, lacksEvidence)
    }
}
