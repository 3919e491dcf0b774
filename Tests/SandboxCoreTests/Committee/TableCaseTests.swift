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

    @Test("conditions are seen before the vote by the staff, and by the parties with the decision") func proposed()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.replied()
        let meeting = try await casework.desk.perform(ScheduleMeeting(committee: "신기술·서비스심의위원회")).reference
        try await casework.desk.perform(ComposeMeeting(meeting, members: Casework.members))
        try await casework.desk.perform(TableCase(reference, at: meeting))
        let condition = ProposedCondition(phase: .before, text: "조명을 설치한다.", purpose: "안전", evidence: "사진")
        try await casework.desk.perform(ProposeConditions(reference, [condition]))
        let listed = try await casework.desk.answer(ConditionList(reference))
        #expect(listed.map(\.state) == [.proposed] && listed.map(\.phase) == [.before])
        let shown = try await casework.desk.answer(CaseView(reference)).agenda.flatMap(\.proposed)
        #expect(shown.map(\.text) == ["조명을 설치한다."] && shown.map(\.phase) == [.before])
        #expect(try await casework.desk.answer(MeetingView(meeting)).conditions.map(\.text) == ["조명을 설치한다."])
        #expect(try await casework.company.answer(CaseView(reference)).agenda.flatMap(\.proposed).isEmpty)
        #expect(try await casework.company.answer(ConditionList(reference)).isEmpty)
        #expect(try await casework.company.answer(MeetingView(meeting)).conditions.isEmpty)

        try await casework.desk.perform(FreezeAgenda(meeting))
        try await casework.desk.perform(CastVotes(reference, [], rest: .inFavour))
        let member = Casework.members[0].name
        await #expect(throws: Refusal.committee(.voteUnchanged(member))) {
            try await casework.desk.perform(CorrectVotes(reference, [(member, .inFavour)], reason: "x"))
        }
        await #expect(throws: Refusal.committee(.meetingBegun(meeting))) {
            try await casework.desk.perform(ReopenAgenda(meeting, reason: "x"))
        }
        #expect(Refusal.committee(.meetingBegun(meeting)).remedy == .deferItem)
        try await casework.desk.perform(DecideCase(reference, outcome: .grantedWithConditions))
        #expect(try await casework.company.answer(ConditionList(reference)).map(\.state) == [.open])
        await #expect(throws: Refusal.decision(.alreadyDecided)) {
            try await casework.desk.perform(CorrectVotes(reference, [(member, .against)], reason: "x"))
        }
    }
}
