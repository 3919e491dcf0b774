public import Postgres
public import SandboxDomain

/// Anything done to a grant after its decision: one row of its journal, with everything that belongs to it. Which act may
/// be done when is told by ``GrantAct`` and ``GrantFacts/mayDo(_:)``.
///
/// ```swift
/// var act = ActOnGrant(reference, .commence)
/// act.on = "2026-12-01"
/// try await company.perform(act)
/// ```
public struct ActOnGrant: OnceOnly {
    public typealias Outcome = RecordedGrantAct
    public static let act = "grant"
    /// The day it takes effect; nil for today on the authority's calendar.
    public var on: CivilDate?
    /// What was done, in words.
    public var text: String?
    /// A name that goes with it: where it was published, who claims, the number of the regular permit.
    public var label: String?
    /// The insurance that is confirmed, the claim that is settled, the insurance or report that is replaced, by the number of its act.
    public var part: Int?
    /// Why an insurance or a report is replaced.
    public var reason: String?
    /// The ground of a hearing or revocation.
    public var ground: String?
    /// The last day of an order, of an extension, or of what is notified.
    public var until: CivilDate?
    /// How many months an extension gives.
    public var months: Int?
    /// Whether the law must be revised.
    public var finding: RevisionFinding?
    /// How far the revision is.
    public var step: RevisionStep?
    /// The highest level of the law that must change.
    public var level: LawLevel?
    /// What is claimed or paid.
    public var amount: Int64?
    /// Whether a claim is covered by insurance.
    public var isInsured: Bool?
    /// The case that is to take the grant's place.
    public var successor: CaseReference?
    /// The file that proves it.
    public var proof: PaperFile?
    /// What is written with the act.
    public var detail: Detail?
    let reference: CaseReference
    let act: GrantAct

    /// What belongs to an act in addition to its row.
    public enum Detail: Sendable {
        /// With ``SandboxDomain/GrantAct/insure``.
        case insurance(Insurance)
        /// With ``SandboxDomain/GrantAct/report``.
        case report(TrialReport)
        /// With ``SandboxDomain/GrantAct/plan``.
        case plan(RevisionPlan)
    }

    /// - Parameter reference: the case whose grant it is about.
    public init(_ reference: CaseReference, _ act: GrantAct) { (self.reference, self.act) = (reference, act) }

    public var fingerprint: Fingerprint {
        let words: [String?] = [
            reference.description, act.rawValue, on?.description, text, label, part?.description, ground,
            until?.description, months?.description, finding?.rawValue, step?.rawValue, level?.rawValue,
            amount?.description, isInsured?.description, reason, successor?.description, proof?.name,
            detail.map { "\($0)" },
        ]
        return Fingerprint(words, files: proof.map { [$0.content] } ?? [])
    }

    /// Whether its fields can be used; checked again when it is performed.
    /// - Throws: `BadInput` for a number out of range or fields that contradict each other.
    public func check() throws(BadInput) {
        if act == .extend || act == .refuseExtension {
            try BadInput.checkOne(of: [
                (.months, months != nil), (.until, until != nil), (.refuse, act == .refuseExtension),
            ])
        }
        try BadInput.check(months, in: 1...120, .months)
        try BadInput.check(amount, in: 0...Int64.max, .amount)
        try detail?.check()
        if [.insure, .report].contains(act), part != nil, reason == nil { throw BadInput(.missingName(.reason)) }
    }

    /// Performs the act; returns the row of the journal it made.
    public func performOnce(_ session: Session) throws -> Int64 {
        try check()
        _ = try Principal.current(session).required(act.roles)
        let grant = try GrantStore.get(session, reference)
        let day = on ?? grant.today
        try GrantFacts.mayDate(
            act, on: day, grantedOn: grant.grantedOn, movedOn: grant.movedOn, today: grant.today)
        if act == .correct, let until, until < day { throw BadInput(.endsBeforeStart, field: .until) }
        let successorID = try successor.map { try CaseFileStore.get(session, $0) }
        let facts = try facts(session, grant, on: day, successor: successorID)
        let extended = months.flatMap { months in
            facts.endOn?.adding(days: 1).flatMap { PeriodLength(months, .month).lastDay(from: $0) }
        }
        let ground = try ground.map { try GrantStore.ground($0, session, grant) }
        try facts.mayDo(
            ProposedGrantAct(act, on: day, ground: ground, part: part, endOn: until ?? extended))
        let proofID = try proof.map { try attach($0, session, grant) }

        var columns: [(name: String, value: SQL)] = [
            ("exemption_grant_id", "\(grant.id)"), ("case_file_id", "\(grant.subject.id)"), ("act", "\(act)"),
            ("on_day", "\(day)"),
        ]
        if let text { columns.append(("text", "\(normalised(text))")) }
        if let label { columns.append(("label", "\(normalised(label))")) }
        if let part { columns.append(("about_no", "\(Int64(part))")) }
        if let reason { columns.append(("reason", "\(normalised(reason))")) }
        if let ground { columns.append(("ground", "\(ground)")) }
        if let until { columns.append(("until_on", "\(until)")) }
        if let months { columns.append(("months", "\(Int64(months))")) }
        if let finding { columns.append(("finding", "\(finding)")) }
        if let step { columns.append(("step", "\(step)")) }
        if let level { columns.append(("level", "\(level)")) }
        if let amount { columns.append(("amount", "\(amount)")) }
        if let isInsured { columns.append(("insured", "\(isInsured)")) }
        if let successorID { columns.append(("successor_case_id", "\(successorID.id)")) }
        if let proofID { columns.append(("attachment_id", "\(proofID)")) }
        let names = columns.map { SQL("\(identifier: $0.name)") }
        let id = try session.one(
            """
            INSERT INTO grant_act (\(names.joined(by: ", "))) VALUES (\(columns.map(\.value).joined(by: ", ")))
            RETURNING grant_act_id
            """, as: GrantActID.self)
        try detail?.insert(session, id, grant)
        return id.number
    }

    public func outcome(of receipt: Int64, _ session: Session) throws -> RecordedGrantAct {
        try RecordedGrantAct.get(session, GrantActID(receipt))
    }

    /// What this act depends on in addition to the state.
    private func facts(
        _ session: Session, _ grant: GrantStore.Row, on day: CivilDate, successor: CaseFileFacts?
    ) throws -> GrantFacts {
        var facts = try GrantStore.facts(session, grant, of: act, on: day)
        switch act {
        case .confirm:
            if let part { facts.coverGaps = try GrantStore.coverGaps(session, grant, part: part) }
        case .applyPermit:
            facts.isPermitFiled =
                try successor.map {
                    try session.exists(
                        """
                        SELECT FROM exemption_grant AS g JOIN grant_track AS t USING (regime, track)
                        WHERE g.exemption_grant_id = \(grant.id) AND t.regime = \($0.regime) AND t.converts_to = \($0.track)
                            AND \([Stage.filed, .received, .consulting].contains($0.stage))
                        """)
                } ?? false
        default: break
        }
        return facts
    }

    private func attach(_ file: PaperFile, _ session: Session, _ grant: GrantStore.Row) throws -> AttachmentID {
        let number = try AttachmentStore.insert(session, grant.subject, [file], answering: true, ofGrant: true)[0].get()
        return try session.one(
            """
            SELECT attachment_id FROM attachment
            WHERE case_file_id = \(grant.subject.id) AND attachment_no = \(Int64(number))
            """, as: AttachmentID.self)
    }
}

/// An act as recorded in the journal, and the state of the grant after it.
public struct RecordedGrantAct: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The number of the certificate.
    public let certificate: String
    /// What was done.
    public let act: GrantAct
    /// Its number in the journal of the grant.
    public let number: Int
    /// The day it took effect.
    public let day: CivilDate
    /// The legal state today.
    public let state: GrantState
    /// The last day of the validity; nil: it begins with the business.
    public let endOn: CivilDate?
    /// The last day in force, as far as it is known; nil: no end in sight.
    public let lastOn: CivilDate?
    /// Today, on the authority's calendar.
    public let today: CivilDate

    static func get(_ session: Session, _ id: GrantActID) throws -> RecordedGrantAct {
        let found = try session.first(
            """
            SELECT c.reference, c.case_file_id, g.certificate, a.act, a.act_no, a.on_day, s.state, s.end_on,
                s.last_on, s.today
            FROM grant_act AS a JOIN exemption_grant AS g USING (exemption_grant_id)
            JOIN case_file AS c ON c.case_file_id = g.case_file_id
            JOIN grant_today AS s ON s.exemption_grant_id = g.exemption_grant_id
            WHERE a.grant_act_id = \(id)
            """
        ) {
            (
                number: String?, id: CaseFileID, certificate: String, act: GrantAct, actNumber: Int, day: CivilDate,
                state: GrantState, end: CivilDate?, last: CivilDate?, today: CivilDate
            ) in
            RecordedGrantAct(
                reference: CaseReference(number: number, id), certificate: certificate, act: act, number: actNumber,
                day: day, state: state, endOn: end, lastOn: last, today: today)
        }
        // It may have been taken back since.
        guard let found else { throw NotFound(.grant, "\(id.number)") }
        return found
    }
}
