import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("A session of the committee, as people type it", .database)
struct CommitteeTests {
    private static let seats = [
        "--member", "chair:위원장", "--member", "agency:보건복지부", "--member", "private:위원 1", "--member",
        "private:위원 2", "--member", "private:위원 3",
    ]

    @Test("from the schedule to a deferral and a decision, in both languages") func whole() async throws {
        var type = try await Shell()
        let (first, second) = (try await type.casework.replied(), try await type.casework.replied())
        let (one, two) = (first.description, second.description)
        let steps: [([String], String)] = [
            (["schedule", "main", "--number", "43", "--on", "2026-01-05"], "main/43 was scheduled for 5 Jan 2026."),
            (["schedule", "main", "--number", "44"], "main/44 was scheduled for"),
            (["compose", "main/44"] + Self.seats, "main/44 was composed of 5 members."),
            (["compose", "main/43", "--like", "main/44"], "main/43 was composed of 5 members."),
            (["table", "main/44", one, two], "\(one) was tabled at main/44 as item 1."),
            (["table", "main/44", two, "--remove"], "\(two) was taken off the agenda of main/44."),
            (["table", "main/44", two], "\(two) was tabled at main/44 as item 2."),
            (["freeze", "main/44"], "main/44: the agenda was frozen; 2 items, digest "),
            (["recuse", one, "--member", "위원 3", "--ground", "employed"], "\(one): 위원 3 takes no part: barred ("),
            (
                ["vote", one, "--in-favour", "위원장", "위원 1", "--against", "보건복지부", "--abstained", "위원 2"],
                "\(one): 4 of 5 present: 2 in favour, 1 against, 1 abstained – not carried"
            ),
            (["mediate", two, "--begin", "조정협의체"], "\(two): the mediation by 조정협의체 began on "),
            (["mediate", two, "--end", "합의"], "\(two): the mediation by 조정협의체 ended on "),
            (["defer", two, "--reason", "합의를 본다."], "\(two) was deferred by main/44."),
            (["decide", one, "--outcome", "rejected", "--reason", "부결"], "\(one) was decided: Rejected ("),
        ]
        for (words, expected) in steps {
            let told = await type.run(\.desk, ["committee"] + words)
            #expect(told.status == .done && told.error.hasPrefix(expected), "\(words): \(told.error)")
        }
        (type.language, type.width) = ("ko", 160)
        let view = await type(\.desk, "committee", "view", "main/44").out
        for words in ["main/44 신기술·서비스심의위원회", "민간위원", "보류", "부결", "제척", "3년 내 재직"] {
            #expect(view.contains(words), "\(words)")
        }
        let list = await type(\.desk, "committee", "list").out
        #expect(list.contains("main/43") && list.contains("신기술·서비스심의위원회"))
        let seen = await type(\.company, "committee", "view", "main/44").out
        #expect(seen.contains("보류") && !seen.contains("위원 1"))
        let again = await type(
            \.company, "case", "redeliberate", one, "--ground", "new-evidence", "--statement", "새 자료", "--hearing")
        #expect(again.out == "\(one): 재심의를 신청했습니다.\n다음: 담당 창구가 심의위원회 안건으로 상정합니다.\n")
        let caseView = await type(\.company, "case", "view", one).out
        #expect(caseView.contains("재심의 신청") && caseView.contains("main/44"))
    }

    @Test("for programs: keys are the same in both languages") func json() async throws {
        var type = try await Shell()
        let reference = try await type.casework.replied()
        let meeting = try await type.casework.voted(reference).description
        var seen: [[String]] = []
        for language in ["ko", "en"] {
            type.language = language
            seen.append([
                await type(\.desk, "committee", "view", meeting, "--format", "jsonl").out,
                await type(\.desk, "committee", "list", "--format", "csv").out,
            ])
        }
        #expect(seen[0] == seen[1])
        #expect(seen[0][0].hasPrefix(#"{"meeting":"main/1","form":"in-person","held_on":""#))
        #expect(seen[0][0].contains(#""present":5,"in_favour":5,"against":0"#))
        let columns = "meeting,form,held_on,closes_on,is_frozen,cancel_reason,items,open_items,late_cases"
        #expect(seen[0][1].hasPrefix(columns + "\n"))
    }

    @Test("what cannot be is refused with its reason, its code and the way out") func refusals() async throws {
        let type = try await Shell()
        let reference = try await type.casework.replied()
        let words = ["committee", "decide", reference.description, "--outcome", "granted"]
        let untabled = await type.run(\.desk, words)
        #expect(untabled.status == .refused)
        #expect(
            untabled.error == """
                sandbox: no decision was recorded: a committee decides this, and the case is not on its agenda
                  hint: Table the case first.

                """)
        let meeting = try await type.casework.tabled(reference).description
        let early = await type.run(\.desk, words + ["--format", "json"])
        #expect(early.error.contains(#""code":"quorum-missing""#) || early.error.contains(#""code": "quorum-missing""#))
        let elsewhere = await type.run(\.desk, words + ["--meeting", "main/9"])
        #expect(elsewhere.status == .refused && elsewhere.error.contains("not on its agenda"))
        #expect(await type(\.desk, "committee", "freeze", meeting).status == .refused)
        for (bad, problem) in [
            (["view", "43"], "MEETING: not a committee meeting such as main/43: 43"),
            (["compose", "main/1", "--member", "위원장"], "--member: unknown word: 위원장"),
            (["compose", "main/1"], "--member is missing"),
            (["compose", "main/1", "--member", "chair:갑", "--from-main", "을"], "--from-main: unknown word: 을"),
            (
                ["schedule", "main", "--until", "2026-12-01"],
                "--until: --form in-person and --until exclude each other"
            ),
            (["schedule", "main", "--number", "0"], "--number: not a number from 1"),
            (["vote", reference.description], "--in-favour is missing"),
            (["mediate", reference.description], "--begin is missing"),
            (
                ["recuse", reference.description, "--member", "위원장", "--ground", "fairness"],
                "--ground: --kind barred and --ground fairness exclude each other"
            ),
        ] {
            let told = await type.run(\.desk, ["committee"] + bad)
            #expect(told.status == .usage && told.error.contains(problem), "\(bad): \(told.error)")
        }
        let unknown = await type(\.desk, "committee", "view", "main/99")
        #expect(unknown.status == .notFound)
    }
}
