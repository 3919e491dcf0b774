import SandboxDomain
import Testing

@Suite("Days, numbers and due rules as Koreans write them")
struct TypedValueTests {
    @Test(
        "a day is read in every form in which it is written",
        arguments: [
            "2026-12-05", "2026. 12. 5.", "2026.12.5", "2026.12.05.", "2026년 12월 5일", "2026년12월05일", "26-12-05",
            "26. 12. 5.", "2026/12/5", "20261205", " 2026-12-05 ", "２０２６-１２-０５", "２０２６．１２．５．",
        ])
    func day(text: String) throws { #expect(try CivilDate(typed: text) == "2026-12-05") }

    @Test(
        "what is no day, or could be another, is refused",
        arguments: [
            "2026-13-01", "2026-02-30", "12-05-2026", "5/12/2026", "2026", "내일", "", "2026년 12월", "2026-12-05-1",
            "2026.12..5", "202612055", "2026-12-5x", "226-12-05",
        ])
    func noDay(text: String) { #expect(throws: InputProblem.self) { try CivilDate(typed: text) } }

    @Test(
        "a number is read with its groups, its Korean words and its unit",
        arguments: [
            ("150,000,000", 150_000_000), ("1억 5천만", 150_000_000), ("1억5천만 원", 150_000_000),
            ("3천", 3000), ("2만 5백", 20500), ("1조 2억", 1_000_200_000_000), ("１５０", 150), ("0", 0), ("천만", 10_000_000),
        ])
    func number(text: String, value: Int64) {
        #expect(WrittenNumber.whole(text, units: ["원"]) == value)
    }

    @Test(
        "what is no number is none",
        arguments: ["", "15,00", "1,0000", "만억", "5백3천", "-1", "1.5", "9223372036854775808", "만", "많이"])
    func noNumber(text: String) { #expect(WrittenNumber.whole(text) == nil) }

    @Test(
        "a due rule is read in the words in which it is printed",
        arguments: [
            ("사업개시 전까지", DueRule.before(.commencement)), ("사업개시 전", .before(.commencement)),
            ("개시 전", .before(.commencement)),
            ("6개월마다", .every(6, .months)), ("사업개시 후 6개월마다", .every(6, .months)), ("분기마다", .every(3, .months)),
            ("유효기간 만료 후 30일 이내", .within(30, .days, of: .end)), ("지정일부터 1개월 이내", .within(1, .months, of: .grant)),
            ("2026. 12. 15.까지", .on("2026-12-15")), ("before commencement", .before(.commencement)),
        ])
    func due(text: String, rule: DueRule) throws { #expect(try DueRule(text) == rule) }

    @Test("what is no due rule is refused", arguments: ["곧", "지정 전", "0개월마다", "만료 후"])
    func noDue(text: String) { #expect(throws: InputProblem.self) { try DueRule(text) } }

    @Test(
        "the phase of a condition is read in every form in which it is printed",
        arguments: [
            ("before:조명을 설치한다", ConditionPhase.before), ("실증 전:조명을 설치한다", .before), ("실증전 : 조명을 설치한다", .before),
            ("사전：조명을 설치한다", .before), ("사업개시 전: 조명을 설치한다", .before), ("실증 중:조명을 설치한다", .during),
            ("사업 중:조명을 설치한다", .during), ("실증 후:조명을 설치한다", .after), ("사후:조명을 설치한다", .after), ("종료 후: 조명을 설치한다", .after),
            ("After:조명을 설치한다", .after), ("Before the trial: 조명을 설치한다", .before),
        ])
    func phase(text: String, phase: ConditionPhase) throws {
        let (found, words) = try ConditionPhase.split(text)
        #expect(found == phase && words == "조명을 설치한다")
    }

    @Test("a word before the colon that is no phase is refused, prose is not") func noPhase() throws {
        for word in ["실증 이전", "보험", "사전 단계", "실증 개시"] {
            #expect(throws: InputProblem.notAPhase(word)) { try ConditionPhase.split("\(word): 조명을 설치한다") }
        }
        for text in [
            "조명을 설치한다", "다음 각 목의 사항을 지킨다: 가. 조명 나. 표지", "매일 10:00까지만 운행한다", "https://example.org", "@a:b.txt",
        ] {
            #expect(try ConditionPhase.split(text) == (nil, text))
        }
        #expect(try ConditionPhase.split(": 보험: 대인 1억 원") == (nil, "보험: 대인 1억 원"))
    }
}
