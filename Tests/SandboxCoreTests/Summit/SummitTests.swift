import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Summits", .database)
struct SummitTests {
    private func first() throws -> SummitFile {
        try SummitFile(yaml: try sampleData("summits/2021-09-07.yaml"), file: "s.yaml")
    }

    private func made() async throws -> (test: TestDatabase, desk: Tracker) {
        let test = try TestDatabase.current
        let desk = try test.tracker(as: try await test.person(.desk, of: "과학기술정보통신부"))
        _ = try await desk.perform(ImportSummit(first()))
        return (test, desk)
    }

    @Test("the first summit of 2021-09-07: topics with councils, what was raised, and what was promised") func sample()
        async throws
    {
        let (_, desk) = try await made()
        let detail = try await desk.answer(SummitView(1))
        #expect(detail.summit.heldOn == "2021-09-07" && detail.summit.isHeld && detail.topics.count == 3)
        #expect(detail.participants.count == 7 && detail.participants.contains("네이버"))
        #expect(detail.topics.allSatisfy { $0.council != nil } && detail.points.count == 2)
        // Three councils owe a report, and three promises are open: that is what the next summit asks after.
        #expect(detail.followUp.count == 6 && detail.followUp.allSatisfy { $0.state == .open })
        #expect(detail.followUp.count { $0.kind == nil } == 3)
        #expect(try await desk.perform(ImportSummit(first())).isNew == false)
        var other = try first()
        other.promises[0].text = "다른 약속"
        let error = try await #require(throws: Conflict.self) { try await desk.perform(ImportSummit(other)) }
        #expect(error.fields.map(\.name) == ["commitments"])
    }

    @Test("where there are several regimes a summit is of the only one that has some, or one is named") func regimes()
        async throws
    {
        let test = try TestDatabase.current
        let desk = try test.tracker(as: try await test.person(.desk, of: "과학기술정보통신부"))
        _ = try await desk.perform(ApplyRegime(RegimeFile(yaml: try regimeFile("eu-ai-act.yaml"), file: nil)))
        let unnamed = await #expect(throws: BadInput.self) { try await desk.perform(ImportSummit(first())) }
        #expect(unnamed?.issues.map(\.problem) == [.missingName(.regime, known: ["eu-ai-act", "kr-ict"])])
        var act = ImportSummit(try first())
        act.regime = .koreanICT
        #expect(try await desk.perform(act).isNew)
        #expect(try await desk.perform(ImportSummit(first())).isNew == false)
        var other = ScheduleSummit(1)
        (other.regime, other.name, other.heldOn) = ("eu-ai-act", "First summit", "2026-09-01")
        #expect(try await desk.perform(other).isNew)
        let two = await #expect(throws: BadInput.self) { try await desk.answer(SummitView(1)) }
        #expect(two?.issues.map(\.problem) == [.missingName(.regime)])
    }

    @Test("the follow-up of a summit: its own promises, and what earlier ones had left unsettled when it was held")
    func followUp()
        async throws
    {
        let (_, desk) = try await made()
        for (number, day) in [(2, "2022-03-07" as CivilDate), (3, "2022-09-07")] {
            var act = ScheduleSummit(number)
            (act.name, act.heldOn) = ("제\(number)회", day)
            _ = try await desk.perform(act)
        }
        var kept = GiveEvidence(CommitmentReference(summit: 1, number: 1), .fulfilled, "API 공개")
        kept.happenedOn = "2022-02-01"
        #expect(try await desk.perform(kept).state == .kept)
        var late = GiveEvidence(CommitmentReference(summit: 1, number: 2), .fulfilled, "지원 시작")
        late.happenedOn = "2022-05-01"
        _ = try await desk.perform(late)
        _ = try await desk.perform(ReportCouncil(1, topic: 1, to: 2, report: "결과"))
        let second = try await desk.answer(SummitView(2)).followUp
        #expect(second.compactMap(\.number) == [2, 3] && second.count { $0.kind == nil } == 2)
        #expect(second.first { $0.number == 2 }?.outcome == "지원 시작")
        // Two councils did not report to the second summit.
        #expect(second.filter { $0.kind == nil }.map(\.state) == [.overdue, .overdue])
        #expect(try await desk.answer(SummitView(3)).followUp.compactMap(\.number) == [3])
        var past = SummitView(1)
        past.asOf = "2022-03-01"
        let then = try await desk.answer(past).followUp
        #expect(then.first { $0.number == 1 }?.state == .kept && then.first { $0.number == 2 }?.state == .open)
        #expect(then.filter { $0.kind == nil }.allSatisfy { $0.state == .open })
        await #expect(throws: Refusal.summit(.councilReportsLater)) {
            try await desk.perform(ReportCouncil(1, topic: 2, to: 1, report: "x"))
        }
    }

    @Test(
        "a commitment is open, overdue, kept, withdrawn, reopened; its state on a day follows from what had happened by then"
    )
    func states() async throws {
        let (_, desk) = try await made()
        var promise = SummitPromise(.apiOpening, by: "네이버", "API 개방")
        promise.due = DatePhrase("2022 상반기")
        let reference = try await desk.perform(Commit(1, promise))
        #expect(reference == CommitmentReference(summit: 1, number: 4))
        func state(_ day: CivilDate?) async throws -> CommitmentState? {
            var list = CommitmentList()
            (list.asOf, list.owner) = (day, "네이버")
            return try await desk.answer(list).first?.state
        }
        #expect(try await state("2021-09-06") == nil)
        #expect(try await state("2022-06-30") == .open)
        #expect(try await state("2022-07-01") == .overdue)
        func give(_ kind: EvidenceKind, _ day: CivilDate) async throws {
            var act = GiveEvidence(reference, kind, "근거")
            act.happenedOn = day
            _ = try await desk.perform(act)
        }
        try await give(.progress, "2022-05-01")
        #expect(try await state("2022-07-01") == .overdue)
        await #expect(throws: Refusal.summit(.commitmentOpen)) { try await give(.reopened, "2022-08-01") }
        try await give(.fulfilled, "2022-08-01")
        #expect(try await state(nil) == .kept)
        #expect(try await state("2022-07-31") == .overdue)
        await #expect(throws: Refusal.summit(.commitmentSettled)) { try await give(.withdrawn, "2022-09-01") }
        try await give(.reopened, "2022-09-01")
        #expect(try await state(nil) == .overdue)
        #expect(try await state("2022-08-31") == .kept)
        try await give(.withdrawn, "2022-10-01")
        #expect(try await state(nil) == .withdrawn)
        await #expect(throws: Refusal.dateInFuture("2099-01-01")) { try await give(.reopened, "2099-01-01") }
        var report = CommitmentReport()
        report.asOf = "2022-08-15"
        let counted = try await desk.answer(report)
        #expect(
            counted.groups.map(\.name) == ["과학기술정보통신부", "네이버", "참석 기업"] && counted.groups.map(\.kept) == [0, 1, 0])
        #expect(counted.total?.commitments == 4 && counted.total?.open == 3)
    }

    @Test("who promised says what became of it, who chairs reports; nobody else does, and the desk keeps the rest")
    func persons()
        async throws
    {
        let (test, desk) = try await made()
        let owner = try test.tracker(as: try await test.person(.company, of: "네이버", named: "naver"))
        let rival = try test.tracker(as: try await test.person(.company, of: "카카오", named: "kakao"))
        let chair = try test.tracker(as: try await test.person(.ministry, of: "보건복지부"))
        let analyst = try test.tracker(as: try await test.person(.analyst))
        let reference = try await desk.perform(Commit(1, SummitPromise(.apiOpening, by: "네이버", "API 개방")))
        await #expect(throws: Refusal.summit(.commitmentNotOwn("네이버"))) {
            try await rival.perform(GiveEvidence(reference, .fulfilled, "x"))
        }
        await #expect(throws: NotPermitted(role: .analyst, needed: [.desk, .ministry, .company])) {
            try await analyst.perform(GiveEvidence(reference, .fulfilled, "x"))
        }
        #expect(try await owner.perform(GiveEvidence(reference, .fulfilled, "공개")).state == .kept)
        #expect(try await rival.answer(CommitmentList()).count == 4)
        var second = ScheduleSummit(2)
        (second.name, second.heldOn) = ("제2회", "2022-03-07")
        _ = try await desk.perform(second)
        let topic = try await desk.perform(AddTopic(2, title: "디지털 헬스"))
        var council = SetUpCouncil(2, topic: topic, name: "디지털 헬스 협의체")
        (council.chair, council.members) = ("보건복지부", ["네이버", "카카오"])
        _ = try await desk.perform(council)
        await #expect(throws: Conflict.self) { try await desk.perform(SetUpCouncil(2, topic: topic, name: "다른 협의체")) }
        #expect(
            try await desk.perform(AddParticipants(2, topic: topic, ["네이버", "네이버", "KT"])) == ["네이버", "네이버", "KT"])
        #expect(try await desk.perform(AddParticipants(2, topic: topic, ["네이버"])) == [])
        var third = ScheduleSummit(3)
        (third.name, third.heldOn) = ("제3회", "2022-09-07")
        _ = try await desk.perform(third)
        await #expect(throws: Refusal.summit(.commitmentNotOwn("보건복지부"))) {
            try await owner.perform(ReportCouncil(2, topic: topic, to: 3, report: "x"))
        }
        #expect(try await chair.perform(ReportCouncil(2, topic: topic, to: 3, report: "결과")) == "디지털 헬스 협의체")
        for act in [AddTopic(1, title: "x")] {
            await #expect(throws: NotPermitted(role: .ministry, needed: [.desk])) { try await chair.perform(act) }
        }
        await #expect(throws: NotFound(.summit, "9")) { try await desk.answer(SummitView(9)) }
        await #expect(throws: NotFound(.topic, "1/9")) { try await desk.perform(AddParticipants(1, topic: 9, ["KT"])) }
        await #expect(throws: NotFound(.commitment, "1/99")) {
            try await desk.perform(GiveEvidence(CommitmentReference(summit: 1, number: 99), .progress, "x"))
        }
    }

    @Test("what came to be a case is seen by those who see the case, and changes nothing for anybody else")
    func raisedCases()
        async throws
    {
        let casework = try await Casework()
        _ = try await casework.desk.perform(ImportSummit(first()))
        let reference = try await casework.received()
        let before = String(describing: try await casework.rival.answer(SummitView(1)))
        var point = SummitPoint(.proposal, "문서 요약 실증 특례")
        (point.caseFile, point.by) = (reference, "한빛에이아이")
        _ = try await casework.desk.perform(RaisePoint(1, point))
        #expect(try await casework.company.answer(SummitView(1)).points.compactMap(\.caseFile) == [reference])
        #expect(try await casework.analyst.answer(SummitView(1)).points.count == 3)
        #expect(String(describing: try await casework.rival.answer(SummitView(1))) == before)
        #expect(String(describing: try await casework.rival.answer(SummitList())).contains("한빛") == false)
        // A draft is nobody's business but the company's.
        let draft = try await casework.drafted()
        point.caseFile = draft
        await #expect(throws: NotFound(.caseFile, draft.description)) {
            try await casework.desk.perform(RaisePoint(1, point))
        }
    }

    @Test("nobody alters what was promised, raised, reported or shown, and evidence of others is refused in psql too")
    func psql()
        async throws
    {
        let (test, desk) = try await made()
        _ = try await desk.perform(Commit(1, SummitPromise(.compute, by: "KT", "GPU 지원")))
        for table in ["commitment", "raised_point", "council_report", "commitment_evidence"] {
            for statement in ["DELETE FROM \(table)", "TRUNCATE \(table) CASCADE"] {
                let error = try await #require(throws: PostgresError.self) {
                    try await test.administrator.write { try $0.simple("\(unsafe: statement)") }
                }
                #expect(error.constraint == "\(table)_append_only_guard")
            }
        }
        let stranger = test.database(as: try await test.person(.company, of: "카카오", named: "kakao"))
        for statement in [
            "INSERT INTO commitment_evidence (commitment_id, kind, body) VALUES (4, 'fulfilled', 'x')",
            "INSERT INTO council_report (summit_topic_id, summit_id, body) SELECT 1, summit_id, 'x' FROM summit",
            "INSERT INTO commitment (summit_id, kind, owner, body) VALUES (1, 'other', '카카오', 'x')",
            "UPDATE summit SET name = 'x'",
        ] {
            let error = try await #require(throws: PostgresError.self) {
                try await stranger.write { try $0.simple("\(unsafe: statement)") }
            }
            #expect(
                error.state == .insufficientPrivilege || error.constraint == "council_report_summit_guard",
                "\(statement)")
        }
    }

    @Test("a bad file lists everything that is wrong, with its line") func badFile() throws {
        let text = """
            number: 0
            name: 전략대화
            held_on: 2021-13-01
            topics:
              - summary: 제목 없음
            raised:
              - kind: wish
                text: 무엇
              - kind: proposal
                topic: 7
                text: 무엇
            commitments:
              - kind: compute
                text: 기관 없음
            persons: 1
            """
        let error = try #require(throws: BadInput.self) { try SummitFile(yaml: Array(text.utf8), file: "s.yaml") }
        #expect(error.issues.compactMap(\.position?.line) == [1, 3, 5, 7, 10, 13, 15])
    }
}
