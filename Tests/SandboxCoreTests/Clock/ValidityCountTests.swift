import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// A validity is as long as its decision and its extension say, in their unit and not in that of the rule.
@Suite("A validity is recounted as it was given", .database)
struct ValidityCountTests {
    private func agrees(_ casework: Casework, _ reference: CaseReference) async throws {
        let explained = try await casework.company.answer(ExplainClocks(reference))
        #expect(explained.map(\.period.dueOn) == explained.map(\.clock.dueOn))
        #expect(explained.contains { $0.clock.rule.code == "k12" })
        #expect(try await casework.auditor.answer(CheckClocks()).contradictions.isEmpty)
    }

    @Test("shorter by months, or up to a day") func shorter() async throws {
        let casework = try await Casework()
        try await agrees(casework, try await casework.granted(validity: .months(6)))
        let last = try #require(try await casework.desk.answer(Today()).adding(days: 200))
        try await agrees(casework, try await casework.granted(validity: .until(last)))
    }

    @Test("extended by months where the rule counts in years") func extended() async throws {
        let casework = try await Casework()
        let reference = try await casework.running()
        try await casework.company.perform(ActOnGrant.act(reference, .askExtension))
        try await casework.desk.perform(ActOnGrant.act(reference, .extend) { $0.months = 12 })
        try await agrees(casework, reference)
    }
}
