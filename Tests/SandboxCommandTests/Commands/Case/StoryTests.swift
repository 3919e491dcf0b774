import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("From the draft to the decision, as people type it", .database)
struct StoryTests {
    /// Schedules a meeting of today, composes it, tables the case, freezes the agenda and has all vote in favour.
    static func vote(on reference: String, _ type: Shell) async -> String {
        var type = type
        (type.language, type.width) = ("en", nil)
        let meeting = await type(\.desk, "committee", "schedule", "main").name
        let seats = ["chair:위원장", "standing-agency:보건복지부", "private:위원 1", "private:위원 2"]
        for words in [
            ["compose", meeting] + seats.flatMap { ["--member", $0] }, ["table", meeting, reference],
            ["freeze", meeting],
            ["vote", reference, "--rest", "in-favour"],
        ] {
            let told = await type.run(\.desk, ["committee"] + words)
            #expect(told.status == .done, "\(told.error)")
        }
        return meeting
    }

    /// `data/proposals`, wherever the tests run.
    static let proposals = projectFolder + "/data/proposals"

    @Test("in Korean, on a terminal: each act says what changed and whose turn it is") func korean() async throws {
        var type = try await Shell()
        (type.language, type.width) = ("ko", 100)
        let draft = await type(\.company, "case", "draft", "\(Self.proposals)/hyperscale-ai.yaml")
        #expect(
            draft.out == """
                DRAFT-1: 작성했습니다. 아직 기업 밖에서는 보이지 않습니다.
                다음: 제출할 수 있습니다. sandbox case file DRAFT-1

                """)
        let filed = await type(\.company, "case", "file", "DRAFT-1")
        let reference = String(filed.out.prefix { $0 != ":" })
        #expect(filed.out == "\(reference): 제출했습니다.\n다음: 담당 창구가 접수하거나 반려합니다.\n")
        #expect(filed.error.isEmpty)
        let steps: [(KeyPath<Casework, Casework.Person>, [String], String)] = [
            (\.desk, ["case", "receive", reference], "\(reference): 접수했습니다.\n다음: 담당 창구가 관계부처에 협의를 요청합니다.\n"),
            (
                \.desk, ["consult", "send", reference, "--to", "문화체육관광부", "--question", "의견을 구합니다."],
                "\(reference): 문화체육관광부에 협의를 요청했습니다(1차). 회신 기한 DATE\n"
            ),
            (
                \.mcst, ["case", "supplement", reference, "--request", "목록을 주십시오."],
                "\(reference): 보완을 요청했습니다(1번).\n다음: 한빛에이아이가 보완 요청에 답합니다.\n"
            ),
            (
                \.company, ["case", "answer", reference, "--answer", "드립니다."],
                "\(reference): 1번 보완 요청에 답했습니다.\n다음: 문화체육관광부가 의견을 회신합니다.\n"
            ),
            (
                \.mcst, ["consult", "reply", reference, "--opinion", "agree-with-conditions", "--condition", "보관한다."],
                "\(reference): 문화체육관광부 의견을 회신했습니다(1차): 조건부 동의\n"
                    + "다음: 담당 창구가 제안서에 적힌 나머지 부처에 협의를 요청하거나 협의하지 않는 사유를 기록합니다.\n"
            ),
        ]
        for (person, words, expected) in steps {
            let outcome = await type.run(person, words)
            let out = outcome.out.replacing(/기한 [0-9]{4}-[0-9]{2}-[0-9]{2}/, with: "기한 DATE")
            #expect(outcome.status == .done && out == expected && outcome.error == "")
        }
        // The proposal names one more ministry.
        let omit = ["consult", "omit", reference, "--ministry", "개인정보보호위원회", "--reason", "개인정보를 다루지 않는다."]
        #expect(await type.run(\.desk, omit).out.hasSuffix("\n다음: 담당 창구가 심의위원회 안건으로 상정합니다.\n"))
        let meeting = await Self.vote(on: reference, type)
        #expect(meeting == "main/1")
        let decide = [
            "committee", "decide", reference, "--outcome", "granted-with-conditions", "--condition", "before: 보험",
            "--purpose", "배상", "--evidence", "증권",
        ]
        let decided = await type.run(\.desk, decide)
        #expect(decided.status == .done, "\(decided.error)")
        #expect(decided.out.hasPrefix("\(reference): 의결을 기록했습니다: 조건부 지정·허가 ("))
        #expect(decided.out.contains(", 조건 1개)\n다음: "))
        #expect(decided.out.hasSuffix("다음: 담당 창구가 심의 결과 알림을 발급합니다.\n"))
        let view = await type(\.company, "case", "view", reference).out
        for words in ["규제 특례 필요사항과 적용 방법", "1. 저작권법 제16조, 제35조의5", "실증 전", "목록을 주십시오.", "조건부 동의"] {
            #expect(view.contains(words), "\(words)")
        }
        type.width = 200
        let history = await type(\.company, "case", "history", reference).out
        #expect(history.contains("과학기술정보통신부") && history.contains("의결 기록"))
    }

    @Test("in English, through pipes: a bare name on standard output goes into the next command")
    func pipes() async throws {
        var type = try await Shell()
        let filed = await type(\.company, "case", "file", "\(Self.proposals)/document-summary-api.yaml")
        #expect(filed.out == filed.name + "\n")
        #expect(filed.error == "\(filed.name) was filed.\nNext: the desk receives the case or returns it.\n")
        // A list that was saved on Windows is a list.
        type.input = filed.name + "\r\n\r\n"
        let received = await type(\.desk, "case", "receive", "-")
        #expect(received.out == filed.out)
        #expect(received.error.hasPrefix("\(filed.name) was received.\nNext: the desk"))
        type.input = ""
        let inbox = await type(\.desk, "inbox").out.split(separator: "\n").map { $0.split(separator: "\t")[0] }
        #expect(inbox == ["reference", Substring(filed.name)])
        let sent = await type(\.desk, "consult", "send", filed.name, "--to", "문화체육관광부", "개인정보보호위원회")
        #expect(sent.out == filed.out)
        #expect(sent.error.split(separator: "\n").count == 2)
        let open = await type(\.desk, "consult", "list", "--open", "--format", "tsv").out
        #expect(open.split(separator: "\n").count == 3)
    }

    @Test("for programs: objects and lists of objects, with the same keys in every language") func json() async throws {
        var type = try await Shell()
        let reference = try await type.casework.replied().description
        var seen: [[String]] = []
        for language in ["ko", "en"] {
            type.language = language
            let view = await type(\.desk, "case", "view", reference, "--format", "jsonl").out
            seen.append([
                view, await type(\.desk, "case", "list", "--format", "json").out,
                await type(\.desk, "consult", "view", reference, "--format", "jsonl").out,
                await type(\.desk, "case", "history", reference, "--format", "jsonl").out,
                await type(\.desk, "inbox", "--format", "csv").out,
            ])
        }
        #expect(seen[0] == seen[1])
        #expect(seen[0][0].contains(#""exemptions":[{"number":1,"law":"저작권법","article":"제35조의5""#))
        #expect(seen[0][0].contains(#""open_tasks":[{"waiting_on":"desk","organisation":null,"task":"table""#))
        #expect(seen[0][1].contains(#""reference":"\#(reference)","track":"demonstration","stage":"consulting""#))
        try await type.casework.voted(CaseReference(reference))
        let dry = await type(
            \.desk, "committee", "decide", reference, "--outcome", "granted", "--dry-run", "--format", "jsonl")
        #expect(dry.out.hasPrefix(#"{"reference":"\#(reference)","outcome":"granted","decided_on":"#))
        #expect(dry.error == "sandbox: dry run: nothing was kept\n")
        #expect(try await type.casework.desk.answer(CaseView(try CaseReference(reference))).decision == nil)
        let several = await type(\.desk, "case", "receive", reference, "--format", "json")
        #expect(several.status == .refused)
    }

    @Test("a draft is asked for on a terminal, and a wrong answer is asked again") func interview() async throws {
        var type = try await Shell()
        (type.language, type.width) = ("ko", 100)
        type.answers = [
            "실증특레", "실증특례", "", "AI 요약", "요약한다", "bth", "both", "저작권법 제35조의5", "기준이 없다", "복제 허용", "목록 보관", "",
        ]
        let draft = await type(\.company, "case", "draft")
        #expect(draft.out.hasPrefix("DRAFT-1: 작성했습니다."))
        #expect(draft.out.contains("- 실증계획서 [demonstration-plan] (시행령 제42조의4 제1항)"))
        #expect(draft.error.contains("알 수 없는 말: 실증특레") && draft.error.contains("꼭 필요합니다."))
        let proposal = try await type.casework.company.answer(CaseView(CaseReference("DRAFT-1"))).proposal
        #expect(proposal.service == .init(name: "AI 요약", type: .both, summary: "요약한다"))
        let item = Proposal.Exemption(
            law: "저작권법", article: "제35조의5", obstacle: "기준이 없다", exemption: "복제 허용", application: "목록 보관")
        #expect(proposal.exemptions == [item])
        let refused = await type(\.desk, "case", "draft")
        #expect(refused.status == .notPermitted)
        #expect(!refused.error.contains("트랙: "))
    }

    @Test("nobody is asked with --no-input, in a pipe, or when the option is given") func noQuestions() async throws {
        var type = try await Shell()
        let reference = try await type.casework.filed().description
        let piped = await type(\.desk, "case", "return", reference)
        #expect(piped.status == .usage)
        #expect(piped.error == "sandbox: the case was not returned: --reason is missing\n")
        type.answers = ["범위가 없습니다."]
        #expect(await type(\.desk, "case", "return", reference, "--no-input").status == .usage)
        #expect(await type(\.desk, "case", "return", reference, "--dry-run").status == .done)
        #expect(await type(\.desk, "case", "return", reference, "--reason", "다른 사유").status == .done)
        let reason = try await type.casework.company.answer(CaseView(CaseReference(reference))).head.closingReason
        #expect(reason == "다른 사유")
    }

    @Test("an interrupted question ends with 130 and nothing is done") func interrupted() async throws {
        var type = try await Shell()
        let reference = try await type.casework.filed().description
        type.answers = []
        #expect(await type(\.desk, "case", "return", reference).status == .interrupted)
        #expect(try await type.casework.desk.answer(CaseView(CaseReference(reference))).head.stage == .filed)
    }
}
