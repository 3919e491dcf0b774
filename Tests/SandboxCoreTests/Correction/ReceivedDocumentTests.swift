import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

/// What comes as an official document is entered by the desk.
@Suite("Replies and answers on paper", .database)
struct ReceivedDocumentTests {
    @Test("a reply counts from the day it arrived, is marked as a document, and its file is kept") func reply()
        async throws
    {
        try await TestDatabase.current.travel(to: "2026-02-02")
        let casework = try await Casework()
        let reference = try await casework.consulting()
        try await casework.database.travel(to: "2026-02-20")
        let file = PaperFile.text("official", "회신합니다.", name: "회신.txt")
        func record(_ day: CivilDate?) -> RecordReply {
            RecordReply(
                reference, ministry: "문화체육관광부", opinion: .agreeWithConditions, conditions: ["목록을 보관한다."],
                document: OfficialDocument(number: "저작권정책과-118", arrivedOn: day, file: file))
        }
        for day: CivilDate in ["2026-02-01", "2026-02-21"] {
            await #expect(throws: Refusal.dateOutside(day, earliest: "2026-02-02", latest: "2026-02-20")) {
                try await casework.desk.perform(record(day))
            }
        }
        try await casework.desk.perform(record("2026-02-10"), key: "k")
        try await casework.desk.perform(record("2026-02-10"), key: "k")
        let round = try #require(try await casework.desk.answer(CaseView(reference)).consultations.first)
        #expect((round.document, round.arrivedOn, round.opinion) == ("저작권정책과-118", "2026-02-10", .agreeWithConditions))
        #expect(try await casework.deadline(reference, "k4").endedOn == "2026-02-10")
        let papers = try await casework.desk.answer(ReceivedDocuments(reference))
        #expect(papers.map(\.sender) == ["문화체육관광부"] && papers.map(\.document) == ["저작권정책과-118"])
        #expect(try await casework.auditor.answer(ReadReceivedDocument(reference, number: 1)).content == file.content)
        for person in [casework.company, casework.mcst, casework.analyst] {
            await #expect(throws: NotPermitted.self) { try await person.answer(ReceivedDocuments(reference)) }
            await #expect(throws: NotPermitted.self) { try await person.perform(record(nil)) }
        }
        await #expect(throws: Refusal.consultation(.alreadyReplied(round: 1))) {
            try await casework.desk.perform(record(nil))
        }
    }

    @Test("one that arrived in time is no silence, though it is entered after the last day") func inTime() async throws
    {
        try await TestDatabase.current.travel(to: "2026-02-02")
        let casework = try await Casework()
        let reference = try await casework.consulting(.rapidConfirmation)
        let due = try #require(try await casework.deadline(reference, "k1").dueOn)
        try await casework.database.travel(to: "2026-03-25")
        func record(_ day: CivilDate) -> RecordReply {
            RecordReply(
                reference, ministry: "문화체육관광부", opinion: .permitNeeded, reason: "허가 대상이다.",
                document: OfficialDocument(number: "제2호", arrivedOn: day))
        }
        await #expect(throws: Refusal.consultation(.replyLapsed(due))) {
            try await casework.desk.perform(record("2026-03-20"))
        }
        try await casework.desk.perform(record(due))
        #expect(try await casework.deadline(reference, "k1").state == .met)
        // What was replied is not decided against without a reason.
        await #expect(throws: Refusal.decision(.againstReplies(["문화체육관광부"]))) {
            try await casework.desk.perform(DecideCase(reference, outcome: .noRegulation))
        }
        try await casework.desk.perform(DecideCase(reference, outcome: .noRegulation, reason: "허가 대상이 아니다."))
    }

    @Test("an answer to a supplement ends it on the day it arrived") func answer() async throws {
        try await TestDatabase.current.travel(to: "2026-02-02")
        let casework = try await Casework()
        let reference = try await casework.consulting()
        try await casework.mcst.perform(AskSupplement(reference, request: "더", dueOn: "2026-03-02"))
        try await casework.database.travel(to: "2026-02-20")
        try await casework.desk.perform(
            RecordAnswer(
                reference, answer: "절차서를 냈다.", document: OfficialDocument(number: "제7호", arrivedOn: "2026-02-12")))
        let shown = try await casework.company.answer(CaseView(reference)).supplements
        #expect(shown.map(\.document) == ["제7호"] && shown.map(\.arrivedOn) == ["2026-02-12"])
        #expect(try await casework.deadline(reference, "k4").state == .running)
        #expect(try await casework.desk.answer(CheckDeadlines()).contradictions.isEmpty)
    }

    @Test("a ministry that the proposal names is asked, or the desk says why not") func omission() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting(with: ["개인정보보호위원회"])
        try await casework.pipc.perform(ReplyToConsultation(reference, opinion: .agree))
        // The committee is not called together for what it cannot grant.
        await #expect(throws: Refusal.consultation(.ministriesUnasked(["문화체육관광부"]))) {
            try await casework.voted(reference)
        }
        await #expect(throws: Refusal.consultation(.ministryAsked("개인정보보호위원회"))) {
            try await casework.desk.perform(OmitConsultation(reference, ministry: "개인정보보호위원회", reason: "x"))
        }
        let omit = OmitConsultation(reference, ministry: "문화체육관광부", reason: "조항이 삭제되었다.")
        try await casework.desk.perform(omit)
        await #expect(throws: Refusal.consultation(.ministryAsked("문화체육관광부"))) {
            try await casework.desk.perform(omit)
        }
        try await casework.voted(reference)
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        #expect(try await casework.desk.answer(CaseHistory(reference)).map(\.act).contains("consult-omit"))
    }

    @Test("an objection to a return that is upheld lets the case go on from where it was") func upheld() async throws {
        let casework = try await Casework()
        let (consulted, filed) = (try await casework.consulting(), try await casework.filed())
        for (reference, stage) in [(consulted, Stage.consulting), (filed, .filed)] {
            try await casework.desk.perform(ReturnCase(reference, reason: "요건이 없다."))
            try await casework.company.perform(FileObjection(reference, statement: "요건이 있다."))
            try await casework.desk.perform(AnswerObjection(reference, ruling: .upheld, reason: "요건이 있다."))
            #expect(try await casework.company.answer(CaseView(reference)).head.stage == stage)
        }
        #expect(try await casework.mcst.answer(Inbox()).map(\.task) == [.reply])
        #expect(
            try await casework.desk.answer(Inbox()).map(\.task).filter { !$0.rawValue.hasPrefix("issue-") } == [
                .receive
            ])
        var list = DeadlineList()
        (list.reference, list.ended) = (consulted, true)
        let states = try await casework.desk.answer(list).filter { $0.rule == "k4" }.map(\.state)
        #expect(states.count == 2 && states.contains(.running), "\(states)")
        let contradictions = try await casework.desk.answer(CheckDeadlines()).contradictions
        #expect(contradictions.isEmpty, "\(contradictions)")
        try await casework.mcst.perform(ReplyToConsultation(consulted, opinion: .agree))
        try await casework.voted(consulted)
        try await casework.desk.perform(DecideCase(consulted, outcome: .granted))
    }
}
