public import Postgres
public import SandboxDomain

/// Earlier grants that concern a law of a case, as far as the acting person may see them. Those with more laws in
/// common and about something alike come first (동일·유사: Act 37④, 38의2⑦).
public struct Precedents: RowQuery {
    let reference: CaseReference
    /// The maximum number of rows.
    public var limit = 10

    /// - Parameter reference: a visible case.
    public init(_ reference: CaseReference) { self.reference = reference }

    public func forEach(_ session: Session, _ body: (Precedent) throws -> Void) throws {
        let subject = try CaseFileStore.get(session, reference)
        try session.stream(Self.question(subject.id, limit), Precedent.init, body)
    }

    /// Those of one case.
    static func of(_ id: CaseFileID, limit: Int) -> Statement<[Precedent]> { .all(question(id, limit), Precedent.init) }

    private static func question(_ id: CaseFileID, _ limit: Int) -> SQL {
        .embedded("precedents", binding: id.number, Int64(limit))
    }
}

/// An earlier grant that is like a case.
public struct Precedent: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The company.
    public let company: String
    /// The service.
    public let service: String
    /// The track.
    public let track: TrackCode
    /// How it was granted.
    public let outcome: DecisionOutcome
    /// When; nil: its source does not say it.
    public let decidedOn: CivilDate?
    /// The laws it concerned, with their articles.
    public let laws: [String]
    /// Those it has in common with the case.
    public let sharedLaws: [String]
    /// Provisions in common.
    public let sharedArticles: [String]
    /// Whether it concerned all laws that the case concerns: then the fast track can be proposed from it.
    public let coversAll: Bool
    /// How much of the shorter description is in the other, in a hundred.
    public let likeness: Int
    /// Laws, provisions and likeness together; the order of the list.
    public let score: Int
    /// The conditions it carries.
    public let conditions: [String]

    init(
        id: CaseFileID, number: String?, company: String, service: String, track: TrackCode, outcome: DecisionOutcome,
        decidedOn: CivilDate?, laws: [String], sharedLaws: [String], sharedArticles: [String], coversAll: Bool,
        likeness: Int, score: Int, conditions: [String]
    ) {
        reference = CaseReference(number: number, id)
        (self.company, self.service, self.track, self.outcome) = (company, service, track, outcome)
        (self.decidedOn, self.laws, self.sharedLaws) = (decidedOn, laws, sharedLaws)
        (self.sharedArticles, self.coversAll) = (sharedArticles, coversAll)
        (self.likeness, self.score, self.conditions) = (likeness, score, conditions)
    }
}

/// The desk proposes the fast track: the case is the same as or similar to an earlier grant (Act 37④, 38의2⑦).
public struct ProposeFastTrack: Operation {
    let reference: CaseReference
    let precedent: CaseReference
    let reason: String

    /// - Parameters:
    ///   - precedent: a grant of the same track that concerned every law this case concerns.
    ///   - reason: what makes the two the same or similar.
    public init(_ reference: CaseReference, precedent: CaseReference, reason: String) {
        (self.reference, self.precedent, self.reason) = (reference, precedent, reason)
    }

    public func perform(_ session: Session) throws -> FastTrack {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let earlier = try CaseFileStore.get(session, precedent)
        try facts(session, subject, earlier).mayFollow(reason: reason)
        try session.execute(
            """
            INSERT INTO fast_track (case_file_id, precedent_id, reason)
            VALUES (\(subject.id), \(earlier.id), \(normalised(reason)))
            """)
        return FastTrack(reference: subject.reference, precedent: earlier.reference)
    }

    private func facts(
        _ session: Session, _ subject: CaseFileFacts, _ earlier: CaseFileFacts
    ) throws -> PrecedentFacts {
        let (hasPrecedent, fits) = try session.one(
            """
            SELECT EXISTS (SELECT FROM fast_track WHERE case_file_id = \(subject.id)),
                EXISTS (SELECT FROM latest_decision AS d
                    WHERE d.case_file_id = \(earlier.id) AND d.outcome IN ('granted', 'granted-with-conditions'))
                AND NOT EXISTS (
                    SELECT l.law FROM case_law AS l WHERE l.case_file_id = \(subject.id)
                    EXCEPT SELECT l.law FROM case_law AS l WHERE l.case_file_id = \(earlier.id))
            """
        ) { (hasPrecedent: Bool, fits: Bool) in (hasPrecedent, fits) }
        let isSameTrack = earlier.regime == subject.regime && earlier.track == subject.track
        return PrecedentFacts(
            stage: subject.stage, hasPrecedent: hasPrecedent, precedent: earlier.reference,
            isSimilar: fits && isSameTrack && earlier.id != subject.id)
    }
}

/// A case and the grant it follows.
public struct FastTrack: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The earlier grant.
    public let precedent: CaseReference
}
