public import Postgres
public import SandboxDomain

/// A ministry contests that its silence means what the law says (Act 36③): it was not told, or the days were counted
/// wrongly. The desk may do so as well.
public struct ContestLapse: Operation {
    let reference: CaseReference
    let ministry: String?
    let reason: String

    /// - Parameter ministry: whose silence; nil for the acting person's own.
    public init(_ reference: CaseReference, ministry: String? = nil, reason: String) {
        (self.reference, self.ministry, self.reason) = (reference, ministry, reason)
    }

    public func perform(_ session: Session) throws -> ContestedLapse {
        let principal = try Principal.current(session)
        let role = try principal.required([.ministry, .desk])
        let subject = try role == .desk ? CaseFileStore.lock(session, reference) : CaseFileStore.get(session, reference)
        try RecordLapses.ifDue(session)
        guard let name = ministry ?? (role == .ministry ? principal.organisation : nil) else {
            throw BadInput(.missingName(.ministry))
        }
        let ministry = try OrganisationStore.get(session, name)
        let lapse = try LapseStore.latest(session, subject, ministry)
        try lapse.facts.mayContest(reason: reason)
        let contested = try session.execute(
            "UPDATE lapse SET contest_reason = \(normalised(reason)) WHERE lapse_id = \(lapse.id)")
        // Another ministry's lapse is visible, but only that ministry and the desk may contest it.
        guard contested == 1 else { throw NotPermitted(role: role, needed: [.desk]) }
        return ContestedLapse(reference: subject.reference, ministry: ministry.name, resolution: nil)
    }
}

/// The desk resolves a lapse that is contested. If it sets the lapse aside, the round is open again as one that the
/// ministry has not been told of; a new period runs from the day it is told.
public struct ResolveLapse: Operation {
    let reference: CaseReference
    let ministry: String
    let resolution: LapseResolution
    let reason: String

    /// The desk's finding and why.
    public init(_ reference: CaseReference, ministry: String, as resolution: LapseResolution, reason: String) {
        (self.reference, self.ministry, self.resolution, self.reason) = (reference, ministry, resolution, reason)
    }

    public func perform(_ session: Session) throws -> ContestedLapse {
        _ = try Principal.current(session).required([.desk])
        let subject = try CaseFileStore.lock(session, reference)
        let ministry = try OrganisationStore.get(session, ministry)
        let lapse = try LapseStore.latest(session, subject, ministry)
        try lapse.facts.mayResolve(reason: reason)
        try session.execute(
            """
            UPDATE lapse SET resolution = \(resolution), resolution_reason = \(normalised(reason))
            WHERE lapse_id = \(lapse.id)
            """)
        return ContestedLapse(reference: subject.reference, ministry: ministry.name, resolution: resolution)
    }
}

/// A lapse that is contested, or what became of it.
public struct ContestedLapse: Sendable {
    /// The case.
    public let reference: CaseReference
    /// The ministry whose silence it is.
    public let ministry: String
    /// What became of it; nil while it is contested.
    public let resolution: LapseResolution?
}
