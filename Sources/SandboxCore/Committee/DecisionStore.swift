internal import Postgres
internal import SandboxDomain

enum DecisionStore {
    /// What the rule of decisions needs to know of a case: what the server's guard asks for as well.
    static func facts(_ session: Session, _ subject: CaseFileFacts) throws -> DecisionFacts {
        try session.one(
            """
            SELECT stage, outcomes, replied_ministries, open_ministries, contested_ministries, open_supplements, filed_on,
                today, has_committee, committee, meeting_no, held_on, closes_on, is_frozen, composed, recused, present,
                in_favour, against, abstained, is_quorate, is_carried, permit_ministries, unasked_ministries,
                proposed_conditions
            FROM decision_facts(\(subject.id))
            """, DecisionFactsRow.init
        ).facts(of: subject.track)
    }

    /// Whether the law allows the validity that a decision of that day gives; a track without grants has no validity.
    static func mayGive(
        _ session: Session, _ subject: CaseFileFacts, _ validity: ShorterValidity, from day: CivilDate
    ) throws {
        let days = try session.first(
            """
            SELECT coalesce(\(validity.until)::date, period_end(\(day)::date, \(validity.months)::int, 'month')),
                period_end(\(day)::date, r.length, r.unit)
            FROM case_file AS c JOIN grant_track AS t USING (regime, track)
            JOIN deadline_rule AS r ON r.regime = c.regime AND r.version = c.regime_version AND r.rule = t.validity_rule
            WHERE c.case_file_id = \(subject.id)
            """
        ) { (end: CivilDate, longest: CivilDate) in (end: end, longest: longest) }
        if let days { try ShorterValidity.mayGive(until: days.end, from: day, longest: days.longest) }
    }
}

private struct DecisionFactsRow {
    let stage: Stage, outcomes: [String], repliedMinistries: [String], openMinistries: [String]
    let contestedMinistries: [String], openSupplements: [Int], filedOn: CivilDate, today: CivilDate
    let hasCommittee: Bool, committee: String?, number: Int?, heldOn: CivilDate?, closesOn: CivilDate?, isFrozen: Bool?
    let composed: Int?, recused: Int?, present: Int?, inFavour: Int?, against: Int?, abstained: Int?
    let isQuorate: Bool?, isCarried: Bool?
    let permitMinistries: [String], unaskedMinistries: [String], proposedConditions: Int

    func facts(of track: TrackCode) -> DecisionFacts {
        DecisionFacts(
            stage: stage, track: track,
            knownOutcomes: DecisionOutcome.allCases.filter { outcomes.contains($0.rawValue) },
            repliedMinistries: repliedMinistries, openMinistries: openMinistries,
            contestedMinistries: contestedMinistries, openSupplements: openSupplements, filedOn: filedOn, today: today,
            permitMinistries: permitMinistries, unaskedMinistries: unaskedMinistries,
            proposedConditions: proposedConditions, committee: hasCommittee ? .committee(item) : .authority)
    }

    /// The open item of an agenda; nil where the case is not on an agenda.
    private var item: AgendaFacts? {
        guard let committee, let number, let heldOn, let closesOn else { return nil }
        return AgendaFacts(
            meeting: MeetingReference(committee: committee, number: number), heldOn: heldOn, closesOn: closesOn,
            isFrozen: isFrozen ?? false,
            tally: Tally(
                composed: composed ?? 0, recused: recused ?? 0, present: present ?? 0, inFavour: inFavour ?? 0,
                against: against ?? 0, abstained: abstained ?? 0, isQuorate: isQuorate ?? false,
                isCarried: isCarried ?? false))
    }
}
