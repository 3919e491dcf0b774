import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("The inbox", .database)
struct InboxTests {
    @Test("follows a case from party to party") func story() async throws {
        let casework = try await Casework()
        let people = [casework.company, casework.desk, casework.mcst]
        func tasks() async throws -> [[InboxTask]] {
            var tasks: [[InboxTask]] = []
            for person in people { tasks.append(try await person.answer(Inbox()).map(\.task)) }
            return tasks
        }
        let draft = try await casework.drafted()
        #expect(try await tasks() == [[.file], [], []])
        let reference = try await casework.company.perform(FileCase(draft)).reference
        #expect(try await tasks() == [[], [.receive], []])
        try await casework.desk.perform(ReceiveCase(reference))
        #expect(try await tasks() == [[], [.consult], []])
        try await casework.desk.perform(SendConsultation(reference, to: ["문화체육관광부"]))
        #expect(try await tasks() == [[], [], [.reply]])
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        #expect(try await tasks() == [[], [.table], []])
        let tomorrow = try #require(try await casework.desk.answer(Today()).adding(days: 1))
        let later = try await casework.desk.perform(ScheduleMeeting(committee: "main", on: tomorrow)).reference
        try await casework.desk.perform(TableCase(reference, at: later))
        #expect(try await tasks() == [[], [], []])
        let openTasks = try await casework.company.answer(WaitingFor(reference))
        #expect(openTasks.map(\.waitingOn) == [.committee] && openTasks.map(\.task) == [.deliberate])
        try await casework.desk.perform(UntableCase(reference, from: later))
        try await casework.voted(reference)
        #expect(try await tasks() == [[], [.decide], []])
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        // The ministry owes a law-revision plan from the day of the grant; GrantDutyTests has the rest.
        #expect(
            try await tasks() == [
                [.commence, .obtainInsurance], [.publish, .issueCertificate, .issueDecisionNotice], [.plan],
            ])
    }

    @Test("is for those who have something to do") func access() async throws {
        let casework = try await Casework()
        for person in [casework.analyst, casework.auditor] {
            await #expect(throws: NotPermitted.self) { try await person.answer(Inbox()) }
        }
    }

    @Test("whose turn it is, the parties are told, and nobody else") func whoseTurn() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting(with: ["문화체육관광부", "개인정보보호위원회"])
        let openTasks = try await casework.company.answer(WaitingFor(reference))
        #expect(openTasks.map(\.organisation) == ["개인정보보호위원회", "문화체육관광부"])
        await #expect(throws: NotFound.self) { try await casework.rival.answer(WaitingFor(reference)) }
    }
}
