import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What is to be done after a decision, and whose turn it is: papers, publication, insurance, commencement.
@Suite("The duties of a grant", .database)
struct GrantDutyTests {
    private func tasks(_ person: Casework.Person) async throws -> Set<InboxTask> {
        Set(try await person.answer(Inbox()).map(\.task))
    }

    private func office(_ casework: Casework) async throws {
        try await casework.desk.perform(StateOffice(.koreanICT) { _ in IssuingOffice.of(division: "제도과") })
        try await casework.desk.perform(
            StateOfficial(nil, title: "주무관", phone: "044-202-0000", fax: nil, email: nil))
    }

    private func issue(
        _ kind: PaperKind, _ reference: CaseReference, _ casework: Casework, reason: String? = nil
    ) async throws {
        var act = IssuePaper(kind, .caseFile(reference), language: "ko") {
            ComposedPaper(title: $0.number.text, bytes: Array($0.number.text.utf8))
        }
        act.reason = reason
        try await casework.desk.perform(act)
    }

    private func contradictions(_ casework: Casework) async throws -> [String] {
        try await casework.auditor.answer(CheckDeadlines()).contradictions.map { "\($0)" }
    }

    @Test("a grant is published, its papers issued, insured and begun; each until it is done") func granted()
        async throws
    {
        let casework = try await Casework()
        try await office(casework)
        let reference = try await casework.decided()
        #expect(try await tasks(casework.desk) == [.publish, .issueCertificate, .issueDecisionNotice])
        #expect(try await tasks(casework.company) == [.obtainInsurance, .commence])
        let listed = try #require(try await casework.desk.answer(CaseList()).first)
        #expect(listed.waitingOn == [.applicant, .desk, .ministry])
        var nobody = CaseList()
        nobody.waitingOn = .nobody
        #expect(try await casework.desk.answer(nobody).isEmpty)
        #expect(
            Set(try await casework.company.answer(WaitingFor(reference)).map(\.task)) == [
                .publish, .issueCertificate, .issueDecisionNotice, .obtainInsurance, .commence, .plan,
            ])

        try await issue(.certificate, reference, casework)
        try await issue(.decisionNotice, reference, casework)
        try await casework.desk.perform(ActOnGrant.act(reference, .publish) { $0.label = "관보 제1호" })
        #expect(try await tasks(casework.desk).isEmpty)
        try await casework.desk.perform(
            CorrectDecision(reference, .decision, text: "유효기간은 24개월이다.", reason: "오기"))
        #expect(try await tasks(casework.desk) == [.issueCertificate, .issueDecisionNotice])
        #expect(try await contradictions(casework) == [])
        try await issue(.certificate, reference, casework, reason: "정정")
        try await issue(.decisionNotice, reference, casework, reason: "정정")
        #expect(try await tasks(casework.desk).isEmpty)

        // Too little, and too short: what cannot be confirmed is the company's again.
        try await casework.company.perform(ActOnGrant.insured(reference, death: 1_000))
        #expect(try await tasks(casework.company) == [.obtainInsurance, .commence])
        #expect(try await casework.company.answer(Inbox()).first { $0.task == .obtainInsurance }?.number == 2)
        #expect(try await tasks(casework.desk).isEmpty)
        let today = try await casework.desk.answer(Today())
        let short = try #require(today.adding(days: 90))
        try await casework.company.perform(ActOnGrant.insured(reference, to: short))
        #expect(try await tasks(casework.company) == [.obtainInsurance, .commence])
        let insured = try await casework.company.perform(ActOnGrant.insured(reference))
        #expect(try await tasks(casework.company) == [.commence])
        #expect(try await tasks(casework.desk) == [.confirm])
        try await casework.desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = insured.number })
        #expect(try await tasks(casework.company) == [.commence])
        try await casework.company.perform(ActOnGrant(reference, .commence))
        #expect(try await tasks(casework.company).isEmpty)
        #expect(try await contradictions(casework) == [])
    }

    @Test("what has ended is neither published nor insured nor begun; its end is told") func ended() async throws {
        let casework = try await Casework()
        try await office(casework)
        let given = try await casework.decided()
        try await casework.company.perform(ActOnGrant.act(given, .renounce) { $0.text = "사업을 접음" })
        #expect(try await tasks(casework.company) == [.reportResult])
        #expect(try await tasks(casework.desk) == [.issueDecisionNotice])
        try await issue(.decisionNotice, given, casework)
        let taken = try await casework.running()
        try await casework.desk.perform(
            ActOnGrant.act(taken, .recordHearing) { ($0.ground, $0.text) = ("fraud", "거짓 자료") })
        try await casework.desk.perform(
            ActOnGrant.act(taken, .revoke) { ($0.ground, $0.text) = ("fraud", "거짓 자료") })
        #expect(try await tasks(casework.desk) == [.issueDecisionNotice, .issueOrder])
        try await issue(.order, taken, casework)
        try await issue(.decisionNotice, taken, casework)
        #expect(try await tasks(casework.desk).isEmpty)
        #expect(try await contradictions(casework) == [])
    }

    @Test("a rejection and a rapid result are told, a return too; a decision of the past is not") func told()
        async throws
    {
        let casework = try await Casework()
        try await office(casework)
        let rapid = try await casework.replied(.rapidConfirmation)
        try await casework.desk.perform(DecideCase(rapid, outcome: .noRegulation))
        #expect(try await tasks(casework.desk) == [.issueRapidResult])
        try await issue(.rapidResult, rapid, casework)
        let rejected = try await casework.replied()
        try await casework.voted(rejected, .against)
        try await casework.desk.perform(DecideCase(rejected, outcome: .rejected, reason: "안전성 미흡"))
        #expect(try await tasks(casework.desk) == [.issueDecisionNotice])
        try await issue(.decisionNotice, rejected, casework)
        let returned = try await casework.filed()
        try await casework.desk.perform(ReturnCase(returned, reason: "요건 미비"))
        #expect(try await tasks(casework.desk) == [.issueReturnNotice])
        try await issue(.returnNotice, returned, casework)
        #expect(try await tasks(casework.desk).isEmpty)
        #expect(try await casework.desk.answer(CaseList()).allSatisfy { $0.waitingOn.isEmpty })
    }

    @Test("a regime without words for a paper owes none, from the day on which they are taken away") func words()
        async throws
    {
        let casework = try await Casework()
        _ = try await casework.decided()
        let text = try String(decoding: regimeFile("kr-ict.yaml"), as: UTF8.self)
        let less = text.replacing("topics: [publish]", with: "topics: [inspect]").replacing(
            "topics: [report, inspect]", with: "topics: [report]")
        try await casework.desk.perform(ApplyRegime(RegimeFile(yaml: Array(less.utf8), file: "kr-ict.yaml")))
        #expect(try await tasks(casework.desk) == [.issueCertificate, .issueDecisionNotice])
        #expect(try await contradictions(casework) == [])
    }

    @Test("after the last reply a ministry that the proposal names is asked, or it is said why not") func named()
        async throws
    {
        let casework = try await Casework()
        var proposal = ProposalDocument.complete(.demonstration)
        var second = try #require(proposal.proposal.exemptions.first)
        (second.law, second.ministry) = ("개인정보 보호법", "개인정보보호위원회")
        proposal.proposal.exemptions.append(second)
        let reference = try await casework.company.perform(
            FileCase(proposal, papers: PaperFile.complete(.demonstration))
        ).reference
        try await casework.desk.perform(ReceiveCase(reference))
        try await casework.desk.perform(SendConsultation(reference, to: ["문화체육관광부"]))
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        let row = try #require(try await casework.desk.answer(Inbox()).first)
        #expect(row.task == .consultNamed && row.request == "개인정보보호위원회" && row.dueOn != nil)
        let told = try await casework.desk.answer(WaitingFor(reference))
        #expect(told.map(\.task) == [.consultNamed] && told.map(\.about) == ["개인정보보호위원회"])
        for party in [casework.company, casework.mcst] {
            let told = try await party.answer(WaitingFor(reference))
            #expect(told.map(\.task) == [.consultNamed] && told.map(\.about) == [nil])
            #expect(try await party.answer(CheckDeadlines()).contradictions.isEmpty)
        }
        // A ministry that is called otherwise is not the one that is named.
        func rename(_ from: String, _ to: String) async throws {
            try await casework.database.administrator.write { session in
                try session.execute("SET LOCAL ROLE sandbox_owner")
                try session.execute("UPDATE organisation SET name = \(to) WHERE name = \(from)")
            }
        }
        try await rename("개인정보보호위원회", "개인정보위원회")
        #expect(try await tasks(casework.desk) == [.table])
        try await rename("개인정보위원회", "개인정보보호위원회")
        #expect(try await tasks(casework.desk) == [.consultNamed])
        try await casework.desk.perform(
            OmitConsultation(reference, ministry: "개인정보보호위원회", reason: "가명정보만 쓴다."))
        #expect(try await tasks(casework.desk) == [.table])
        #expect(try await contradictions(casework) == [])
    }
}
