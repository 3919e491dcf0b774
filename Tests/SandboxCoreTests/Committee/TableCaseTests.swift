import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Tabling a case", .database)
struct TableCaseTests {
    @Test("a deferred case is not decided, waits for the desk, and returns to a later session") func deferred()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.replied()
        let meeting = try await casework.tabled(reference)
        try await casework.desk.perform(DeferItem(reference, reason: "자료"))
        #expect(try await casework.company.answer(WaitingFor(reference)).map(\.task) == [.table])
        await #expect(throws: Refusal.committee(.agendaFrozen(meeting))) {
            try await casework.desk.perform(TableCase(reference, at: meeting))
        }
        try await casework.voted(reference)
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        let view = try await casework.company.answer(CaseView(reference))
        #expect(view.agenda.map(\.result) == [.deferred, .decided] && view.agenda[0].reason == "자료")
    }

    @Test("a case that is withdrawn or returned leaves the agenda") func leaving() async throws {
        let casework = try await Casework()
        let (first, second) = (try await casework.replied(), try await casework.replied())
        let meeting = try await casework.tabled(first, second)
        try await casework.company.perform(WithdrawCase(first, reason: "x"))
        try await casework.desk.perform(ReturnCase(second, reason: "x"))
        #expect(try await casework.desk.answer(MeetingView(meeting)).items.map(\.result) == [.withdrawn, .withdrawn])
    }
}
