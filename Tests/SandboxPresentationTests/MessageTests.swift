import SandboxDomain
import Testing

@testable import SandboxPresentation

private let paper = Gap(.paper, "test-plan", korean: "실증계획서", english: "test plan", basis: "시행령 제42조의4제1항")

private let main = SessionReference(body: "main", number: 43)

private let refusals: [Refusal] =
    [
        .wrongStage(.draft, allowed: [.filed, .received]), .wrongStage(.decided, allowed: []), .draftOnly(.filed),
        .papersMissing([paper]), .fieldsMissing([paper]), .proposalIncomplete(papers: [paper], fields: [paper]),
        .reasonRequired, .attachmentTooLarge(name: "계획.pdf", size: 30_000_000, limit: 20_000_000),
        .attachmentEmpty(name: "계획.pdf"), .attachmentNotEditable(.decided), .supplementOpen([1, 2]),
        .supplementNoneOpen,
        .alreadyAnswered(2), .consultationOpen(["문화체육관광부", "개인정보보호위원회"]), .consultationMissing,
        .roundOpen(ministry: "국토교통부", round: 2), .alreadyReplied(round: 1), .notAMinistry("카카오페이"),
        .opinionNotForTrack(.permitNeeded, .demonstration, known: [.agree, .oppose]), .ministryNotConsulted,
        .outcomeNotForTrack(.noRegulation, .demonstration, known: [.granted, .rejected]), .conditionsRequired,
        .conditionsNotAllowed, .decisionDateOutside("2027-01-01", earliest: "2026-11-01", latest: "2026-11-23"),
        .alreadyDecided,
        .condition(
            .conditionIncomplete([
                .init(number: 1, lacksPurpose: true, lacksEvidence: true),
                .init(number: 2, lacksPurpose: true, lacksEvidence: false),
                .init(number: 3, lacksPurpose: false, lacksEvidence: true),
            ])), .condition(.conditionNotStanding), .condition(.conditionChangeOpen(2)),
        .condition(.conditionChangeNoneOpen(2)), .condition(.evidenceNoneOpen(2)),
        .condition(.changeReplyNotOwed(2)), .condition(.changeReplyOpen(["개인정보보호위원회"])), .grant(.validityNotBegun),
        .objection(.noDisposition(nil)), .objection(.noDisposition(2)), .objection(.objectedBefore(1)),
        .objection(.tooLate("2026-11-30")), .objection(.noneOpen(nil)), .objection(.noneOpen(2)),
        .regimeBegun("2026-08-02"), .regimeNotBegun,
        .committee(.sessionExists(main)),
        .committee(
            .compositionUnlawful([
                .members(3, least: 7, most: 20), .chairs(0), .privateMembers(1, least: 2), .fromMain(0, least: 1),
            ])),
        .committee(.agendaFrozen(main)), .committee(.agendaNotFrozen(main)), .committee(.agendaEmpty(main)),
        .committee(.alreadyTabled(main)), .committee(.bodyNotForTrack("main", .rapidConfirmation, known: [])),
        .committee(.precedentRequired), .committee(.delegationRequired), .committee(.delegationNotAllowed),
        .committee(.notOnAgenda), .committee(.itemClosed), .committee(.sessionNotBegun("2026-12-10")),
        .committee(.memberRecused("A")), .committee(.memberHasVoted("A")),
        .committee(.quorumMissing(present: 4, composed: 9)),
        .committee(.votesSayOtherwise(.granted, inFavour: 2, present: 5)), .committee(.notRejected),
        .committee(.redeliberatedOnce), .committee(.redeliberationTooLate("2026-11-23")),
        .committee(.notAPrecedent(.draft(CaseFileID(1)))), .committee(.precedentNamed), .committee(.mediationOpen),
        .committee(.mediationNoneOpen),
        .committee(.mediationDateOutside("2027-01-01", earliest: "2026-11-01", latest: "2026-11-23")),
        .organisationKind(.desk, .company), .organisationRequired(.ministry), .organisationExists("KT"),
        .organisationClosed("KT"), .personExists("kim"), .personIsAdministrator("postgres"), .personDisabled("kim"),
        .personIsSelf, .taskNotOwed(["MOJ"]), .inForceDateNotForStatus(.drafting),
        .statusUnreachable(.merged, .planned), .taskContinued("ai-2025/T01"), .taskEnded("ai-2025/T01", .dropped),
        .alreadyPromised("2021", "2020-12-24"), .beforeBaseline("2020-12-24"), .dateInFuture("2030-01-01"),
        .nothingToTakeBack, .reportTooEarly("2026-12-01"), .noReportOwed,
        .commitmentNotOwn("Naver"), .commitmentSettled, .commitmentOpen, .councilReportsLater, .appendOnly,
        .personIsSelf, .taskNotOwed(["MOJ"]), .inForceDateNotForStatus(.drafting), .notAGrant(.draft(CaseFileID(1))),
        .appendOnly,
        .idempotencyKeyReused("k1"),
        .trackClosed(.demonstration), .regimeFixed("time_zone", from: "Asia/Seoul", to: "Europe/Brussels"),
        .bodyTaken("main", by: "kr-ict"), .committee(.bodyClosed("main")),
        .prefixTaken("DE", by: "eu-ai-act"), .personIsSelf, .taskNotOwed(["MOJ"]), .inForceDateNotForStatus(.drafting),
        .appendOnly, .idempotencyKeyReused("k1"),
        .schemaOlder(database: 3, program: 11),
        .schemaNewer(database: 12, program: 11), .schemaDefinitionsDiffer, .schemaBeforeRelease, .superuserActing,
        .alreadyNotified("2026-11-02"),
        .dateOutside("2027-01-01", earliest: "2026-11-01", latest: "2026-11-23"), .replyLapsed("2026-11-02"),
        .lapseContested, .lapseOpen(["MOJ"]), .lapseMissing("MOJ"), .noFastTrack(.rapidConfirmation),
        .lapseNotContested,
        .clockEnded("2026-11-02"),
        .extensionNotInRule(basis: "§ 1"), .extensionUsedUp(1), .extensionTooLong(most: 30, .day),
        .extensionTooLate("2026-11-02"), .clockNotOwed(nil), .stopCauseUnknown(.revision, known: [.mediation]),
        .clockStopped("2026-11-02"), .clockNotStopped, .stopPaperRequired, .stopsOverlap, .stopUndone(3),
    ] + grantRefusals.map(Refusal.grant)
private let grantRefusals: [GrantRefusal] = [
    .wrongState(.expired, allowed: [.running]), .wrongState(.running, allowed: []),
    .notForTrack(.suspend, .temporaryPermit), .doneOnce(.correct), .extendedOnce,
    .insuranceMissing(until: "2028-11-22"),
    .coverTooSmall([CoverGap("death", korean: "사망", english: "death", amount: 1, least: 2, basis: "Decree 42")]),
    .conditionsUnmet([1, 2]), .hearingMissing("fraud"), .groundNotGiven("whim", known: ["fraud"]),
    .groundNotGiven("whim", known: []), .windowClosed("2026-11-23"), .extensionNotAsked,
    .validityTooLong(latest: "2028-11-22"), .revisionNotRequested, .planNotOwed, .permitNotApplicable, .partNotOpen(3),
]

private let problems: [InputProblem] = [
    .emptyFile, .notUTF8(looksLike: nil), .notUTF8(looksLike: .cp949), .notUTF8(looksLike: .utf16), .unclosedQuote,
    .strayQuote, .fieldCount(expected: 13, found: 12), .repeatedRow(firstLine: 3), .yamlSyntax("did not find ':'"),
    .yamlFeature("anchors"), .severalDocuments, .unreadableFile("plan.pdf"), .missingName("company"),
    .unknownName("compny", known: ["company"]), .repeatedName("company"), .missingValue,
    .unknownWord("grantd", known: ["granted", "rejected"]), .wrongShape(expected: .list),
    .wrongShape(expected: .mapping),
    .notADate("2026-13-01"), .notAPeriod("soon"), .endsBeforeStart, .contradiction("company", "company_id"),
    .notInRange("30", least: 1, most: 24), .tooLong(found: 1_200, most: 300), .controlCharacter(0x1B),
    .notAReference("XX-1"), .notARoleName("Kim!"), .notAFileName("../x"), .notASeal("SEAL-1"), .notACode("AI!"),
    .notATaskReference("P05"), .notACommitment("P05"), .notASessionReference("43"),
    .notATaskReference("P05"), .notAClockReference("DE-1"),
    .notATaskReference("P05"), .notASessionReference("43"), .notADueRule("soon"),
    .notATaskReference("P05"), .notAPrefix("d"), .notALength("soon"), .notATime("9"), .notATimeZone("Seoul"), .missingPlace("{no}"),
    .notAValidityRule("k3"),
    .dateOutside("2027-01-01", earliest: "2019-01-17", latest: "2026-11-23"),
    .differsFromRegister("company", registered: "ministry"),
]

@Suite("A message")
struct MessageTests {
    private func expectSentence(_ words: Wording, _ name: String) {
        #expect(words.ko.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }, "\(name)")
        #expect(!words.en.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }, "\(name): \(words.en)")
        #expect(words.ko != words.en && !words.ko.hasSuffix(".") && !words.en.hasSuffix("."), "\(name)")
        for unresolved in ["을(를)", "이(가)", "은(는)", "과(와)", "(으)로", "nil", "Optional"] {
            #expect(!words.ko.contains(unresolved) && !words.en.contains(unresolved), "\(name): \(words.ko)")
        }
    }

    @Test("has words for every refusal and every way out, in both languages")
    func everyRefusal() {
        #expect(Set(refusals.map(\.code)) == Set(Refusal.Code.allCases))
        for refusal in refusals
        where ![
            .consultationOpen, .roundOpen, .notAMinistry, .attachmentTooLarge, .attachmentEmpty, .changeReplyOpen,
        ]
        .contains(refusal.code) {
            expectSentence(refusal.message.why, refusal.code.rawValue)
        }
        for refusal in refusals {
            #expect(refusal.message.why.ko != refusal.message.why.en && refusal.message.code == refusal.code.rawValue)
        }
        for remedy in Refusal.Remedy.allCases { #expect((remedy.wording == nil) == (remedy == .none)) }
    }

    @Test("has words for every problem of an input, in both languages")
    func everyProblem() {
        #expect(Set(problems.map(\.code)) == Set(InputProblem.Code.allCases))
        for problem in problems where problem.suggestion == nil {
            expectSentence(problem.wording, problem.code.rawValue)
        }
        #expect(
            InputProblem.unknownWord("grantd", known: ["granted", "rejected"]).wording
                == Wording(
                    "알 수 없는 말: grantd (가능: granted, rejected). 혹시 granted라는 뜻입니까?",
                    "unknown word: grantd (known: granted, rejected). Did you mean granted?"))
        #expect(InputProblem.notUTF8(looksLike: .cp949).wording.ko.hasPrefix("UTF-8이 아니라 CP949로 보입니다"))
        #expect(InputProblem.notUTF8(looksLike: .cp949).wording.en.contains("iconv"))
        #expect(InputProblem.controlCharacter(0x1B).wording.en == "a character that cannot be used: U+001B")
    }

    @Test("lists every problem of an input, or names the only one")
    func badInput() {
        let input = BadInput([.init(.emptyFile, file: "a"), .init(.missingValue, field: "--company")])
        #expect(input.message.why.en == "the input has 2 problems")
        #expect(input.message.details.map(\.en) == ["a: the file is empty", "--company: a value is required"])
        #expect(
            String(decoding: BadInput(.emptyFile, file: "a").json(.korean).bytes(), as: UTF8.self)
                == #"[{"file":"a","line":null,"column":null,"field":null,"code":"empty-file","message":"파일이 비어 있습니다"}]"#
        )
    }

    @Test("of what is not there, not permitted or changed meanwhile names both sides")
    func others() {
        for kind in NotFound.Kind.allCases {
            let message = NotFound(kind, "KT", suggestion: "SKT").message
            #expect(message.why.ko.hasSuffix("KT가 없거나 볼 수 없습니다") && message.hint?.ko == "혹시 SKT라는 뜻입니까?")
        }
        #expect(NotFound(.caseFile, "TP-2026-0001").message.why.ko == "과제 TP-2026-0001이 없거나 볼 수 없습니다")
        let refused = NotPermitted(role: .analyst, needed: [.desk, .company]).message
        #expect(
            refused.why.en == "not permitted to the role “Analyst”"
                && refused.hint?.en == "Roles that may do it: Desk, Company")
        #expect(NotPermitted(role: nil).message.hint == nil)
        let conflict = Conflict(
            "DRAFT-17", yourVersion: 2, theirVersion: 3, fields: [.init("service.summary", yours: "가", theirs: nil)])
        #expect(conflict.message.why.ko == "DRAFT-17이 그사이 바뀌었습니다(읽은 판 2, 지금 판 3)")
        #expect(
            conflict.message.details == [
                Wording("service.summary: 내 값 ‘가’, 지금 값 ‘-’", "service.summary: yours “가”, now “-”")
            ])
    }
}
