import SandboxDomain
import SandboxPresentation
import Testing

@testable import SandboxCore
@testable import SandboxViews

private let failed = Wording("DRAFT-17을 제출하지 못했습니다", "DRAFT-17 was not filed")
private let paper = Gap(.paper, "test-plan", korean: "실증계획서", english: "test plan", basis: "시행령 제42조의4제1항")

@Suite("How failures are told")
struct FailureTests {
    private let failure = Failure(
        code: "some-code", status: .conflict, what: Wording("못했습니다", "it was not done"), why: Wording("왜", "why"),
        detail: "one\ntwo", hint: Wording("이렇게", "do this"))

    @Test("for people: what, why, then detail and hint, indented") func text() {
        #expect(failure.text(.english) == "sandbox: it was not done: why\n  detail: one\n    two\n  hint: do this\n")
        #expect(failure.text(.korean) == "sandbox: 못했습니다: 왜\n  상세: one\n    two\n  조치: 이렇게\n")
    }

    @Test("for programs: one object with a stable code") func json() {
        #expect(
            failure.objectText
                == #"{"code":"some-code","exit":5,"what":"it was not done","why":"why","#
                + #""detail":"one\ntwo","issues":[],"hint":"do this","idempotency_key":null}"#)
    }

    @Test("tables that are in use are told with who uses them, and with the file that waited") func inUse() throws {
        let user = InUse.User(process: 7, login: "kim", program: "psql", table: "case_file", seconds: 40)
        func told(_ file: String?, _ isUndone: Bool, _ attempts: Int, _ language: Language) throws -> String {
            let error = InUse(
                file: file, isUndone: isUndone, users: [user], waited: .seconds(30), attempts: attempts)
            return try #require(Failure(error)).text(language)
        }
        #expect(
            try told(nil, true, 3, .english) == """
                sandbox: the schema was not changed: the tables are in use; 3 attempts waited 30 seconds in all
                  - kim (psql), process 7: case_file, for 40 seconds
                  hint: nothing was changed; run it again once those transactions are over

                """)
        let file = "migrations/0017_index.sql"
        #expect(try told(file, true, 1, .english).contains("the tables are in use; \(file) waited 30 seconds\n"))
        #expect(try told(file, true, 1, .english).contains("nothing was changed"))
        #expect(try told(file, false, 1, .english).contains("drop the unfinished index if one is left"))
        #expect(try told(file, false, 1, .korean).contains("\(file)이 30초를 기다렸습니다\n"))
    }

    @Test("a refusal says what did not happen, why, what is in the way and what would help") func refusal() throws {
        let failure = try #require(Failure(Refusal.caseFile(.papersMissing([paper])), notDone: failed))
        #expect(failure.status == .refused)
        #expect(
            failure.text(.korean) == """
                sandbox: DRAFT-17을 제출하지 못했습니다: 첨부 서류가 빠졌습니다
                  - 실증계획서 [test-plan] (시행령 제42조의4제1항)
                  조치: 위 서류를 첨부하십시오.

                """)
        #expect(
            failure.objectText
                == #"{"code":"papers-missing","exit":5,"what":"DRAFT-17 was not filed","why":"papers are missing","#
                + #""detail":null,"issues":[{"kind":"paper","code":"test-plan","message":"test plan","#
                + #""basis":"시행령 제42조의4제1항"}],"hint":"Attach the papers named above.","idempotency_key":null}"#)
        let forged = try #require(Failure(NotFound(.organisation, "\u{1B}[2J\n"), notDone: failed)).text(.english)
        #expect(forged.contains("organisation \\u{1B}[2J↵ does not exist or is not visible to you\n"))
    }

    @Test("every problem of an input is listed with file, line and column") func badInput() throws {
        let input = BadInput([
            .init(.notADate("어제"), file: "cases.csv", at: Position(line: 3, column: 7), field: Field("decided_on")),
            .init(.emptyFile, file: "cases.csv"), .init(.missingValue, field: Field("--company")),
        ])
        #expect(
            Failure(input, notDone: failed)?.text(.english) == """
                sandbox: DRAFT-17 was not filed: the input has 3 problems
                  - cases.csv: the file is empty
                  - --company: a value is required
                  - cases.csv:3:7: decided_on: not a date of the form 2026-11-23: 어제
                  hint: Correct it and try again; nothing was taken over.

                """)
    }

    @Test("a standby is told from a server that does not answer, with the way to the primary") func standby() throws {
        let failure = try #require(Failure(StandbyServer(), notDone: failed))
        #expect(failure.status == .unavailable && failure.code == "standby")
        for language in Language.allCases {
            #expect(failure.text(language).contains("target_session_attrs=read-write"))
        }
    }

    @Test("when nobody knows whether it was done, the key and how to use it are told") func unknownOutcome() throws {
        let lost = Failure.lost(nothingHappened: false)
        #expect(lost?.status == .unavailable)
        #expect(lost?.code == "outcome-unknown")
        #expect(lost?.text(.english).contains("Run the same command again with --idempotency-key k-1") == true)
        #expect(lost?.text(.korean).contains("--idempotency-key k-1") == true)
        #expect(lost?.objectText.contains(#""idempotency_key":"k-1""#) == true)
        let before = Failure.lost(nothingHappened: true)
        #expect(before?.idempotencyKey == nil)
        #expect(before?.code == "database-unavailable")
    }
}

extension Failure {
    fileprivate static func lost(nothingHappened: Bool) -> Failure? {
        Failure(
            DatabaseUnavailable(
                message: "gone", nothingHappened: nothingHappened, mayReturn: true, key: IdempotencyKey("k-1")))
    }
}

extension Failure {
    fileprivate var objectText: String {
        String(decoding: json(.english, status: .init("exit", 5)).bytes(), as: UTF8.self)
    }
}
