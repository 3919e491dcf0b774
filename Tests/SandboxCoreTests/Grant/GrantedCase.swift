import Postgres
import SandboxDomain
import SandboxTesting

@testable import SandboxCore

extension Casework {
    /// A granted demonstration, with a condition before and one during the trial.
    func granted(
        _ track: TrackCode = .demonstration, conditions: Bool = false, validity: ShorterValidity? = nil
    ) async throws -> CaseReference {
        let reference = try await replied(track)
        _ = try await voted(reference)
        var decision = DecideCase(
            reference, outcome: conditions ? .grantedWithConditions : .granted,
            conditions: conditions
                ? [
                    .init(phase: .before, text: "안전요원을 둔다.", purpose: "이용자의 안전", evidence: "배치 계획서"),
                    .init(phase: .during, text: "분기마다 보고한다.", purpose: "성과 측정", evidence: "분기 보고서"),
                ] : [])
        decision.validity = validity
        try await desk.perform(decision)
        return reference
    }

    /// Evidence that a condition is met, confirmed by the desk.
    func meet(_ reference: CaseReference, _ number: Int) async throws {
        try await company.perform(try SubmitEvidence(reference, number: number, note: "이행하였습니다."))
        try await desk.perform(RuleOnEvidence(reference, number: number, confirm: true))
    }

    /// A grant whose business has commenced.
    func running(_ track: TrackCode = .demonstration, daysAgo: Int = 0) async throws -> CaseReference {
        let reference = try await granted(track)
        try await age(reference, days: daysAgo)
        let insured = try await company.perform(ActOnGrant.insured(reference))
        var confirm = ActOnGrant(reference, .confirm)
        confirm.part = insured.number
        try await desk.perform(confirm)
        try await company.perform(ActOnGrant(reference, .commence))
        return reference
    }

    /// Makes a grant, its deadlines and what was done to it so many days older.
    func age(_ reference: CaseReference, days: Int) async throws {
        guard days > 0 else { return }
        try await database.administrator.write { session in
            try session.execute("SET LOCAL ROLE sandbox_owner")
            let id: Int64 = try session.one(
                "SELECT case_file_id FROM case_file WHERE reference = \(reference.description)")
            let days = Int64(days)
            try session.execute(
                "UPDATE decision SET decided_on = decided_on - \(days)::int WHERE case_file_id = \(id)")
            try session.execute(
                "UPDATE exemption_grant SET granted_on = granted_on - \(days)::int WHERE case_file_id = \(id)")
            try session.execute(
                "UPDATE deadline SET started_on = started_on - \(days)::int WHERE case_file_id = \(id) AND ended_on IS NULL"
            )
            try session.execute(
                "UPDATE grant_act SET on_day = on_day - \(days)::int WHERE case_file_id = \(id)")
            try session.execute("SELECT keep_grants(ARRAY[\(id)::bigint])")
        }
    }
}

extension ActOnGrant {
    /// An insurance that covers what the law demands until long after the end.
    static func insured(_ reference: CaseReference, death: Int64 = 150_000_000, to: CivilDate = "2060-01-01")
        -> ActOnGrant
    {
        var act = ActOnGrant(reference, .insure)
        act.proof = .text("insurance-proof", "증서")
        act.detail = .insurance(
            .policy(
                insurer: "예시손해보험", number: "P-1", from: "2019-01-01", to: to,
                covers: [
                    ("death", death), ("injury", 30_000_000), ("disability", 150_000_000), ("property", 1_000_000_000),
                ]))
        return act
    }

    /// An act with these properties.
    static func act(
        _ reference: CaseReference, _ act: GrantAct, _ change: (inout ActOnGrant) -> Void = { _ in }
    ) -> ActOnGrant {
        var made = ActOnGrant(reference, act)
        made.text = "내용"
        change(&made)
        return made
    }
}
