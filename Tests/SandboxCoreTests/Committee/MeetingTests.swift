import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Meetings of the committee", .database)
struct MeetingTests {
    @Test("a meeting from its schedule to its decisions, with everything it produces") func whole() async throws {
        let casework = try await Casework()
        let (desk, first, second) = (casework.desk, try await casework.replied(), try await casework.replied())
        let meeting = try await casework.tabled(first, second)
        try await desk.perform(RecuseMember(first, member: "위원 3", kind: .barred, ground: .employed))
        try await desk.perform(CastVotes(first, [("보건복지부", .against)], rest: .inFavour))
        try await desk.perform(DecideCase(first, outcome: .granted))
        try await desk.perform(DeferItem(second, reason: "자료를 더 본다."))

        let view = try await desk.answer(MeetingView(meeting))
        #expect(view.members == Casework.members)
        #expect(view.digest?.utf8.count == 64)
        #expect(view.items.map(\.result) == [.decided, .deferred])
        #expect(view.items.map(\.outcome) == [.granted, nil])
        #expect(view.items.map(\.hasChanged) == [nil, nil])
        #expect(
            view.items[0].tally
                == Tally(
                    composed: 5, recused: 1, present: 4, inFavour: 3, against: 1, isQuorate: true, isCarried: true))
        #expect(view.votes.count == 5)
        #expect(view.votes.last?.ground == .employed)

        let listed = try await desk.answer(MeetingList())
        #expect(listed.map(\.reference) == [meeting] && listed[0].items == 2 && listed[0].openItems == 0)
        let seen = try await casework.company.answer(MeetingView(meeting))
        #expect(seen.members.isEmpty && seen.votes.isEmpty && seen.items.map(\.tally) == [nil, nil])
        #expect(seen.items.map(\.reason) == [nil, "자료를 더 본다."])
        #expect(try await casework.rival.answer(MeetingList()).isEmpty)
        await #expect(throws: NotFound.self) { try await casework.rival.answer(MeetingView(meeting)) }
        #expect(try await casework.auditor.answer(AuditVerify()).breaks.isEmpty)
    }

    @Test("what changes of a case after the freeze shows") func changed() async throws {
        let casework = try await Casework()
        let reference = try await casework.replied()
        let meeting = try await casework.tabled(reference)
        #expect(try await casework.desk.answer(MeetingView(meeting)).items.map(\.hasChanged) == [false])
        try await casework.desk.perform(SendConsultation(reference, to: ["개인정보보호위원회"]))
        try await casework.pipc.perform(ReplyToConsultation(reference, opinion: .oppose, reason: "뒤늦은 반대"))
        #expect(try await casework.desk.answer(MeetingView(meeting)).items.map(\.hasChanged) == [true])
    }

    @Test("the rules are asked before anything is written") func refusals() async throws {
        let casework = try await Casework()
        let desk = casework.desk
        let today = try await desk.answer(Today())
        let tomorrow = try #require(today.adding(days: 1))
        let (reference, other) = (try await casework.replied(), try await casework.replied(.rapidConfirmation))
        func refusal(_ act: () async throws -> Void) async -> CommitteeRefusal? {
            do { try await act() } catch Refusal.committee(let refusal) { return refusal } catch {}
            return nil
        }
        let meeting = try await desk.perform(ScheduleMeeting(committee: "main", number: 43, on: tomorrow)).reference
        #expect(meeting.number == 43)
        #expect(
            await refusal { try await desk.perform(ScheduleMeeting(committee: "main", number: 43, on: today)) }
                == .meetingExists(meeting))
        await #expect(throws: NotFound(.committee, "mian", suggestion: "main")) {
            try await desk.perform(ScheduleMeeting(committee: "mian", on: today))
        }
        for slip in ["2226-12-10", "1999-12-31"] as [CivilDate] {
            let error = await #expect(throws: Refusal.self) {
                try await desk.perform(ScheduleMeeting(committee: "main", on: slip))
            }
            #expect(error?.code == .dateOutside)
        }
        let past = try await desk.perform(ScheduleMeeting(committee: "main", number: 44, on: "2020-01-01"))
        guard past.notes.count == 2, case .past("2020-01-01") = past.notes[0],
            case .closed("2020-01-01", .some) = past.notes[1]
        else {
            Issue.record("a day that has gone by, and a holiday, are told")
            return
        }
        let two: [CommitteeMember] = [.init("갑", .chair), .init("을", .agency)]
        #expect(
            await refusal { try await desk.perform(ComposeMeeting(meeting, members: two)) }
                == .compositionUnlawful([.privateMembers(0, minimum: 1)]))
        #expect(
            await refusal { try await desk.perform(FreezeAgenda(meeting)) }
                == .compositionUnlawful([.members(0, minimum: 2, maximum: 20), .chairs(0)]))
        try await desk.perform(ComposeMeeting(meeting, members: Casework.members))
        #expect(await refusal { try await desk.perform(FreezeAgenda(meeting)) } == .agendaEmpty(meeting))
        #expect(
            await refusal { try await desk.perform(TableCase(other, at: meeting)) }
                == .committeeNotForTrack("main", .rapidConfirmation, known: []))
        #expect(await refusal { try await desk.perform(CastVotes(reference, [], rest: .inFavour)) } == .notOnAgenda)
        try await desk.perform(TableCase(reference, at: meeting))
        #expect(await refusal { try await desk.perform(TableCase(reference, at: meeting)) } == .alreadyTabled(meeting))
        #expect(
            await refusal { try await desk.perform(CastVotes(reference, [], rest: .inFavour)) }
                == .agendaNotFrozen(meeting))
        try await desk.perform(FreezeAgenda(meeting))
        #expect(await refusal { try await desk.perform(FreezeAgenda(meeting)) } == .agendaFrozen(meeting))
        #expect(
            await refusal { try await desk.perform(ComposeMeeting(meeting, members: Casework.members)) }
                == .agendaFrozen(meeting))
        #expect(
            await refusal { try await desk.perform(UntableCase(reference, from: meeting)) } == .agendaFrozen(meeting))
        #expect(
            await refusal { try await desk.perform(CastVotes(reference, [], rest: .inFavour)) }
                == .meetingNotBegun(tomorrow))
        for person in [casework.company, casework.mcst, casework.analyst] {
            await #expect(throws: NotPermitted.self) {
                try await person.perform(ScheduleMeeting(committee: "main", on: today))
            }
        }
    }

    @Test("nobody votes who is recused, does not sit there, or has voted") func votes() async throws {
        let casework = try await Casework()
        let reference = try await casework.replied()
        try await casework.tabled(reference)
        func refusal(_ member: String) async throws -> (any Error)? {
            do { try await casework.desk.perform(CastVotes(reference, [(member, .inFavour)])) } catch { return error }
            return nil
        }
        try await casework.desk.perform(
            RecuseMember(reference, member: "위원 1", kind: .steppedBack, ground: .fairness))
        #expect(try await refusal("위원 1") as? Refusal == .committee(.memberRecused("위원 1")))
        #expect(try await refusal("위원 9") as? NotFound == NotFound(.committeeMember, "위원 9", suggestion: "위원 1"))
        #expect(try await refusal("위원장") == nil)
        #expect(try await refusal("위원장") as? Refusal == .committee(.memberHasVoted("위원장")))
        await #expect(throws: Refusal.committee(.memberHasVoted("위원장"))) {
            try await casework.desk.perform(RecuseMember(reference, member: "위원장", kind: .barred, ground: .party))
        }
        await #expect(throws: Refusal.committee(.quorumMissing(present: 1, composed: 5))) {
            try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        }
        try await casework.desk.perform(CastVotes(reference, [], rest: .against))
        await #expect(throws: Refusal.committee(.votesSayOtherwise(.granted, inFavour: 1, present: 4))) {
            try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        }
        try await casework.desk.perform(DecideCase(reference, outcome: .rejected, reason: "부결"))
    }

    @Test("mediation lasts from a day to a day, one at a time") func mediation() async throws {
        let casework = try await Casework()
        let (desk, reference) = (casework.desk, try await casework.replied())
        await #expect(throws: Refusal.committee(.mediationNoneOpen)) {
            try await desk.perform(MediateCase(reference, .end(outcome: "합의")))
        }
        try await desk.perform(MediateCase(reference, .begin(council: "조정협의체")))
        await #expect(throws: Refusal.committee(.mediationOpen)) {
            try await desk.perform(MediateCase(reference, .begin(council: "조정협의체")))
        }
        let today = try await desk.answer(Today())
        let tomorrow = try #require(today.adding(days: 1))
        await #expect(
            throws: Refusal.committee(.mediationDateOutside(tomorrow, earliest: today, latest: today))
        ) {
            try await desk.perform(MediateCase(reference, .end(outcome: "합의"), on: tomorrow))
        }
        try await desk.perform(MediateCase(reference, .end(outcome: "합의")))
        let seen = try await casework.company.answer(CaseView(reference)).mediations
        #expect(seen.map(\.outcome) == ["합의"] && seen.map(\.endedOn) == [today])
        await expectRefusal(.committee(.mediationDateOutside)) {
            try await desk.perform(MediateCase(reference, .begin(council: "다시"), on: today))
        }
    }
}
