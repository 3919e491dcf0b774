import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Consultations", .database)
struct ConsultationTests {
    private let both = ["문화체육관광부", "개인정보보호위원회"]

    @Test("the first moves the case on; each ministry sees its own question") func send() async throws {
        let casework = try await Casework()
        let reference = try await casework.received()
        let sent = try await casework.desk.perform(SendConsultation(reference, to: both, question: "의견?"))
        #expect(sent.map(\.ministry) == both)
        #expect(sent.map(\.round) == [1, 1])
        #expect(try await casework.desk.answer(CaseView(reference)).head.stage == .consulting)
        for ministry in [casework.mcst, casework.pipc] {
            let inbox = try await ministry.answer(Inbox())
            #expect(inbox.map(\.reference) == [.caseFile(reference)])
            #expect(inbox.map(\.task) == [.reply])
            #expect(inbox.map(\.request) == ["의견?"])
        }
    }

    @Test("a reply closes the round; another round begins with the next question") func rounds() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting()
        let reply = ReplyToConsultation(reference, opinion: .agreeWithConditions, conditions: ["목록 보관", "제외"])
        #expect(try await casework.mcst.perform(reply).round == 1)
        let again = try await casework.desk.perform(SendConsultation(reference, to: ["문화체육관광부"], question: "다시"))
        #expect(again.map(\.round) == [2])
        var list = ConsultationList()
        list.reference = reference
        let rounds = try await casework.desk.answer(list)
        #expect(rounds.map(\.round) == [2, 1])
        #expect(rounds.last?.opinion == .agreeWithConditions)
        #expect(rounds.last?.conditions == ["목록 보관", "제외"])
        list.openOnly = true
        #expect(try await casework.desk.answer(list).map(\.round) == [2])
    }

    @Test("what a ministry replied the others see with the decision only") func opinionsAreHidden() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting(with: both)
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .oppose, reason: "안 됩니다."))
        try await casework.pipc.perform(ReplyToConsultation(reference, opinion: .agree))
        func opinions(_ person: Casework.Person) async throws -> [Opinion?] {
            try await person.answer(CaseView(reference)).consultations.map(\.opinion)
        }
        #expect(try await opinions(casework.company) == [nil, nil])
        #expect(try await opinions(casework.pipc) == [.agree, nil])
        #expect(try await opinions(casework.desk) == [.agree, .oppose])
        try await casework.voted(reference)
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        #expect(try await opinions(casework.company) == [.agree, .oppose])
        #expect(try await opinions(casework.pipc) == [.agree, .oppose])
    }

    @Test("the rules of replying are asked before anything is written") func replyRefused() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting()
        func reply(
            _ opinion: Opinion, reason: String? = nil, conditions: [String] = [], as person: Casework.Person? = nil
        ) async -> (any Error)? {
            let act = ReplyToConsultation(reference, opinion: opinion, reason: reason, conditions: conditions)
            do {
                try await (person ?? casework.mcst).perform(act)
                return nil
            } catch { return error }
        }
        #expect(await reply(.agreeWithConditions) as? Refusal == .decision(.conditionsRequired))
        #expect(await reply(.agree, conditions: ["x"]) as? Refusal == .decision(.conditionsNotAllowed))
        #expect(await reply(.oppose) as? Refusal == .reasonRequired)
        #expect(await reply(.notOurs) as? Refusal == .reasonRequired)
        #expect((await reply(.permitNeeded, reason: "x") as? Refusal)?.code == .consultation(.opinionNotForTrack))
        #expect(await reply(.agree, as: casework.pipc) is NotFound)
        #expect((await reply(.agree, as: casework.desk) as? NotPermitted)?.needed == [.ministry])
        #expect(await reply(.agree) == nil)
        #expect(await reply(.agree) as? Refusal == .consultation(.alreadyReplied(round: 1)))
    }

    @Test("a rapid confirmation has the opinion that a permit is needed") func permitNeeded() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting(.rapidConfirmation)
        let reply = ReplyToConsultation(reference, opinion: .permitNeeded, reason: "등록이 필요합니다.")
        #expect(try await casework.mcst.perform(reply).round == 1)
    }

    @Test("the rules of sending are asked before anything is written") func sendRefused() async throws {
        let casework = try await Casework()
        let filed = try await casework.filed()
        let asked = try await casework.consulting()
        func send(
            _ reference: CaseReference, to ministries: [String], as person: Casework.Person? = nil
        ) async -> (any Error)? {
            do {
                try await (person ?? casework.desk).perform(SendConsultation(reference, to: ministries))
                return nil
            } catch { return error }
        }
        #expect(await send(filed, to: both) as? Refusal == .wrongStage(.filed, allowed: [.received, .consulting]))
        #expect(await send(asked, to: both) as? Refusal == .consultation(.roundOpen(ministry: both[0], round: 1)))
        #expect(await send(asked, to: ["한빛에이아이"]) as? Refusal == .consultation(.notAMinistry("한빛에이아이")))
        let typo = await send(asked, to: ["문화체육관광"]) as? NotFound
        #expect(typo?.suggestion == "문화체육관광부")
        #expect(await send(asked, to: both, as: casework.company) is NotPermitted)
        // All or none: the second was free, and was not asked.
        #expect(try await casework.pipc.answer(Inbox()).isEmpty)
    }

    @Test("of two that send to one ministry at the same moment one opens the round") func sendRace() async throws {
        let casework = try await Casework()
        let reference = try await casework.received()
        let desks = [casework.desk, try casework.twin(of: casework.desk)]
        let outcomes = await results(of: 2) { number in
            try await desks[number].perform(SendConsultation(reference, to: ["문화체육관광부"]))
        }
        #expect(outcomes.compactMap(\.value).count == 1)
        #expect(
            outcomes.compactMap(\.failure).map { $0 as? Refusal } == [
                .consultation(.roundOpen(ministry: "문화체육관광부", round: 1))
            ])
    }

    @Test("of two replies at the same moment one succeeds, and under one key both are that one") func replyRace()
        async throws
    {
        let casework = try await Casework()
        let officers = [casework.mcst, try casework.twin(of: casework.mcst)]
        let reference = try await casework.consulting()
        let outcomes = await results(of: 2) { number in
            try await officers[number].perform(ReplyToConsultation(reference, opinion: .agree))
        }
        #expect(outcomes.compactMap(\.value).count == 1)
        #expect(outcomes.compactMap(\.failure).allSatisfy { Self.code($0) == .consultation(.alreadyReplied) })

        let other = try await casework.consulting()
        let repeated = await results(of: 2) { number in
            try await officers[number].perform(ReplyToConsultation(other, opinion: .agree), key: "k")
        }
        #expect(repeated.compactMap(\.value).map(\.round) == [1, 1])
        await #expect(throws: Refusal.idempotencyKeyReused("k")) {
            try await casework.mcst.perform(ReplyToConsultation(other, opinion: .oppose, reason: "x"), key: "k")
        }
    }

    /// The rule and the database say the same by the same code.
    private static func code(_ error: any Error) -> Refusal.Code? {
        (error as? Refusal)?.code ?? (error as? ServerRefusal)?.code
    }

    @Test("a dry run asks nobody") func dryRun() async throws {
        let casework = try await Casework()
        let reference = try await casework.received()
        try await casework.desk.perform(SendConsultation(reference, to: both), dryRun: true)
        #expect(try await casework.mcst.answer(CaseList()).isEmpty)
        #expect(try await casework.desk.answer(CaseView(reference)).head.stage == .received)
    }
}
