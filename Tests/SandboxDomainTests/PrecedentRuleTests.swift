import SandboxDomain
import Testing

@Suite("Precedents")
struct PrecedentRuleTests {
    private let reference = CaseReference.draft(CaseFileID(17))

    @Test("a precedent is named once, with a reason, and is a grant that concerned the same laws (Act 37④)")
    func precedents() {
        var facts = PrecedentFacts(stage: .consulting, hasPrecedent: false, precedent: reference, isSimilar: true)
        func follow(_ reason: String = "같은 서비스") -> Refusal? {
            refused { () throws(Refusal) in try facts.mayFollow(reason: reason) }
        }
        #expect(follow() == nil && follow(" ") == .reasonRequired)
        facts.isSimilar = false
        #expect(follow() == .committee(.notAPrecedent(reference)))
        facts.hasPrecedent = true
        #expect(follow() == .committee(.precedentNamed))
        facts.stage = .draft
        #expect(follow() == .wrongStage(.draft, allowed: [.received, .consulting]))
    }

    @Test("a decision departs from another grant, with a reason") func departures() {
        func depart(_ isGrant: Bool, _ reason: String?) -> Refusal? {
            refused { () throws(Refusal) in
                try PrecedentFacts.mayDepart(from: reference, isOtherGrant: isGrant, reason: reason)
            }
        }
        #expect(depart(true, "사정 변경") == nil && depart(true, nil) == .reasonRequired)
        #expect(depart(false, "사정 변경") == .committee(.notAPrecedent(reference)))
    }
}
