import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

/// Real stories of the sandbox, told by commands alone.
@Suite("The life of a grant, as people type it", .database)
struct GrantStoryTests {
    private typealias Person = KeyPath<Casework, Casework.Person>

    /// A case brought to its decision.
    private func decided(
        _ type: Shell, _ track: TrackCode, _ outcome: String, _ more: [String] = []
    ) async throws -> String {
        let replied = try await type.casework.replied(track)
        if track != .rapidConfirmation { _ = try await type.casework.voted(replied) }
        let reference = replied.description
        let decision = await type.run(\.desk, ["committee", "decide", reference, "--outcome", outcome] + more)
        #expect(decision.status == .done, "\(decision.error)")
        return reference
    }

    /// Something is done, and its confirmation says what the command did not say itself.
    private func does(_ type: Shell, _ person: Person, _ words: [String], _ said: String) async {
        let outcome = await type.run(person, words)
        #expect(outcome.status == .done, "\(words): \(outcome.error)")
        #expect(outcome.error.contains(said) && !words.contains { $0.contains(said) }, "\(words): \(outcome.error)")
    }

    private static let covers = [
        "--cover", "death=150000000", "--cover", "injury=30000000", "--cover", "disability=150000000", "--cover",
        "property=1000000000",
    ]

    private func commence(_ type: Shell, _ reference: String) async {
        let insure = [
            "grant", "insure", reference, "--insurer", "예시손해보험", "--policy", "P-1", "--from", "2019-01-01", "--to",
            "2060-01-01",
        ]
        let insured = await type.run(\.company, insure + Self.covers + ["--format", "json"])
        #expect(insured.status == .done, "\(insured.error)")
        let number = insured.out.split(separator: "\n").first { $0.contains("\"number\"") }?.filter(\.isNumber) ?? ""
        await does(type, \.desk, ["grant", "confirm", reference, "--insurance", number], "Confirmed")
        await does(type, \.company, ["grant", "commence", reference], "Commenced")
    }

    @Test("conditions before the start: an exemption from licence terms, with insurance and safety staff")
    func conditions()
        async throws
    {
        let type = try await Shell()
        let reference = try await decided(
            type, .demonstration, "granted-with-conditions",
            [
                "--condition", "before: 안전요원을 배치한다.", "--purpose", "이용자의 안전", "--evidence", "배치 계획서",
                "--valid-months", "12",
            ])
        let early = await type(\.company, "grant", "commence", reference)
        #expect(early.status == .refused)
        #expect(early.error.contains("conditions to be met before are not confirmed: no. 1"))
        await does(
            type, \.company, ["condition", "submit-evidence", reference, "1", "--note", "배치 계획서"], "evidence was filed")
        await does(
            type, \.desk, ["condition", "confirm", reference, "1", "--reason", "현장 점검"], "fulfilment was confirmed")
        let uninsured = await type(\.company, "grant", "commence", reference)
        #expect(uninsured.error.contains("no confirmed insurance"))
        await commence(type, reference)
        await does(type, \.desk, ["grant", "publish", reference, "--reference", "관보 제2호"], "Published")
        await does(type, \.desk, ["grant", "recall", reference, "4", "--reason", "관보 호수를 잘못 적음"], "#4")
        await does(type, \.desk, ["grant", "publish", reference, "--reference", "관보 제1호"], "Published")
        await does(
            type, \.company,
            [
                "grant", "report", reference, "--text", "1분기", "--progress", "25", "--users", "300", "--problem",
                "인증 오류: 서버 증설", "--solved", "민원", "--met", "1",
            ], "Reported")
        await does(type, \.company, ["grant", "incident", reference, "--text", "로봇이 넘어졌습니다."], "Incident")
        await does(type, \.mcst, ["grant", "inspect", reference, "--text", "조건 이행 확인"], "Inspected")
        await does(
            type, \.desk, ["grant", "correct", reference, "--text", "표지 부착", "--until", "2060-01-01"], "Correction")
        await does(type, \.desk, ["grant", "suspend", reference, "--reason", "조사"], "The grant is “Suspended”")
        await does(type, \.desk, ["grant", "resume", reference], "The grant is “Running”")
        let view = await type(\.company, "grant", "view", reference, "--format", "json").out
        for words in ["\"state\": \"running\"", "\"reason\": \"commenced\"", "\"rule\": \"k12\"", "DEC-"] {
            #expect(view.contains(words), "\(words)")
        }
        let revoked = await type(\.desk, "grant", "revoke", reference, "--ground", "condition-unmet")
        #expect(revoked.status == .refused && revoked.error.contains("no hearing"))
        await does(
            type, \.desk, ["grant", "record-hearing", reference, "--ground", "condition-unmet", "--text", "의견 없음"],
            "Hearing")
        await does(
            type, \.desk, ["grant", "revoke", reference, "--ground", "condition-unmet", "--reason", "불이행"],
            "The grant is “Revoked”; it ended on ")
    }

    @Test("conversion: an exemption whose law must change becomes a temporary permit") func conversion() async throws {
        let type = try await Shell()
        let reference = try await decided(type, .demonstration, "granted")
        await commence(type, reference)
        await does(
            type, \.mcst,
            [
                "grant", "plan", reference, "--text", "공유숙박 허용", "--provision", "관광진흥법 시행령 제2조", "--by", "2028-12-31",
                "--level", "decree",
            ], "Law-revision plan")
        await does(
            type, \.company, ["grant", "request-revision", reference, "--text", "실증 결과 요약"], "Law revision asked for")
        await does(type, \.mcst, ["grant", "plan", reference, "--why-not", "연구 용역 중입니다."], "Law-revision plan")
        await does(type, \.mcst, ["grant", "record-finding", reference, "needed", "--level", "decree"], "Finding")
        let asked = try await type.casework.replied(.temporaryPermit)
        _ = try await type.casework.voted(asked)
        let permit = asked.description
        await does(type, \.company, ["grant", "apply-permit", reference, "--case", permit], "Conversion applied for")
        await does(type, \.desk, ["committee", "decide", permit, "--outcome", "granted"], "was decided")
        let list = await type(\.desk, "grant", "list", "--format", "csv").out
        #expect(list.contains("\(reference),DEC-") && list.contains(",converted,"))
        #expect(list.contains("\(permit),TPC-") && list.contains(",preparing,"))
        let again = await type(\.company, "grant", "report", reference, "--text", "결과", "--kind", "result")
        #expect(again.status == .done, "\(again.error)")
        // Korea's law asks for no report on the exit.
        let exit = await type(\.desk, "grant", "exit-report", reference, "--text", "끝")
        #expect(exit.status == .refused && exit.error.contains("Exit report"))
        let expiries = await type(\.analyst, "report", "expiries", "--format", "tsv").out
        #expect(expiries.contains(permit) && !expiries.contains(reference))
    }

    @Test("made unnecessary by interpretation: there is no grant to follow") func interpretation() async throws {
        let type = try await Shell()
        let reference = try await decided(type, .demonstration, "positive-interpretation")
        let view = await type(\.company, "grant", "view", reference)
        #expect(view.status == .notFound && view.error.contains("grant \(reference)"))
    }

    @Test("in Korean: the state, why, and what must happen by when") func korean() async throws {
        var type = try await Shell()
        (type.language, type.width) = ("ko", 200)
        let reference = try await decided(type, .temporaryPermit, "granted")
        let view = await type(\.company, "grant", "view", reference).out
        #expect(!view.contains("applicant") && !view.contains(" desk"))
        for words in [
            "준비", "사업을 개시하지 않았습니다", "임시허가 연장 신청", "법 제37조", "할 일과 기한", "취소할 수 있다.",
        ] {
            #expect(view.contains(words), "\(words)")
        }
        let refused = await type(\.company, "grant", "commence", reference)
        #expect(refused.error.contains("책임보험") && refused.error.contains("확인을 받으십시오"))
        let inbox = await type(\.mcst, "inbox").out
        #expect(inbox.contains("법령정비계획 제출"))
    }

    @Test("bad words are told, each with its option") func words() async throws {
        let type = try await Shell()
        let tries: [([String], String)] = [
            (["grant", "confirm", "DE-2026-0001"], "--insurance"),
            (["grant", "extend", "DE-2026-0001"], "--months"),
            (["grant", "extend", "DE-2026-0001", "--months", "3", "--until", "2027-01-01"], "--until"),
            (["grant", "extend", "DE-2026-0001", "--months", "0"], "--months"),
            (["grant", "insure", "DE-2026-0001"], "--insurer"),
            (
                [
                    "grant", "insure", "DE-2026-0001", "--insurer", "a", "--policy", "b", "--from", "2026-01-01",
                    "--to", "2027-01-01", "--cover", "death=x",
                ],
                "--cover"
            ),
            (["grant", "report", "DE-2026-0001", "--text", "x", "--progress", "101"], "--progress"),
            (["grant", "claim", "DE-2026-0001", "--claimant", "x", "--amount=-1"], "--amount"),
            (["grant", "plan", "DE-2026-0001", "--text", "x"], "--provision"),
            (["grant", "plan", "DE-2026-0001", "--text", "x", "--why-not", "y"], "--why-not"),
        ]
        for (words, option) in tries {
            let outcome = await type.run(\.desk, words)
            #expect(outcome.status == .usage && outcome.error.contains(option), "\(words): \(outcome.error)")
        }
    }
}
