import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Same or similar cases", .database)
struct PrecedentTests {
    @Test("the known followers find their precedent among the first five of the public cases") func known() async throws
    {
        let casework = try await Casework()
        try await casework.desk.perform(
            ImportCases(try sampleData("historic_cases.csv"), file: "historic_cases.csv"))
        let cases = try await casework.desk.answer(CaseList())
        let calls = cases.filter { $0.service.contains("피싱") }
        #expect(calls.count >= 3)
        for one in calls {
            let found = try await casework.desk.answer(Precedents(one.reference)).prefix(5)
            let others = calls.filter { $0.reference != one.reference && $0.outcome?.isGrant == true }
            #expect(
                others.contains { other in found.contains { $0.reference == other.reference } },
                "\(one.service): \(found.map(\.service))")
        }
    }

    @Test("grants that concern the same law, the most alike first; only what the reader may see") func order()
        async throws
    {
        let casework = try await Casework()
        let (first, second) = (try await casework.decided(), try await casework.replied())
        let found = try await casework.desk.answer(Precedents(second))
        #expect(found.map(\.reference) == [first])
        #expect(found[0].coversAll && found[0].sharedLaws == ["저작권법"] && found[0].likeness == 100)
        #expect(found[0].sharedArticles == ["저작권법 제35조의5"])
        #expect(try await casework.company.answer(Precedents(second)).map(\.reference) == [first])
        // A ministry that was not asked about the earlier case does not learn of it.
        try await casework.desk.perform(SendConsultation(second, to: ["개인정보보호위원회"]))
        #expect(try await casework.pipc.answer(Precedents(second)).isEmpty)
        await #expect(throws: NotFound.self) { try await casework.rival.answer(Precedents(second)) }
    }

    @Test("the fast track follows a grant of the same track and laws, and opens the fast-track committee")
    func fastTrack()
        async throws
    {
        let casework = try await Casework()
        let (grant, subject) = (try await casework.decided(), try await casework.replied())
        let other = try await casework.decided(.temporaryPermit)
        func propose(_ precedent: CaseReference) async -> Refusal? {
            do {
                try await casework.desk.perform(ProposeFastTrack(subject, precedent: precedent, reason: "같은 기능"))
                return nil
            } catch { return error as? Refusal }
        }
        let meeting = try await casework.desk.perform(ScheduleMeeting(committee: "fast-track")).reference
        await #expect(throws: Refusal.committee(.precedentRequired)) {
            try await casework.desk.perform(TableCase(subject, at: meeting))
        }
        #expect(await propose(other) == .committee(.notAPrecedent(other)))
        #expect(await propose(subject) == .committee(.notAPrecedent(subject)))
        #expect(await propose(grant) == nil)
        #expect(await propose(grant) == .committee(.precedentNamed))
        try await casework.desk.perform(TableCase(subject, at: meeting))
        #expect(await propose(grant) == .committee(.precedentNamed))
        await #expect(throws: NotPermitted.self) {
            try await casework.mcst.perform(ProposeFastTrack(subject, precedent: grant, reason: "x"))
        }
    }

    @Test("a law is the same however its name is spaced") func spacing() async throws {
        let casework = try await Casework()
        let header =
            "company,service,track,ministries,regulation,conditions,filed_on,decided_on,decision,meeting,note,inferred_fields,source\n"
        let row = "가,초거대 AI 요약,demonstration,,저 작권법,,,2024-01-02,granted,,,,\n"
        try await casework.desk.perform(ImportCases(Array((header + row).utf8), file: "h.csv"))
        let subject = try await casework.replied()
        let found = try await casework.desk.answer(Precedents(subject))
        #expect(found.map(\.coversAll) == [true])
        let precedent = try #require(found.first?.reference)
        try await casework.desk.perform(ProposeFastTrack(subject, precedent: precedent, reason: "같은 기능"))
    }

    @Test("why a decision does not follow a precedent is recorded with it") func departure() async throws {
        let casework = try await Casework()
        let (grant, subject) = (try await casework.decided(), try await casework.replied())
        try await casework.voted(subject, .against)
        let act = DecideCase(subject, outcome: .rejected, reason: "대상이 다르다.", departsFrom: [grant])
        try await casework.desk.perform(act)
        let rows = try await casework.database.administrator.read { session in
            try session.all("SELECT reason FROM precedent_departure", as: String.self)
        }
        #expect(rows == ["대상이 다르다."])
        let third = try await casework.replied()
        try await casework.voted(third)
        await #expect(throws: Refusal.reasonRequired) {
            try await casework.desk.perform(DecideCase(third, outcome: .granted, departsFrom: [grant]))
        }
        await #expect(throws: Refusal.committee(.notAPrecedent(subject))) {
            try await casework.desk.perform(
                DecideCase(third, outcome: .granted, reason: "x", departsFrom: [subject]))
        }
    }
}
