import SandboxDomain
import SandboxPresentation
import Testing

@Suite("Choices are typed as they are shown")
struct ChoiceTests {
    private func check<Code: StableCode & HasWording>(_ type: Code.Type) throws {
        for (index, value) in Code.allCases.enumerated() {
            #expect(try Code(said: value.rawValue) == value)
            let alone = Code.allCases.filter { $0.wording.ko == value.wording.ko }.count == 1
            if alone { #expect(try Code(said: value.wording.ko) == value, "\(value.wording.ko)") }
            #expect(try Code(chosen: "\(index + 1)") == value)
        }
    }

    @Test("by code, by the words shown, and by number") func all() throws {
        try check(Opinion.self)
        try check(DecisionOutcome.self)
        try check(Stage.self)
        try check(Vote.self)
        try check(MeetingForm.self)
        try check(RecusalGround.self)
        try check(ObjectionRuling.self)
        try check(OrganisationKind.self)
        try check(GroupRole.self)
        try check(PaperKind.self)
        try check(RevisionFinding.self)
    }

    @Test("other words, spaces and middle dots do not matter") func others() throws {
        #expect(try Opinion(said: "조건부동의") == .agreeWithConditions)
        #expect(try Opinion(said: "부동의") == .oppose)
        #expect(try PaperKind(said: "지정서") == .certificate)
        #expect(throws: InputProblem.self) { try Opinion(said: "아마") }
        #expect(throws: InputProblem.self) { try Opinion(said: "") }
    }
}
