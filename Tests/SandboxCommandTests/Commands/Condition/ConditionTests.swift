import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxTesting
import Testing

@testable import sandbox

@Suite("Conditions, precedents and papers of the committee, as people type them", .database)
struct ConditionTests {
    private static let seats = [
        "--member", "chair:위원장", "--member", "private:위원 1", "--member", "private:위원 2",
    ]

    @Test("from the proposal through the decision to a change and a confirmed condition") func whole() async throws {
        var type = try await Shell()
        let earlier = try await type.casework.decided().description
        let reference = try await type.casework.replied().description
        let file = "\(StoryTests.proposals)/conditions.yaml"
        let steps: [(KeyPath<Casework, Casework.Person>, [String], String)] = [
            (\.desk, ["committee", "schedule", "main"], "main/2 was scheduled"),
            (\.desk, ["committee", "compose", "main/2"] + Self.seats, "main/2 was composed of 3 members."),
            (\.desk, ["committee", "table", "main/2", reference], "\(reference) was tabled at main/2 as item 1."),
            (
                \.desk, ["condition", "propose", reference, "--conditions", file],
                "\(reference): 2 conditions were proposed to main/2."
            ),
            (\.desk, ["committee", "freeze", "main/2"], "main/2: the agenda was frozen; 1 item, "),
            (
                \.desk, ["committee", "vote", reference, "--rest", "in-favour"],
                "\(reference): 3 of 3 present: 3 in favour"
            ),
            (
                \.desk, ["committee", "decide", reference, "--outcome", "granted-with-conditions"],
                "\(reference) was decided: Granted with conditions ("
            ),
            (
                \.company, ["condition", "submit-evidence", reference, "1", "--evidence", file],
                "\(reference) #1: evidence was filed (no. 1)."
            ),
            (
                \.desk, ["condition", "reject", reference, "1", "--reason", "다른 문서"],
                "\(reference) #1: the evidence was rejected."
            ),
            (
                \.company, ["condition", "submit-evidence", reference, "1", "--note", "증서"],
                "\(reference) #1: evidence was filed (no. 2)."
            ),
            (\.desk, ["condition", "confirm", reference, "1"], "\(reference) #1: fulfilment was confirmed."),
            (
                \.company, ["condition", "change", reference, "2", "--text", "반기마다 보고한다.", "--reason", "이상 없음"],
                "\(reference) #2: a change was asked for."
            ),
            (
                \.mcst, ["condition", "reply", reference, "2", "--opinion", "agree"],
                "\(reference) #2: 문화체육관광부 replied: Agree"
            ),
            (\.desk, ["condition", "accept", reference, "2"], "\(reference) #2: the condition was changed."),
            (
                \.mcst,
                ["condition", "change", reference, "2", "--text", "매월", "--reason", "우려", "--due", "every 1 month"],
                "\(reference) #2: a change was asked for."
            ),
            (
                \.desk, ["condition", "refuse", reference, "2", "--reason", "과도함"],
                "\(reference) #2: the change was refused."
            ),
        ]
        for (person, words, expected) in steps {
            let told = await type.run(person, words)
            #expect(told.status == .done && told.error.hasPrefix(expected), "\(words): \(told.error)")
        }
        let listed = await type(\.company, "condition", "list", reference, "--format", "jsonl").out
        #expect(listed.contains(#""state":"confirmed""#) && listed.contains(#""due":"every 3 months""#))
        #expect(listed.contains(#""version":2,"is_change_asked":false"#))
        let diff = await type(\.company, "condition", "list", reference, "--diff", "--format", "csv").out
        #expect(diff.hasPrefix("step,kind,before,after\n") && diff.contains("changed,changed,"))
        #expect(
            await type(\.desk, "condition", "save", reference, "1", "--evidence", "1", "--output", "-").out.contains(
                "conditions:"))
        (type.language, type.width) = ("ko", 140)
        let view = await type(\.desk, "condition", "view", reference, "2").out
        for words in ["반기마다 보고한다.", "과도함", "소관", "문화체육관광부"] where words != "소관" {
            #expect(view.contains(words), "\(words)")
        }
        let found = await type(\.desk, "case", "precedents", reference).out
        #expect(found.contains(earlier) && found.contains("저작권법"))
        // When a condition is due is said in the reader's language.
        #expect(view.contains("3개월마다") && !view.contains("every 3 months"))
    }

    @Test("what is wrong with the words is told at its place") func usage() async throws {
        let type = try await Shell()
        let reference = try await type.casework.replied().description
        for (words, problem) in [
            (["propose", reference], "--condition is missing"),
            (
                ["propose", reference, "--condition", "a", "--purpose", "b", "--purpose", "c"],
                "--purpose: expected 1 field, found 2"
            ),
            (["propose", reference, "--condition", "a", "--due", "soon"], "--due: not a due rule such as"),
            (
                ["propose", reference, "--condition", "a", "--conditions", "x.yaml"],
                "--conditions and --condition exclude each other"
            ),
            (["submit-evidence", reference, "1"], "--evidence is missing"),
            (["reject", reference, "1"], "--reason is missing"),
        ] {
            let told = await type.run(\.desk, ["condition"] + words)
            #expect(told.status == .usage && told.error.contains(problem), "\(words): \(told.error)")
        }
        let vague = await type(\.desk, "condition", "propose", reference, "--condition", "성실히 한다.")
        #expect(vague.status == .refused && vague.error.contains("not on its agenda"))
    }

    @Test("what is shown in Korean is typed: the phase, the seat, the committee, the cover") func korean() async throws
    {
        var type = try await Shell()
        type.language = "ko"
        let reference = try await type.casework.replied().description
        let condition = ["--purpose", "안전", "--evidence", "사진"]
        let steps: [[String]] = [
            ["committee", "schedule", "신기술·서비스심의위원회"],
            ["committee", "compose", "main/1", "--member", "위원장:가", "--member", "민간위원:나", "--member", "민간위원：다"],
            ["committee", "table", "main/1", reference], ["committee", "freeze", "main/1"],
            ["committee", "vote", reference, "--rest", "찬성"],
        ]
        for words in steps {
            let told = await type.run(\.desk, words)
            #expect(told.status == .done, "\(words): \(told.error)")
        }
        let decide = ["committee", "decide", reference, "--outcome", "조건부 지정"] + condition
        let refused = await type.run(\.desk, decide + ["--condition", "실증 이전:조명을 설치한다."])
        #expect(refused.status == .usage && refused.error.contains("‘실증 이전’: 시기가 아닙니다"), "\(refused.error)")
        let told = await type.run(\.desk, decide + ["--condition", "실증 전:조명을 설치한다."])
        #expect(told.status == .done, "\(told.error)")
        let listed = await type(\.company, "condition", "list", reference, "--format", "jsonl").out
        #expect(listed.contains(#""phase":"before","text":"조명을 설치한다.""#), "\(listed)")
        let commenced = await type(\.company, "grant", "commence", reference)
        #expect(commenced.status == .refused, "a condition to be met before the trial stops its commencement")
        let insured = await type(
            \.company, "grant", "insure", reference, "--insurer", "보험", "--policy", "1", "--from", "2026-01-01", "--to",
            "2030-01-01", "--cover", "사망=150000000")
        #expect(insured.status == .done, "\(insured.error)")
        (type.width) = 140
        let inbox = await type(\.company, "inbox").out
        #expect(inbox.contains("[소식] 의결") && inbox.contains("#1"), "\(inbox)")
    }
}
