import SandboxDomain
import Testing

@Suite("Which papers there are of a case")
struct PaperRuleTests {
    private func refused(_ act: () throws -> Void) -> Refusal.Code? {
        do { try act() } catch { return (error as? Refusal)?.code }
        return nil
    }

    @Test("a case that is not filed has none, and one of which nothing is known neither", arguments: PaperKind.allCases)
    func none(kind: PaperKind) {
        var facts = PaperCaseFacts()
        for isFiled in [false, true] {
            facts.isFiled = isFiled
            #expect(
                refused { _ = try kind.point(facts, ministry: nil, about: nil) } == .paper(.nothingToTell), "\(kind)")
        }
    }

    @Test("the latest is meant where no number is named, and no number that is not there") func latest() throws {
        var facts = PaperCaseFacts()
        (facts.isFiled, facts.supplements) = (true, [1, 2, 3])
        #expect(try PaperKind.supplementRequest.point(facts, ministry: nil, about: nil)?.about == 3)
        #expect(try PaperKind.supplementRequest.point(facts, ministry: nil, about: 1)?.about == 1)
        #expect(
            refused { _ = try PaperKind.supplementRequest.point(facts, ministry: nil, about: 4) }
                == .paper(.nothingToTell))
    }

    @Test("a reminder goes to a ministry whose round is open, and the ministry is named where there are several")
    func reminder() throws {
        var facts = PaperCaseFacts()
        facts.isFiled = true
        facts.rounds = [("가부", 1, false), ("나부", 1, true)]
        #expect(try PaperKind.reminder.point(facts, ministry: nil, about: nil) == PaperPoint(ministry: "나부", about: 1))
        #expect(try PaperKind.consultation.point(facts, ministry: nil, about: nil) == nil)
        #expect(
            refused { _ = try PaperKind.reminder.point(facts, ministry: "가부", about: nil) } == .paper(.nothingToTell))
    }

    @Test("an order is chosen by its act, a decision by its outcome") func variants() throws {
        var facts = PaperCaseFacts()
        (facts.isFiled, facts.hasGrant, facts.decision) = (true, true, (2, .rejected))
        facts.acts = [(1, .insure), (2, .correct), (3, .extend), (4, .suspend)]
        #expect(try PaperKind.order.point(facts, ministry: nil, about: nil) == PaperPoint(about: 4, variant: "suspend"))
        #expect(try PaperKind.order.point(facts, ministry: nil, about: 2) == PaperPoint(about: 2, variant: "correct"))
        #expect(try PaperKind.extensionCertificate.point(facts, ministry: nil, about: nil)?.about == 3)
        #expect(
            try PaperKind.decisionNotice.point(facts, ministry: nil, about: nil)
                == PaperPoint(about: 2, variant: "rejected"))
    }

    @Test("minutes are of a meeting that has begun, and a new edition takes a reason") func meeting() {
        let (day, before): (CivilDate, CivilDate) = ("2026-12-10", "2026-12-09")
        #expect(refused { try PaperKind.minutes.mayTell(heldOn: day, today: before, items: 1) } != nil)
        #expect(refused { try PaperKind.minutes.mayTell(heldOn: day, today: day, items: 1) } == nil)
        #expect(refused { try PaperKind.agenda.mayTell(heldOn: day, today: before, items: 1) } == nil)
        #expect(refused { try PaperKind.agenda.mayTell(heldOn: day, today: before, items: 0) } != nil)
        #expect(refused { try PaperKind.receipt.mayTell(heldOn: day, today: day, items: 1) } != nil)
        #expect(refused { try PaperKind.receipt.mayBeIssued(edition: 2, reason: nil) } == .paper(.alreadyIssued))
        #expect(refused { try PaperKind.receipt.mayBeIssued(edition: 1, reason: nil) } == nil)
    }
}
