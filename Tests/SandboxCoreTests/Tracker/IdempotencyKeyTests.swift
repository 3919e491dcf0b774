import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("An act retried under one key has one effect", .database)
struct IdempotencyKeyTests {
    @Test("filing has one effect, and another proposal under the key is refused") func retry() async throws {
        let casework = try await Casework()
        let act = FileCase(.complete(.demonstration), papers: PaperFile.complete(.demonstration))
        let first = try await casework.company.perform(act, key: "k").reference
        #expect(try await casework.twin(of: casework.company).perform(act, key: "k").reference == first)
        #expect(try await casework.company.answer(CaseList()).count == 1)
        var other = ProposalDocument.complete(.demonstration)
        other.proposal.service.summary = "다른 글"
        let changes: [FileCase] = [
            FileCase(other, papers: PaperFile.complete(.demonstration)),
            FileCase(.complete(.demonstration), papers: [.text("other", "다른 파일")]), FileCase(first),
        ]
        for change in changes {
            await #expect(throws: Refusal.idempotencyKeyReused("k")) {
                try await casework.company.perform(change, key: "k")
            }
        }
        // Another person's key of the same name is another key.
        #expect(try await casework.rival.perform(act, key: "k").reference != first)
    }

    @Test("a draft keeps its retry: the key finds it after it was filed") func retryOfDraft() async throws {
        let casework = try await Casework()
        let draft = try await casework.drafted()
        let first = try await casework.company.perform(FileCase(draft), key: "k").reference
        #expect(try await casework.company.perform(FileCase(draft), key: "k").reference == first)
    }

    @Test("of one draft at the same moment, under one key, gives both the same number") func sameKeyRace() async throws
    {
        let casework = try await Casework()
        let draft = try await casework.drafted()
        let people = [casework.company, try casework.twin(of: casework.company)]
        let outcomes = await results(of: 2) { try await people[$0].perform(FileCase(draft), key: "k").reference }
        #expect(outcomes.allSatisfy { $0.failure == nil })
        #expect(Set(outcomes.compactMap(\.value)).count == 1)
    }

    @Test("an act upon a grant under a key is done once") func act() async throws {
        let casework = try await Casework()
        let reference = try await casework.running()
        let report = ActOnGrant.act(reference, .report) { $0.detail = .report(TrialReport(.periodic)) }
        let first = try await casework.company.perform(report, key: "k")
        #expect(try await casework.company.perform(report, key: "k").number == first.number)
        await #expect(throws: Refusal.idempotencyKeyReused("k")) {
            try await casework.company.perform(ActOnGrant.act(reference, .incident), key: "k")
        }
        #expect(try await casework.company.grant(reference).acts.count { $0.act == .report } == 1)
    }
}
