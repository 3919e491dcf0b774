import SandboxDomain
import Testing

@Suite("Conditions as obligations") struct ConditionTests {
    @Test("a condition says what it is for and by what one sees that it is met; all gaps are named at once")
    func measurable() {
        let whole = ProposedCondition(text: "보험", purpose: "배상", evidence: "증권")
        var vague = whole
        (vague.purpose, vague.evidence) = (" ", nil)
        var blind = whole
        blind.evidence = nil
        func refusal(_ conditions: [ProposedCondition]) -> Refusal? {
            do throws(Refusal) {
                try conditions.mayImpose()
                return nil
            } catch { return error }
        }
        #expect(refusal([whole]) == nil)
        #expect(refusal([]) == nil)
        #expect(
            refusal([whole, vague, blind])
                == .condition(
                    .conditionIncomplete([
                        .init(number: 2, lacksPurpose: true, lacksEvidence: true),
                        .init(number: 3, lacksPurpose: false, lacksEvidence: true),
                    ])))
    }

    @Test(
        "a due rule is read as people write it, and stored in one form",
        arguments: [
            ("before commencement", DueRule.before(.commencement), "before commencement"),
            (" Every 1 month ", .every(1, .months), "every 1 months"),
            ("every 6 months", .every(6, .months), "every 6 months"),
            ("within 30 days of end", .within(30, .days, of: .end), "within 30 days of end"),
            ("ON 2026-12-31", .on("2026-12-31"), "on 2026-12-31"),
        ])
    func due(text: String, rule: DueRule, stored: String) throws {
        #expect(try DueRule(text) == rule)
        #expect(rule.description == stored)
        #expect(try DueRule(stored) == rule)
    }

    @Test(
        "what is not a due rule is refused",
        arguments: [
            "", "soon", "before grant", "before", "every month", "every 0 months", "every 1000 days", "within 30 days",
            "within 30 days of grace", "on Monday", "every 6 weeks",
        ])
    func notDue(text: String) { #expect(throws: InputProblem.self) { try DueRule(text) } }

    @Test("what was kept, changed, added and dropped is told apart, in Korean too") func diff() {
        let before = ["동물병원 4곳에서 실증한다.", "책임보험에 가입한다.", "매월 보고한다."]
        let after = ["책임보험에 가입한다.", "동물병원 100곳에서 실증한다.", "개인정보를 파기한다."]
        let pairs = ConditionDiff(from: before, to: after).pairs
        #expect(pairs.map(\.kind) == [.kept, .changed, .added, .dropped])
        #expect(pairs[1].before == "동물병원 4곳에서 실증한다.")
        #expect(pairs[3].before == "매월 보고한다.")
        #expect(ConditionDiff(from: [], to: ["a"]).pairs.map(\.kind) == [.added])
        #expect(ConditionDiff(from: ["a", "a"], to: ["a"]).pairs.map(\.kind) == [.kept, .dropped])
        #expect(ConditionDiff(from: [], to: []).pairs.isEmpty)
    }
}
