import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

/// A meeting that is moved or cancelled, an agenda that is opened again, votes and decisions that are put right.
@Suite("Putting a meeting, its votes and a decision right", .database)
struct MeetingChangeTests {
    private func meeting(_ casework: Casework, on day: CivilDate, _ reference: CaseReference) async throws
        -> MeetingReference
    {
        let meeting = try await casework.desk.perform(ScheduleMeeting(committee: "main", on: day)).reference
        try await casework.desk.perform(ComposeMeeting(meeting, members: Casework.members))
        try await casework.desk.perform(TableCase(reference, at: meeting))
        try await casework.desk.perform(FreezeAgenda(meeting))
        return meeting
    }

    @Test("a meeting is moved with its agenda, and the tabling with it, until the first vote") func moved() async throws
    {
        try await TestDatabase.current.travel(to: "2026-02-02")
        let casework = try await Casework()
        let reference = try await casework.replied()
        let meeting = try await meeting(casework, on: "2026-02-10", reference)
        #expect(try await casework.deadline(reference, "k6").endedOn == "2026-02-10")
        let moved = try await casework.desk.perform(MoveMeeting(meeting, to: "2026-02-13", reason: "정족수"))
        #expect((moved.heldOn, moved.closesOn) == ("2026-02-13", "2026-02-13"))
        #expect(try await casework.deadline(reference, "k6").endedOn == "2026-02-13")
        await #expect(throws: Refusal.committee(.meetingNotBegun("2026-02-13"))) {
            try await casework.desk.perform(CastVotes(reference, [], rest: .inFavour))
        }
        try await casework.database.travel(to: "2026-02-13")
        try await casework.desk.perform(CastVotes(reference, [], rest: .inFavour))
        let begun = Refusal.committee(.meetingBegun(meeting))
        await #expect(throws: begun) {
            try await casework.desk.perform(MoveMeeting(meeting, to: "2026-02-20", reason: "x"))
        }
        await #expect(throws: begun) { try await casework.desk.perform(CancelMeeting(meeting, reason: "x")) }
        await #expect(throws: begun) { try await casework.desk.perform(ReopenAgenda(meeting, reason: "x")) }
        #expect(try await casework.desk.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("a cancelled meeting puts its items off, and the period for tabling runs on") func cancelled() async throws {
        try await TestDatabase.current.travel(to: "2026-02-02")
        let casework = try await Casework()
        let reference = try await casework.replied()
        let due = try await casework.deadline(reference, "k6").dueOn
        let meeting = try await meeting(casework, on: "2026-02-10", reference)
        try await casework.desk.perform(CancelMeeting(meeting, reason: "위원장 사정"))
        let tabling = try await casework.deadline(reference, "k6")
        #expect((tabling.state, tabling.endedOn, tabling.dueOn) == (.running, nil, due))
        #expect(try await casework.desk.answer(Inbox()).map(\.task) == [.table])
        let agenda = try await casework.company.answer(CaseView(reference)).agenda
        #expect(agenda.map(\.result) == [.deferred] && agenda.map(\.reason) == ["위원장 사정"])
        #expect(try await casework.desk.answer(MeetingView(meeting)).summary.cancelReason == "위원장 사정")
        await #expect(throws: Refusal.committee(.meetingCancelled(meeting))) {
            try await casework.desk.perform(TableCase(reference, at: meeting))
        }
        try await casework.voted(reference)
        #expect(try await casework.desk.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("an agenda is opened again to put right who sits, and frozen anew with another digest") func reopened()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.replied()
        let meeting = try await casework.tabled(reference)
        let digest = try await casework.desk.answer(MeetingView(meeting)).digest
        try await casework.desk.perform(ReopenAgenda(meeting, reason: "위원 3이 빠졌다."))
        #expect(try await casework.deadline(reference, "k6").state == .running)
        await #expect(throws: Refusal.committee(.agendaNotFrozen(meeting))) {
            try await casework.desk.perform(CastVotes(reference, [], rest: .inFavour))
        }
        try await casework.desk.perform(
            ComposeMeeting(meeting, members: [.init("위원 4", .private)], like: meeting))
        try await casework.desk.perform(FreezeAgenda(meeting))
        let view = try await casework.desk.answer(MeetingView(meeting))
        #expect(view.members.count == 6 && view.digest != digest && view.changeReason == "위원 3이 빠졌다.")
        #expect(try await casework.desk.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("a vote is put right before the decision, the minutes and the words of a decision after it") func votes()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.replied()
        try await casework.voted(reference)
        let slip = CorrectDecision(reference, .decision, text: "10대로 한다.", reason: "오기")
        await #expect(throws: Refusal.wrongStage(.consulting, allowed: [.decided])) {
            try await casework.desk.perform(slip)
        }
        await #expect(throws: Refusal.reasonRequired) {
            try await casework.desk.perform(CorrectVotes(reference, [("위원 1", .against)], reason: ""))
        }
        let counted = try await casework.desk.perform(
            CorrectVotes(reference, [("위원 1", .against), ("위원 2", .absent)], reason: "잘못 적었다."))
        #expect((counted.tally.present, counted.tally.inFavour, counted.tally.against) == (4, 3, 1))
        let meeting = counted.meeting
        let votes = try await casework.desk.answer(MeetingView(meeting)).votes
        #expect(votes.compactMap(\.correction).count == 2)
        await #expect(throws: BadInput.self) {
            try await casework.desk.perform(CastVotes(reference, [("위원 2", .absent)]))
        }
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        try await casework.desk.perform(slip)
        try await casework.desk.perform(
            CorrectDecision(reference, .minutes, text: "위원 3은 출석하지 않았다.", reason: "출석부와 다르다."))
        let view = try await casework.company.answer(CaseView(reference))
        #expect(view.corrections.map(\.subject) == [.decision, .minutes])
        #expect(view.corrections.first?.text == "10대로 한다.")
    }

    @Test("the committee does not get what it cannot decide: replies and answers are there before") func ready()
        async throws
    {
        let casework = try await Casework()
        let reference = try await casework.consulting()
        let meeting = try await casework.desk.perform(ScheduleMeeting(committee: "main")).reference
        try await casework.desk.perform(ComposeMeeting(meeting, members: Casework.members))
        await #expect(throws: Refusal.consultation(.open(["문화체육관광부"]))) {
            try await casework.desk.perform(TableCase(reference, at: meeting))
        }
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        try await casework.desk.perform(TableCase(reference, at: meeting))
        try await casework.desk.perform(AskSupplement(reference, request: "더"))
        await #expect(throws: Refusal.caseFile(.supplementOpen([1]))) {
            try await casework.desk.perform(FreezeAgenda(meeting))
        }
    }
}
