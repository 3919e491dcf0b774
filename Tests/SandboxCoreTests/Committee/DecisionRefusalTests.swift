import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// The rule of decisions is written in Swift, for its words, and in the database, which others reach as well.
@Suite("One rule of decisions, said twice", .database)
struct DecisionRefusalTests {
    /// A decision somebody is about to make, and all it depends on.
    private struct Attempt {
        var facts: DecisionFacts
        let outcome: DecisionOutcome, conditions: Int, reason: String?, day: CivilDate

        /// What makes each rule refuse is rare, so that the last of them are reached as well.
        init(_ numbers: inout SeededGenerator) {
            let filed = "2026-03-02" as CivilDate
            let date = { (numbers: inout SeededGenerator, days: ClosedRange<Int>) in
                filed.adding(days: .random(in: days, using: &numbers)) ?? filed
            }
            let names = { (numbers: inout SeededGenerator) in numbers.isOne(in: 8) ? ["과학기술정보통신부", "환경부"] : [] }
            facts = DecisionFacts(
                stage: numbers.isOne(in: 4) ? Stage.allCases.randomElement(using: &numbers) ?? .draft : .consulting,
                track: .demonstration,
                knownOutcomes: DecisionOutcome.allCases.filter { _ in !numbers.isOne(in: 6) },
                repliedMinistries: numbers.isOne(in: 4) ? [] : ["문화체육관광부"], openMinistries: names(&numbers),
                contestedMinistries: names(&numbers), openSupplements: numbers.isOne(in: 8) ? [1, 3] : [],
                filedOn: filed, today: date(&numbers, 0...40), permitMinistries: names(&numbers),
                unaskedMinistries: names(&numbers), proposedConditions: numbers.isOne(in: 8) ? 2 : 0)
            if !numbers.isOne(in: 4) {
                let held = date(&numbers, 0...20)
                let item = AgendaFacts(
                    meeting: MeetingReference(committee: "main", number: 7), heldOn: held,
                    closesOn: numbers.isOne(in: 2) ? held : date(&numbers, 20...25), isFrozen: !numbers.isOne(in: 6),
                    tally: Tally(isQuorate: !numbers.isOne(in: 6), isCarried: !numbers.isOne(in: 3)))
                facts.committee = .committee(numbers.isOne(in: 8) ? nil : item)
            }
            outcome = DecisionOutcome.allCases.randomElement(using: &numbers) ?? .granted
            conditions =
                numbers.isOne(in: 6)
                ? Int.random(in: 0...2, using: &numbers) : outcome == .grantedWithConditions ? 2 : 0
            reason = [nil, "", "  ", "안전하지 않습니다.", "비례에 맞지 않습니다."].randomElement(using: &numbers) ?? nil
            day = numbers.isOne(in: 4) ? date(&numbers, -2...42) : facts.usualDay
        }

        /// The code of the refusal in Swift.
        var code: Refusal.Code? {
            do throws(Refusal) {
                try facts.mayDecide(outcome, conditions: conditions, reason: reason, on: day)
                return nil
            } catch { return error.code }
        }

        /// The facts as the database has them.
        var json: String {
            let list = { (words: [String]) in "[" + words.map { "\"\($0)\"" }.joined(separator: ",") + "]" }
            var fields = [
                "\"stage\":\"\(facts.stage.rawValue)\"", "\"outcomes\":\(list(facts.knownOutcomes.map(\.rawValue)))",
                "\"replied_ministries\":\(list(facts.repliedMinistries))",
                "\"open_ministries\":\(list(facts.openMinistries))",
                "\"contested_ministries\":\(list(facts.contestedMinistries))",
                "\"open_supplements\":\(facts.openSupplements)", "\"filed_on\":\"\(facts.filedOn)\"",
                "\"today\":\"\(facts.today)\"", "\"has_committee\":\(facts.committee != .authority)",
                "\"permit_ministries\":\(list(facts.permitMinistries))",
                "\"unasked_ministries\":\(list(facts.unaskedMinistries))",
                "\"proposed_conditions\":\(facts.proposedConditions)",
            ]
            if case .committee(let item?) = facts.committee {
                fields += [
                    "\"agenda_item_id\":1", "\"held_on\":\"\(item.heldOn)\"", "\"closes_on\":\"\(item.closesOn)\"",
                    "\"is_frozen\":\(item.isFrozen)", "\"is_quorate\":\(item.tally.isQuorate)",
                    "\"is_carried\":\(item.tally.isCarried)",
                ]
            }
            return "{" + fields.joined(separator: ",") + "}"
        }
    }

    /// Two codes of Swift are one guard of the server.
    private func spoken(_ code: Refusal.Code?) -> Refusal.Code? {
        if code == .decision(.alreadyDecided) { return .wrongStage }
        return code == .decision(.conditionsNotAllowed) ? .decision(.conditionsRequired) : code
    }

    @Test("5,000 random cases: Swift and the database refuse the same, for the same reason") func random() async throws
    {
        var numbers = SeededGenerator(seed: 20_261_130)
        let attempts = (0..<5_000).map { _ in Attempt(&numbers) }
        let constraints = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT (decision_refusal(jsonb_populate_record(NULL::decision_facts, a.facts::jsonb), a.outcome, a.conditions,
                    a.reason, a.day)).constraint_name
                FROM unnest(\(attempts.map(\.json))::text[], \(attempts.map(\.outcome.rawValue))::text[],
                    \(attempts.map(\.conditions))::integer[], \(attempts.map(\.reason))::text[],
                    \(attempts.map(\.day.description))::date[])
                    WITH ORDINALITY AS a (facts, outcome, conditions, reason, day, place)
                ORDER BY a.place
                """, as: String?.self)
        }
        var met: Set<String> = []
        for (attempt, constraint) in zip(attempts, constraints) {
            let code = constraint.flatMap { ConstraintMeaning.code(of: $0) }
            #expect((code == nil) == (constraint == nil))
            #expect(spoken(attempt.code) == code, "\(attempt)")
            met.insert(constraint ?? "none")
        }
        #expect(constraints.count == attempts.count)
        #expect(met.count == 18, "every rule refuses at times, and some decisions may be made: \(met.sorted())")
    }
}
