import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("What a new database begins with", .database)
struct FirstRegimeTests {
    @Test("the regime that ships is in force, and the file says nothing that the database does not") func regime()
        async throws
    {
        let casework = try await Casework()
        for first in FirstRegime.shipped {
            let applied = try await casework.desk.perform(ApplyRegime(first.file))
            #expect(!applied.isNew)
            #expect(applied.differences.isEmpty)
        }
    }

    @Test("the holidays of its calendar are there, all of them and no others") func holidays() async throws {
        let casework = try await Casework()
        for first in FirstRegime.shipped {
            var change = CalendarChange()
            change.calendar = CalendarCode(first.file.document.calendar.code)
            change.file = (Array(try #require(first.holidays).text.utf8), nil)
            (change.isComplete, change.reason) = (true, "test")
            let outcome = try await casework.desk.perform(ChangeCalendar(change)).calendar
            #expect(outcome.entered.isEmpty && outcome.withdrawn.isEmpty && outcome.unchanged > 100)
        }
    }
}
