import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Notes for colleagues", .database)
struct CaseNoteTests {
    @Test("a note is read by the colleagues and the auditor, and leaves no trace for anybody else") func notes()
        async throws
    {
        let office = try await Office()
        let casework = office.casework
        let reference = try await casework.consulting()
        let parties = [casework.company, casework.mcst, casework.analyst]
        var before: [String] = []
        for party in parties { before.append(try await seen(party, reference)) }
        #expect(try await casework.desk.perform(AddNote(reference, text: "보험 증권은 월요일에 온다고 함")).notes == 1)
        for (party, then) in zip(parties, before) { #expect(try await seen(party, reference) == then, "\(party.name)") }
        _ = try await casework.mcst.perform(AddNote(reference, text: "내부 검토 중"))
        #expect(try await office.lee.answer(CaseView(reference)).notes.map(\.body) == ["보험 증권은 월요일에 온다고 함"])
        #expect(try await casework.mcst.answer(CaseView(reference)).notes.map(\.body) == ["내부 검토 중"])
        #expect(try await casework.company.answer(CaseView(reference)).notes.isEmpty)
        #expect(try await casework.auditor.answer(CaseView(reference)).notes.count == 2)
        #expect(try await casework.desk.answer(CaseHistory(reference)).filter { $0.act == "note" }.count == 1)
        #expect(try await casework.auditor.answer(AuditVerify()).breaks.isEmpty)
    }

    /// What a person is shown of a case: the case itself and its history.
    private func seen(_ person: Casework.Person, _ reference: CaseReference) async throws -> String {
        String(describing: try await person.answer(CaseView(reference)))
            + String(describing: try await person.answer(CaseHistory(reference)))
    }
}
