import SandboxDomain
import Testing

@Suite("An objection")
struct ObjectionRuleTests {
    private func disposition(
        _ number: Int, until: CivilDate = "2026-11-30", objected: Bool = false, answered: Bool = false
    ) -> DispositionFacts {
        DispositionFacts(number: number, objectUntil: until, isObjected: objected, isAnswered: answered)
    }

    private func refusal(_ facts: [DispositionFacts], _ number: Int?, today: CivilDate = "2026-11-30") -> Refusal? {
        refused { () throws(Refusal) in _ = try facts.toObject(number, today: today) }
    }

    @Test("is made within the period, once for each disposition (행정기본법 제36조 제1항)") func object() throws {
        let one = [disposition(1)]
        #expect(try one.toObject(nil, today: "2026-11-30")?.number == 1)
        #expect(try one.toObject(1, today: "2026-11-30")?.number == 1)
        #expect(refusal(one, nil, today: "2026-12-01") == .objection(.tooLate("2026-11-30")))
        #expect(refusal(one, 1, today: "2026-12-01") == .objection(.tooLate("2026-11-30")))
        #expect(refusal(one, 2) == .objection(.noDisposition(2)))
        #expect(refusal([], nil) == .objection(.noDisposition(nil)))
        let done = [disposition(1, objected: true)]
        #expect(refusal(done, nil) == .objection(.objectedBefore(1)))
        #expect(refusal(done, 1) == .objection(.objectedBefore(1)))
    }

    @Test("need not name its disposition where only one is open to it") func which() throws {
        let several = [disposition(1, until: "2026-10-01"), disposition(2, objected: true), disposition(3)]
        #expect(try several.toObject(nil, today: "2026-11-30")?.number == 3)
        #expect(try [disposition(1), disposition(2)].toObject(nil, today: "2026-11-30") == nil)
    }

    @Test("is answered once (행정기본법 제36조 제2항)") func answer() throws {
        let facts = [disposition(1, objected: true, answered: true), disposition(2, objected: true), disposition(3)]
        #expect(try facts.toAnswer(nil)?.number == 2)
        #expect(try facts.toAnswer(2)?.number == 2)
        for number in [1, 3, 4] {
            #expect(
                refused { () throws(Refusal) in _ = try facts.toAnswer(number) } == .objection(.noneOpen(number)))
        }
        #expect(refused { () throws(Refusal) in _ = try [disposition(1)].toAnswer(nil) } == .objection(.noneOpen(nil)))
        #expect(try [disposition(1, objected: true), disposition(2, objected: true)].toAnswer(nil) == nil)
    }
}
