import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("The life of a grant", .database)
struct GrantTests {
    @Test("from the decision to the end: certificate, insurance, start, report, expiry") func path() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted(conditions: true)
        var legal = try await casework.company.grant(reference).legal
        #expect((legal.state, legal.reason) == (.preparing, .notCommenced))
        #expect(try await casework.desk.grant(reference).head.certificate == "DEC-\(legal.today.year)-0001")

        #expect(
            await casework.company.refusal(.act(reference, .commence)) == .grant(.conditionsUnmet([1])))
        try await casework.meet(reference, 1)
        let end = try #require(legal.endOn)
        #expect(
            await casework.company.refusal(.act(reference, .commence)) == .grant(.insuranceMissing(until: end)))
        let insured = try await casework.company.perform(ActOnGrant.insured(reference))
        #expect(await casework.company.refusal(.act(reference, .commence)) != nil)
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = insured.number })
        #expect(try await casework.company.perform(ActOnGrant.act(reference, .commence)).state == .running)

        try await casework.desk.perform(ActOnGrant.act(reference, .publish) { $0.label = "관보 제1호" })
        try await casework.company.perform(
            ActOnGrant.act(reference, .report) {
                var report = TrialReport(.periodic)
                (report.progress, report.users) = (40, 1200)
                report.problems = [("인증 오류", "서버 증설", true), ("민원", nil, false)]
                report.conditions = [(2, true)]
                $0.detail = .report(report)
            })
        let detail = try await casework.mcst.grant(reference)
        #expect(detail.acts.map(\.act) == [.insure, .confirm, .commence, .publish, .report])
        #expect(detail.acts.last?.progress == 40)
        legal = try await casework.company.grant(reference, on: legal.endOn?.adding(days: 1)).legal
        #expect((legal.state, legal.reason) == (.expired, .validityEnded))
        #expect(legal.since == legal.endOn?.adding(days: 1))
        let running = try await casework.analyst.answer(GrantList())
        #expect(running.map(\.state) == [.running])
    }

    @Test("a grant is for those who see its case, and each act is somebody's") func persons() async throws {
        let casework = try await Casework()
        let reference = try await casework.granted()
        await #expect(throws: NotFound.self) { try await casework.rival.answer(GrantView(reference)) }
        await #expect(throws: NotFound.self) { try await casework.rival.perform(ActOnGrant.act(reference, .report)) }
        await #expect(throws: NotPermitted.self) {
            try await casework.desk.perform(ActOnGrant.act(reference, .commence))
        }
        await #expect(throws: NotPermitted.self) {
            try await casework.company.perform(ActOnGrant.act(reference, .suspend))
        }
        #expect(try await casework.rival.answer(GrantList()).isEmpty)
        let pending = try await casework.filed()
        await #expect(throws: NotFound.self) { try await casework.company.answer(GrantView(pending)) }
    }

    @Test("made unnecessary by interpretation: the desk says whose it is, and no plan is owed any more")
    func interpreted()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.running()
        await #expect(throws: NotPermitted.self) {
            try await casework.mcst.perform(ActOnGrant.act(reference, .recordInterpretation))
        }
        #expect(try await casework.mcst.answer(Inbox()).map(\.task) == [.plan])
        #expect(try await casework.desk.perform(ActOnGrant.act(reference, .recordInterpretation)).state == .unnecessary)
        #expect(try await casework.mcst.answer(Inbox()).isEmpty)
        #expect(try await casework.company.grant(reference).dues.isEmpty)
        #expect(try await casework.analyst.answer(ExpiriesReport()).isEmpty)
    }

    @Test("an incident is reported while the business runs, by its company, as often as there is one") func incident()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.running(daysAgo: 100)
        let state = try await casework.company.grant(reference).legal.state
        for text in ["이용자 1명이 다쳤습니다.", "같은 장치에서 다시 났습니다."] {
            try await casework.company.perform(ActOnGrant.act(reference, .incident) { $0.text = text })
        }
        let seen = try await casework.desk.grant(reference)
        #expect(seen.acts.filter { $0.act == .incident }.count == 2 && seen.legal.state == state)
        await #expect(throws: NotPermitted(role: .desk, needed: [.company])) {
            try await casework.desk.perform(ActOnGrant.act(reference, .incident) { $0.text = "x" })
        }
    }
}
