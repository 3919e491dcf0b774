internal import Postgres
public import SandboxDomain

/// One entry of the event log.
public struct LoggedEvent: Sendable {
    /// Its number in the whole log.
    public let id: EventID
    /// What the chain is about, e.g. `case_file:17`.
    public let chain: String
    /// Its number within the chain, from 1 without gaps.
    public let sequence: Int
    /// When, in ISO form with offset, in the authority's zone.
    public let at: String
    /// The PostgreSQL role that acted.
    public let actor: String
    /// The organisation it acted for then, if the reader may know it.
    public let organisation: String?
    /// The reference of the case, if it belongs to one.
    public let reference: CaseReference?
    /// The code of the regime, if it belongs to one or to a case.
    public let regime: RegimeCode?
    /// What was done.
    public let act: String
    /// The table it was done to.
    public let entity: String
    /// The row of that table.
    public let key: String
    /// What was there before, as JSON; only what changed.
    public let old: String?
    /// What has been there since, as JSON; only what changed.
    public let new: String?
    /// SHA-256 of the event before it and of this one, in hexadecimal digits.
    public let hash: String
    /// What else is digested.
    public let proof: Proof

    /// What an outsider needs in addition to compute the hash again.
    public struct Proof: Sendable {
        /// When, as it is digested: in UTC.
        public let at: String
        /// The PostgreSQL role that logged in; the actor's own, unless a service acts for persons.
        public let login: String
        /// The row of the case file.
        public let caseFileID: CaseFileID?
        /// The row of the organisation.
        public let organisationID: OrganisationID?
        /// Whether it happened before the case was filed.
        public let isOfDraft: Bool
        /// A random number, which keeps anyone from guessing what a hash was computed from.
        public let salt: String
        /// The hash of the event before it; zeros for the first one of a chain.
        public let previousHash: String
    }

    /// The columns of `event AS e LEFT JOIN organisation AS o LEFT JOIN case_file AS c`, in the order of the initialiser.
    /// A list of events is in one time zone: that of the case whose they all are, else that of all lists.
    static func columns(of regime: SQL = "NULL") -> SQL {
        """
        e.event_id, e.chain, e.seq, authority_time(e.at, \(regime)), e.actor, o.name, c.case_file_id, c.reference,
        coalesce(c.regime, CASE WHEN e.chain LIKE 'regime:%' THEN substr(e.chain, 8) END),
        e.act, e.entity, e.entity_key, e.old::text, e.new::text, encode(e.hash, 'hex'),
        to_json(e.at AT TIME ZONE 'UTC') #>> '{}', e.login, e.case_file_id, e.organisation_id, e.of_draft, e.salt::text,
        encode(e.previous_hash, 'hex')
        """
    }

    init(
        id: EventID, chain: String, sequence: Int, at: String, actor: String, organisation: String?,
        caseID: CaseFileID?, number: String?, regime: RegimeCode?, act: String, entity: String, key: String,
        old: String?, new: String?,
        hash: String, utc: String, login: String, caseFileID: CaseFileID?, organisationID: OrganisationID?,
        isOfDraft: Bool, salt: String, previousHash: String
    ) {
        (self.id, self.chain, self.sequence, self.at) = (id, chain, sequence, at)
        (self.actor, self.organisation, self.act, self.entity) = (actor, organisation, act, entity)
        (self.key, self.old, self.new, self.hash) = (key, old, new, hash)
        self.regime = regime
        reference = caseID.map { CaseReference(number: number, $0) }
        proof = Proof(
            at: utc, login: login, caseFileID: caseFileID, organisationID: organisationID, isOfDraft: isOfDraft,
            salt: salt, previousHash: previousHash)
    }
}
