import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Who works on a case", .database)
struct AssignmentTests {
    @Test("who works on a case is shown to the colleagues, who go on seeing it, and to nobody else") func assigned()
        async throws
    {
        let office = try await Office()
        let casework = office.casework
        let reference = try await casework.consulting()
        let assigned = try await casework.desk.perform(
            AssignCase(reference, to: .person(office.name(office.lee)), reason: "업무 분장"))
        #expect(assigned.assignedTo == office.lee.name)
        for colleague in [casework.desk, office.lee] {
            #expect(try await colleague.answer(CaseView(reference)).assignment?.login == office.lee.name)
            #expect(try await colleague.answer(CaseList()).map(\.assignedTo) == [office.lee.name])
            #expect(try await colleague.answer(CaseHistory(reference)).map(\.act).contains("assign"))
        }
        for other in [casework.company, casework.mcst, casework.analyst, casework.auditor] {
            #expect(try await other.answer(CaseView(reference)).assignment == nil, "\(other.name)")
            #expect(try await other.answer(CaseList()).map(\.assignedTo) == [nil], "\(other.name)")
        }
        for other in [casework.company, casework.mcst] {
            let acts = try await other.answer(CaseHistory(reference)).map(\.act)
            #expect(!acts.contains("assign"), "\(other.name)")
        }
        var list = CaseList()
        list.assignedTo = try office.name(casework.desk)
        #expect(try await casework.desk.answer(list).isEmpty)
        _ = try await casework.desk.perform(AssignCase(reference))
        #expect(try await casework.desk.answer(list).count == 1)
        _ = try await casework.desk.perform(AssignCase(reference, to: .nobody))
        #expect(try await casework.desk.answer(list).isEmpty)
        var others = CaseList()
        others.assignedTo = try RoleName(casework.company.name)
        let asked = others
        await #expect(throws: NotFound.self) { try await casework.desk.answer(asked) }
    }

    @Test("work goes to an enabled person of the same organisation, in the same words for any other") func colleagues()
        async throws
    {
        let office = try await Office()
        let casework = office.casework
        let reference = try await casework.consulting()
        for login in [casework.company.name, casework.mcst.name, "nobody_here"] {
            await #expect(throws: Refusal.office(.notColleague(login))) {
                try await casework.desk.perform(AssignCase(reference, to: .person(RoleName(login))))
            }
        }
        for person in [casework.rival, casework.pipc] {
            await #expect(throws: NotFound.self) { try await person.perform(AssignCase(reference)) }
            await #expect(throws: NotFound.self) { try await person.perform(AddNote(reference, text: "x")) }
        }
        for person in [casework.analyst, casework.auditor] {
            await #expect(throws: NotPermitted.self) { try await person.perform(AssignCase(reference)) }
            await #expect(throws: NotPermitted.self) { try await person.perform(AddNote(reference, text: "x")) }
        }
    }
}
