import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("objection file, objection answer", .database)
struct ObjectionCommandTests {
    @Test("a returned case is objected to and answered, in both languages, and by programs") func story() async throws {
        try await TestDatabase.current.travel(to: "2026-01-31")
        var type = try await Shell()
        let reference = try await type.casework.received().description
        #expect(await type(\.desk, "case", "return", reference, "--reason", "요건 미비").status == .done)
        type.width = 120
        let nobody = await type(\.desk, "objection", "file", reference, "--statement", "x")
        #expect(nobody.status == .notPermitted && nobody.error.hasPrefix("sandbox: no objection was filed:"))
        let filed = await type(\.company, "objection", "file", reference, "--statement", "요건을 갖추었습니다.")
        #expect(
            filed.out == """
                \(reference): objected to the return. The answer is due on 2026-02-19.
                Next: the desk issues a paper: notice of return.
                Next: the desk answers the objection.

                """)
        type.language = "ko"
        let again = await type(\.company, "objection", "file", reference, "--statement", "x")
        #expect(again.status == .refused && again.error.contains("1번 처분에는 이미 이의신청을 했습니다"))
        #expect(await type(\.desk, "inbox", "--format", "jsonl").out.contains("answer-objection"))
        let answered = await type(
            \.desk, "objection", "answer", reference, "--ruling", "upheld-in-part", "--reason", "보완을 요청하겠습니다.")
        #expect(
            answered.out == """
                \(reference): 이의신청 결과를 통지했습니다(일부 인용). 행정심판·행정소송은 2026-05-04까지 제기할 수 있습니다.
                다음: 담당 창구가 반려 알림을 발급합니다.
                다음: 담당 창구가 이의신청 결과 알림을 발급합니다.

                """)
        let recalled = await type(\.desk, "objection", "recall-answer", reference, "--reason", "결과를 잘못 골랐다.")
        #expect(recalled.status == .done && recalled.out.contains("#1 이의신청 결과 기록을 취소했습니다(일부 인용"))
        let nothing = await type(\.desk, "objection", "recall-answer", reference, "--reason", "x")
        #expect(nothing.status == .refused && nothing.error.contains("취소할 기록이 없습니다"))
        let anew = await type(
            \.desk, "objection", "answer", reference, "--ruling", "upheld-in-part", "--reason", "보완을 요청하겠습니다.")
        #expect(anew.status == .done)
        let view = await type(\.company, "case", "view", reference).out
        for words in ["처분과 이의신청", "반려", "요건을 갖추었습니다.", "일부 인용", "행정심판·소송 기한", "k20-appeal", "취소한 기록", "결과를 잘못 골랐다."] {
            #expect(view.contains(words), "\(words)")
        }
        type.width = nil
        let json = await type(\.company, "case", "view", reference, "--format", "json").out
        #expect(json.contains(#""object_until": "2026-03-03""#) && json.contains(#""ruling": "upheld-in-part""#))
        let unknown = await type(\.desk, "objection", "answer", reference, "--ruling", "maybe", "--reason", "x")
        #expect(unknown.status == .usage)
    }
}
