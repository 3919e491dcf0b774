import SandboxDomain
import Testing

@Suite("Codes") struct CodeTests {
    @Test("every code is lower-case kebab, as SQL labels and JSON keys are") func codesAreKebab() {
        func check<C: StableCode>(_ type: C.Type) {
            for value in type.allCases {
                #expect(
                    value.rawValue.allSatisfy { $0 == "-" || ("a"..."z").contains($0) }, "\(type) \(value.rawValue)")
            }
        }
        check(Stage.self)
        check(Act.self)
        check(Opinion.self)
        check(DecisionOutcome.self)
        check(ReformStatus.self)
        check(Milestone.self)
        check(Standing.self)
        check(LawLevel.self)
        check(TaskReferenceKind.self)
        check(CommitmentKind.self)
        check(CommitmentState.self)
        check(EvidenceKind.self)
        check(PointKind.self)
        check(GroupRole.self)
        check(WaitingOn.self)
        check(MeetingForm.self)
        check(ResponsibleParty.self)
        check(ConditionState.self)
        check(ConditionDiff.Kind.self)
        check(MemberCapacity.self)
        check(RecusalKind.self)
        check(RecusalGround.self)
        check(Vote.self)
        check(AgendaResult.self)
        check(CommitteeNeed.self)
        check(RegimeDocument.Grant.AtEnd.self)
        check(RegimeDocument.Grant.RevocationGround.Need.self)
        check(RedeliberationGround.self)
    }

    @Test("released codes never change")
    func releasedCodes() {
        #expect(
            Stage.allCases.map(\.rawValue)
                == ["draft", "filed", "received", "consulting", "decided", "returned", "withdrawn"])
        #expect(
            Act.allCases.map(\.rawValue)
                == [
                    "draft", "file", "receive", "return", "consult", "recall", "decide", "redeliberate", "reopen",
                    "withdraw",
                ])
        #expect(
            Opinion.allCases.map(\.rawValue)
                == ["agree", "agree-with-conditions", "oppose", "not-ours", "permit-needed"])
        #expect(
            DecisionOutcome.allCases.map(\.rawValue)
                == [
                    "granted", "granted-with-conditions", "rejected", "positive-interpretation", "no-regulation",
                    "permit-needed",
                    "conditions-changed",
                ])
        #expect(
            ReformStatus.allCases.map(\.rawValue)
                == [
                    "planned", "drafting", "consulting", "pre-announced", "regulatory-review", "legislation-office",
                    "assembly", "passed", "promulgated", "in-force", "dropped", "merged", "superseded", "undetermined",
                ])
        #expect(
            GroupRole.allCases.map(\.databaseRole)
                == [
                    "sandbox_company", "sandbox_ministry", "sandbox_desk", "sandbox_analyst", "sandbox_auditor",
                    "sandbox_operator", "sandbox_public",
                ])
        #expect(WaitingOn.allCases.map(\.rawValue) == ["applicant", "desk", "ministry", "committee", "nobody"])
    }

    @Test(
        "a code is read as people write it",
        arguments: [
            "agree-with-conditions", " AGREE-WITH-CONDITIONS ",
            "ａｇｒｅｅ－ｗｉｔｈ－ｃｏｎｄｉｔｉｏｎｓ",
        ])
    func tolerant(text: String) throws {
        #expect(try Opinion(code: text) == .agreeWithConditions)
    }

    @Test("an unknown code names the codes there are and the likely one") func unknown() throws {
        let error = try #require(throws: InputProblem.self) { try Opinion(code: "agreee") }
        #expect(error.suggestion == "agree")
        #expect(error == .unknownWord("agreee", known: Opinion.allCases.map(\.rawValue)))
        #expect(InputProblem.unknownWord("고양이", known: ["agree"]).suggestion == nil)
    }

    @Test(
        "the closest word is found across dropped, added, changed and swapped letters",
        arguments: [
            ("tempory-permit", "temporary-permit"), ("tempoaryr-permit", "temporary-permit"),
            ("Demonstartion", "demonstration"), ("demo", "demonstration"), ("서비스", "서비스명"),
            ("permit", "temporary-permit"),
        ])
    func closest(text: String, meant: String) {
        #expect(
            closestWord(to: text, among: ["rapid-confirmation", "temporary-permit", "demonstration", "서비스명"])
                == meant)
    }

    @Test("nothing is suggested for a word that is not close", arguments: ["", "x", "permission", "grant"])
    func notClose(text: String) {
        #expect(closestWord(to: text, among: ["rapid-confirmation", "temporary-permit", "demonstration"]) == nil)
    }

    @Test("a group role is recognised by its name in PostgreSQL") func databaseRole() {
        for role in GroupRole.allCases { #expect(GroupRole(databaseRole: role.databaseRole) == role) }
        #expect(GroupRole(databaseRole: "postgres") == nil)
        #expect(GroupRole(databaseRole: "company") == nil)
    }
}
