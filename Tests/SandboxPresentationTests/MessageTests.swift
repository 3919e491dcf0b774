import SandboxDomain
import Testing

@testable import SandboxPresentation

private let paper = Gap(.paper, "test-plan", korean: "실증계획서", english: "test plan", basis: "시행령 제42조의4제1항")

private let problems: [InputProblem] = [
    .emptyFile, .notUTF8(looksLike: nil), .notUTF8(looksLike: .cp949), .notUTF8(looksLike: .utf16), .unclosedQuote,
    .strayQuote, .fieldCount(expected: 13, found: 12), .repeatedRow(firstLine: 3), .rowTooLarge(mebibytes: 4),
    .moreProblems(than: 10_000), .yamlSyntax("did not find ':'"),
    .yamlFeature("anchors"), .severalDocuments, .unreadableFile("plan.pdf"), .missingName(Field("company")),
    .missingName(.regime, known: ["kr-ict", "eu-ai-act"]),
    .unknownName("compny", known: ["company"]), .repeatedName("company"), .missingValue,
    .unknownWord("grantd", known: ["granted", "rejected"]), .wrongShape(expected: .list),
    .wrongShape(expected: .mapping),
    .notADate("2026-13-01"), .notAPeriod("soon"), .notAPhase("insurance"), .endsBeforeStart,
    .contradiction(.field(Field("company")), .said(.kind, "barred")), .contradiction(.value("P1"), .value("P2")),
    .notInRange("30", minimum: 1, maximum: 24), .tooLong(found: 1_200, maximum: 300), .controlCharacter(0x1B),
    .tooManyMarks(maximum: 30), .tooMany(maximum: 200), .unstorable,
    .missingPlace("{no}"),
    .notAReference("XX-1"), .notARoleName("Kim!"), .notARegistrationNumber("1-2"), .notAFileName("../x"),
    .fileOutsideFolder("../x"),
    .notASeal("SEAL-1"), .notACode("AI!"),
    .notATaskReference("P05"), .notACommitment("P05"), .notAMeetingReference("43"),
    .notATaskReference("P05"), .notADeadlineReference("DE-1"),
    .notATaskReference("P05"), .notAMeetingReference("43"), .notADueRule("soon"),
    .notATaskReference("P05"), .notAPrefix("d"), .notALength("soon"), .notATime("9"), .notATimeZone("Seoul"),
    .notAValidityRule("k3"),
    .dateOutside("2027-01-01", earliest: "2019-01-17", latest: "2026-11-23"),
    .differsFromRegister("company", registered: "ministry"), .nothingToSearch("?!"),
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
        #expect(Set(RefusalSamples.all.map(\.code)) == Set(Refusal.Code.allCases))
        // Names of ministries, holidays and files are shown as they are, in English too.
        let naming: [Refusal.Code] = [
            .consultation(.open), .consultation(.roundOpen), .consultation(.notAMinistry),
            .caseFile(.attachmentTooLarge), .caseFile(.attachmentEmpty), .condition(.changeReplyOpen),
            .caseFile(.supplementNotOwn), .caseFile(.companyClosed), .consultation(.ministriesUnasked),
            .consultation(.ministryAsked), .decision(.againstReplies), .regime(.otherAuthority),
            .deadline(.holidaysMissing),
        ]
        for refusal in RefusalSamples.all {
            let message = refusal.message
            if !naming.contains(refusal.code) { expectSentence(message.why, refusal.code.rawValue) }
            #expect(message.why.ko != message.why.en && message.code == refusal.code.rawValue)
            #expect(message.hint == refusal.remedy?.wording)
        }
        for remedy in Remedy.allCases {
            let words = remedy.wording
            #expect(words.ko != words.en && words.ko.hasSuffix(".") && words.en.hasSuffix("."), "\(remedy)")
        }
    }

    @Test("names what a form lacks, where the regime does not") func gaps() {
        for code in [
            "service_type", "summary", "exemptions", "exemptions.2.exemption", "exemptions.2.application",
            "exemptions.2.question",
        ] {
            expectSentence(Gap(.field, code, basis: "").name, code)
        }
        #expect(
            Gap(.section, "summary", korean: "요약", english: "abstract", basis: "").name == Wording("요약", "abstract"))
    }

    @Test("names every way of counting, with its article") func countingMethods() {
        for counting in RegimeDocument.Rule.Counting.allCases {
            let method = CountingMethod(
                code: counting.rawValue, countsFirstDay: false, countsOpenDaysOnly: false, runsBackward: false,
                endMoves: false, endsOnSameDate: false)
            expectSentence(method.wording, counting.rawValue)
            #expect(!method.basis.ko.isEmpty && !method.basis.en.isEmpty)
        }
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
        #expect(
            InputProblem.unknownName("bodies", known: ["committees", "rules"]).wording
                == Wording(
                    "알 수 없는 이름: bodies (가능: committees, rules)", "unknown name: bodies (known: committees, rules)"))
        #expect(
            InputProblem.unknownWord("main", known: []).wording
                == Wording("알 수 없는 말: main (쓸 수 있는 것이 없습니다)", "unknown word: main (there is none to name)"))
        #expect(InputProblem.notUTF8(looksLike: .cp949).wording.ko.hasPrefix("UTF-8이 아니라 CP949로 보입니다"))
        #expect(InputProblem.notUTF8(looksLike: .cp949).wording.en.contains("iconv"))
        #expect(InputProblem.controlCharacter(0x1B).wording.en == "a character that cannot be used: U+001B")
    }

    @Test("lists every problem of an input, or names the only one")
    func badInput() {
        let input = BadInput([.init(.emptyFile, file: "a"), .init(.missingValue, field: Field("company"))])
        #expect(input.message.why.en == "the input has 2 problems")
        #expect(input.message.details.map(\.en) == ["a: the file is empty", "company: a value is required"])
        #expect(
            String(decoding: BadInput(.emptyFile, file: "a").json(.korean).bytes(), as: UTF8.self)
                == #"[{"file":"a","line":null,"column":null,"field":null,"code":"empty-file","message":"파일이 비어 있습니다"}]"#
        )
    }

    @Test("of what is not there, not permitted or changed meanwhile names both sides")
    func others() {
        for kind in NotFound.Kind.allCases {
            let message = NotFound(kind, "KT", suggestion: "SKT").message
            // Everybody sees all definitions: they are in the program.
            let why = kind == .definition ? "이름이 KT인 정의가 없습니다" : "KT가 없거나 볼 수 없습니다"
            #expect(message.why.ko.hasSuffix(why) && message.hint?.ko == "혹시 SKT라는 뜻입니까?")
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
