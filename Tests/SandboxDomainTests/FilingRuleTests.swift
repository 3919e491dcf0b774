import SandboxDomain
import Testing

@Suite("Filing")
struct FilingRuleTests {
    private func gap(_ kind: Gap.Kind, _ code: String) -> Gap {
        Gap(kind, code, korean: "이름", english: "name", basis: "시행령 제40조 제1항")
    }

    @Test("a proposal without gaps is filed, any other names every gap at once") func gaps() throws {
        try Filing.mayFile(lacking: [])
        let (paper, section, field) = (gap(.paper, "business-plan"), gap(.section, "necessity"), gap(.field, "summary"))
        #expect(throws: Refusal.caseFile(.papersMissing([paper]))) { try Filing.mayFile(lacking: [paper]) }
        #expect(throws: Refusal.caseFile(.fieldsMissing([field, section]))) {
            try Filing.mayFile(lacking: [field, section])
        }
        let both = #expect(throws: Refusal.self) { try Filing.mayFile(lacking: [field, section, paper]) }
        #expect(both == .caseFile(.proposalIncomplete(papers: [paper], fields: [field, section])))
        #expect(both?.gaps == [field, section, paper])
        #expect(both?.basis == ["시행령 제40조 제1항"])
    }

    @Test("only a draft is edited", arguments: Stage.allCases) func edit(stage: Stage) {
        let refusal = stage == .draft ? nil : Refusal.caseFile(.draftOnly(stage))
        #expect(refused { () throws(Refusal) in try Filing.mayEdit(at: stage) } == refusal)
    }

    @Test("a paper fits into a draft or an answer, is not empty and at most 20 MiB") func attach() {
        func attempt(_ size: Int, _ stage: Stage, _ answering: Bool) -> Refusal? {
            refused { () throws(Refusal) in try Filing.mayAttach("계획서.pdf", size: size, at: stage, answering: answering)
            }
        }
        #expect(attempt(1, .draft, false) == nil)
        #expect(attempt(20_971_520, .draft, false) == nil)
        #expect(
            attempt(20_971_521, .draft, false)
                == .caseFile(.attachmentTooLarge(name: "계획서.pdf", size: 20_971_521, limit: 20_971_520)))
        #expect(attempt(0, .draft, false) == .caseFile(.attachmentEmpty(name: "계획서.pdf")))
        #expect(attempt(1, .consulting, true) == nil)
        #expect(attempt(1, .consulting, false) == .caseFile(.attachmentNotEditable(.consulting)))
        #expect(attempt(1, .decided, true) == .caseFile(.attachmentNotEditable(.decided)))
    }

    @Test("a supplement is asked between filing and decision", arguments: Stage.allCases) func supplement(stage: Stage)
    {
        let isAllowed = [.filed, .received, .consulting].contains(stage)
        let refusal = Refusal.wrongStage(stage, allowed: [.filed, .received, .consulting])
        #expect(refused { () throws(Refusal) in try Filing.maySupplement(at: stage) } == (isAllowed ? nil : refusal))
    }
}
