import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("A case that misses the next session", .database)
struct MissedMeetingTests {
    /// What the desk sees of a case that is to be tabled, in its inbox, in the list of deadlines and inside the case; and for
    /// how many cases each session comes too late.
    private func flags(_ casework: Casework, _ reference: CaseReference) async throws -> (
        cases: Set<String?>, late: [Int]
    ) {
        let task = try await casework.desk.answer(Inbox()).filter { $0.reference.description == reference.description }
        var deadlines = DeadlineList()
        deadlines.reference = reference
        let listed = try await casework.desk.answer(deadlines).filter { $0.rule == "k6" }
        let inside = try await casework.desk.answer(CaseView(reference)).deadlines.filter { $0.rule == "k6" }
        let seen = task.map(\.lateMeeting) + (listed + inside).map(\.lateMeeting)
        return (Set(seen), try await casework.desk.answer(MeetingList()).map(\.lateCases))
    }

    @Test("is flagged from the day after the last session in time, not the day before") func day() async throws {
        try await TestDatabase.current.travel(to: "2025-02-03")
        let casework = try await Casework()
        let reference = try await casework.replied()
        #expect(try await casework.desk.answer(DeadlineList()).first { $0.rule == "k6" }?.dueOn == "2025-05-07")
        // Nothing is scheduled: nobody can say that it comes too late.
        #expect(try await flags(casework, reference).cases == [nil])
        try await casework.desk.perform(ScheduleMeeting(committee: "main", on: "2025-04-30"))
        try await casework.desk.perform(ScheduleMeeting(committee: "main", on: "2025-06-11"))
        try await casework.desk.perform(ScheduleMeeting(committee: "fast-track", on: "2025-05-02"))
        var seen = try await flags(casework, reference)
        #expect(seen.cases == [nil] && seen.late == [0, 0, 0])
        try await casework.database.travel(to: "2025-04-30")
        #expect(try await flags(casework, reference).cases == [nil])
        try await casework.database.travel(to: "2025-05-01")
        seen = try await flags(casework, reference)
        #expect(seen.cases == ["main/2"] && seen.late == [1, 0, 0])
        // The parties of the case do not see sessions it is not tabled at.
        #expect(try await casework.company.answer(CaseView(reference)).deadlines.allSatisfy { $0.lateMeeting == nil })
        // A mediation stops the period, and there is nothing to miss.
        try await casework.desk.perform(MediateCase(reference, .begin(council: "협의회")))
        #expect(try await flags(casework, reference).cases == [nil])
    }

    @Test("is flagged at once when the agenda of the last session in time is frozen, unless it is on it")
    func freeze() async throws {
        try await TestDatabase.current.travel(to: "2025-02-03")
        let casework = try await Casework()
        let (reference, other) = (try await casework.replied(), try await casework.replied())
        let first = try await casework.desk.perform(ScheduleMeeting(committee: "main", on: "2025-04-30")).reference
        try await casework.desk.perform(ScheduleMeeting(committee: "main", on: "2025-06-11"))
        try await casework.database.travel(to: "2025-04-21")
        try await casework.desk.perform(ComposeMeeting(first, members: Casework.members))
        try await casework.desk.perform(TableCase(other, at: first))
        #expect(try await flags(casework, reference).cases == [nil])
        try await casework.desk.perform(FreezeAgenda(first))
        #expect(try await flags(casework, reference).cases == ["main/2"])
        #expect(try await flags(casework, other).cases == [nil])
    }
}
