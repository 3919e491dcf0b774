import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

/// What a command costs on a slow network: how often it waits for the server.
@Suite("Round trips", .database)
struct RoundTripTests {
    @Test("a case with everything is read in four", arguments: [GroupRole.company, .ministry, .desk, .analyst])
    func caseView(role: GroupRole) async throws {
        let casework = try await Casework()
        let reference = try await casework.replied()
        let reader: Casework.Person =
            switch role {
            case .company: casework.company
            case .ministry: casework.mcst
            case .desk: casework.desk
            default: casework.analyst
            }
        let log = StatementLog()
        let detail = try await log.run(as: reader.name, on: casework.database) {
            try await $0.answer(CaseView(reference))
        }
        #expect(!detail.exemptions.isEmpty && !detail.sections.isEmpty && !detail.deadlines.isEmpty)
        #expect(!detail.consultations.isEmpty)
        #expect(log.roundTrips <= 4)
    }

    @Test(
        "a proposal is drafted and filed in eight, whatever it holds",
        arguments: [TrackCode.rapidConfirmation, .temporaryPermit, .demonstration])
    func filing(track: TrackCode) async throws {
        let casework = try await Casework()
        var proposal = ProposalDocument.complete(track).proposal
        proposal.participants = (1...20).map { .init(organisation: "기관 \($0)", responsible: "담당", part: "실증") }
        proposal.risks = (1...20).map { .init(category: "재산", scenario: "사고 \($0)", response: "배상") }
        proposal.stakeholders = [.init(conflict: "기존 사업자", impact: nil, mitigation: nil, consultation: nil)]
        proposal.contact.name = "담당자"
        let log = StatementLog()
        let filed = try await log.run(as: casework.company.name, on: casework.database) { [proposal] in
            try await $0.perform(
                FileCase(ProposalDocument(proposal), papers: PaperFile.complete(track)), key: IdempotencyKey("once"))
        }
        #expect(filed.stage == .filed)
        #expect(log.roundTrips <= 8)
        let detail = try await casework.company.answer(CaseView(filed.reference))
        #expect(detail.participants.count == 20 && detail.risks.count == 20 && detail.stakeholders.count == 1)
    }

    @Test("a draft is filed in seven") func draft() async throws {
        let casework = try await Casework()
        let draft = try await casework.drafted()
        let log = StatementLog()
        let filed = try await log.run(as: casework.company.name, on: casework.database) {
            try await $0.perform(FileCase(draft), key: IdempotencyKey("once"))
        }
        #expect(filed.stage == .filed)
        #expect(log.roundTrips <= 7)
    }
}
