import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Extending a deadline", .database)
struct ExtendDeadlineTests {
    @Test("moves the due day once, by what the law has, is explained, and is for the desk") func once() async throws {
        try await TestDatabase.current.travel(to: "2026-03-04")
        let casework = try await Casework()
        let reference = try await casework.received()
        let tabling = DeadlineReference(reference, 1)
        let before = try await casework.deadline(reference, "k6")
        let extended = try await casework.desk.perform(ExtendDeadline(tabling, reason: "일정"))
        #expect(try #require(before.dueOn).days(until: try #require(extended.dueOn)) >= 20)
        await #expect(throws: Refusal.deadline(.extensionUsedUp(1))) {
            try await casework.desk.perform(ExtendDeadline(tabling, by: 1, reason: "일정"))
        }
        let explained = try await casework.desk.answer(ExplainDeadlines(reference, number: 1))
        #expect(explained[0].differences == [.extended])
        await #expect(throws: NotPermitted.self) {
            try await casework.company.perform(ExtendDeadline(tabling, reason: "x"))
        }
    }
}
