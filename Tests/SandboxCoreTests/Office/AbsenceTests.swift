import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Absence and deputies", .database)
struct AbsenceTests {
    private func mine(_ person: Casework.Person) async throws -> [String] {
        var inbox = Inbox()
        inbox.isMine = true
        return try await person.answer(inbox).map(\.reference.description)
    }

    @Test("the inbox has a person's own work, and the deputy has that of whoever is away") func deputy() async throws {
        let office = try await Office()
        let casework = office.casework
        let reference = try await casework.filed()
        _ = try await casework.filed()
        _ = try await casework.desk.perform(AssignCase(reference))
        #expect(try await casework.desk.answer(Inbox()).count == 2)
        #expect(try await mine(casework.desk) == [reference.description])
        #expect(try await mine(office.lee) == [])

        let today: CivilDate = try await office.test.administrator.read { try $0.one("SELECT office_today()") }
        let (third, eighth, ninth) = (
            try #require(today.adding(days: 3)), try #require(today.adding(days: 8)),
            try #require(today.adding(days: 9))
        )
        let absence = try await casework.desk.perform(
            StateAbsence(until: third, deputy: office.name(office.lee)))
        #expect(absence.from == today)
        #expect(try await mine(office.lee) == [reference.description])
        #expect(try await casework.desk.answer(CaseView(reference)).assignment?.deputy == office.lee.name)
        let persons = try await casework.desk.answer(PersonList())
        #expect(persons.first { $0.roleName == casework.desk.name }?.deputy == office.lee.name)
        await #expect(
            throws: Refusal.office(
                .absenceOverlaps(casework.desk.name, from: today, until: third))
        ) {
            try await casework.desk.perform(
                StateAbsence(from: third, until: ninth, deputy: office.name(office.lee)))
        }
        await #expect(throws: Refusal.office(.notColleague(casework.desk.name))) {
            try await casework.desk.perform(
                StateAbsence(from: eighth, until: ninth, deputy: office.name(casework.desk)))
        }
        _ = try await office.lee.perform(EndAbsence(office.name(casework.desk)))
        #expect(try await mine(office.lee) == [])
        await #expect(throws: Refusal.office(.notAbsent(casework.desk.name))) {
            try await casework.desk.perform(EndAbsence())
        }
    }
}
