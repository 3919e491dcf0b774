import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("Deadlines, as people type them", .database)
struct DeadlineCommandTests {
    @Test("the list is one's own for a ministry, everybody's for the desk, and the same codes in every language")
    func list() async throws {
        var type = try await Shell()
        let reference = try await type.casework.consulting()
        var seen: [String] = []
        for language in ["ko", "en"] {
            type.language = language
            seen.append(await type(\.mcst, "deadline", "list", "--format", "jsonl").out)
        }
        #expect(seen[0] == seen[1])
        #expect(
            seen[0].contains(
                #""reference":"\#(reference)/2","rule":"k4","owed_by":"ministry","organisation":"문화체육관광부""#))
        #expect(seen[0].split(separator: "\n").count == 1)
        #expect(await type(\.desk, "deadline", "list", "--format", "tsv").out.split(separator: "\n").count == 3)
        #expect(await type(\.company, "deadline", "list", "--format", "json").out == "[]\n")
        #expect(
            await type(\.company, "deadline", "list", "--all", "--format", "jsonl").out.split(separator: "\n").count
                == 2)
        (type.language, type.width) = ("ko", 160)
        let shown = await type(\.analyst, "deadline", "list").out
        for words in ["남은 날", "실증특례 관계기관 회신", "심의위원회 상정", "진행", "주무관청", "문화체육관광부"] {
            #expect(shown.contains(words), "\(words)")
        }
        #expect(await type(\.desk, "deadline", "list", "--within", "-1").status == .usage)
        #expect(await type(\.desk, "deadline", "list", "--overdue", "--format", "json").out == "[]\n")
        #expect(await type(\.desk, "deadline", "list", "--ministry", "없는부").status == .notFound)
    }

    @Test("an explanation counts each day with the article; folded it joins days of one kind") func explain()
        async throws
    {
        var type = try await Shell()
        let reference = try await type.casework.consulting()
        let json = await type(\.company, "deadline", "explain", "\(reference)/2", "--format", "jsonl").out
        #expect(json.contains(#""basis":"법 제38조의2 제5항""#) && json.contains(#""kind":"first-day-out""#))
        #expect(json.contains(#""number":30"#) && !json.contains(#""number":31"#))
        (type.language, type.width) = ("ko", 140)
        let whole = await type(\.company, "deadline", "explain", "\(reference)/2").out
        let folded = await type(\.company, "deadline", "explain", "\(reference)/2", "--fold").out
        for words in ["초일 불산입", "산입", "만료일", "민법 제157조", "문화체육관광부"] {
            #expect(whole.contains(words) && folded.contains(words), "\(words)")
        }
        #expect(whole.split(separator: "\n").count > folded.split(separator: "\n").count + 20)
        let both = await type(\.desk, "deadline", "explain", "\(reference)", "--known-on", "2020-01-01").out
        #expect(both.contains("\(reference)/1") && both.contains("\(reference)/2"))
        #expect(await type(\.desk, "deadline", "explain", "\(reference)/9").status == .notFound)
        #expect(await type(\.rival, "deadline", "explain", "\(reference)/2").status == .notFound)
        #expect(await type(\.desk, "deadline", "explain", "\(reference)/x").status == .usage)
    }

    @Test("stop, resume, undo and extend say how the end moves; a dry run keeps nothing") func turn() async throws {
        var type = try await Shell()
        let deadline = "\(try await type.casework.received())/1"
        type.language = "en"
        let dry = await type(
            \.desk, "deadline", "stop", deadline, "--cause", "mediation", "--paper", "No. 12", "--dry-run")
        #expect(dry.status == .done && dry.error.contains("was stopped") && dry.error.contains("dry run"))
        let stop = await type(\.desk, "deadline", "stop", deadline, "--cause", "mediation", "--paper", "No. 12")
        #expect(stop.out == deadline + "\n" && stop.error.contains("tabling at the committee) was stopped. Due 2"))
        #expect(stop.error.hasSuffix("→ -\n"))
        let again = await type(\.desk, "deadline", "stop", deadline, "--cause", "mediation", "--paper", "No. 13")
        #expect(again.status == .refused && again.error.contains("sandbox deadline resume"))
        #expect(await type(\.desk, "deadline", "resume", deadline).error.contains("runs again"))
        #expect(await type(\.desk, "deadline", "undo", deadline, "1", "--reason", "mistake").status == .done)
        #expect(await type(\.desk, "deadline", "undo", deadline, "1", "--reason", "mistake").status == .refused)
        let extended = await type(\.desk, "deadline", "extend", deadline, "--reason", "meeting", "--format", "json")
        #expect(extended.out.contains(#""state": "running""#) || extended.out.contains(#""state":"running""#))
        #expect(await type(\.desk, "deadline", "extend", deadline, "--reason", "meeting").status == .refused)
        #expect(
            await type(\.mcst, "deadline", "stop", deadline, "--cause", "mediation", "--paper", "x").status != .done)
        type.language = "ko"
        #expect(
            await type(\.desk, "deadline", "extend", deadline, "--reason", "일정").error.contains("연장은 1회까지이며 모두 썼습니다"))
    }

    @Test("check ends with 0 while everything agrees, and with 7 and the first contradiction when not") func check()
        async throws
    {
        let type = try await Shell()
        let reference = try await type.casework.consulting()
        let sound = await type(\.auditor, "deadline", "check")
        #expect(
            sound.status == .done && sound.error == "sandbox: 2 deadlines were counted again, without a contradiction\n"
        )
        try await type.casework.database.administrator.write { session in
            try session.simple(
                """
                SET LOCAL session_replication_role = replica;
                UPDATE calendar_day SET next_open = next_open + 7
                """)
        }
        let broken = await type(\.auditor, "deadline", "check", "--format", "jsonl")
        #expect(broken.status == .checkFailed && broken.error.contains("\(reference)/1"))
        #expect(broken.out.contains(#""problem":"due-differs""#))
    }

    @Test("what is kept otherwise than it comes to is named by check, and put right by recount") func recount()
        async throws
    {
        let type = try await Shell()
        _ = try await type.casework.consulting()
        let listed = await type(\.desk, "deadline", "list", "--format", "csv").out
        try await type.casework.database.administrator.write { session in
            try session.simple(
                "SET LOCAL session_replication_role = replica; UPDATE kept_deadline SET due_on = due_on + 1")
        }
        let found = await type(\.auditor, "deadline", "check", "--format", "json")
        #expect(found.status == .checkFailed && found.error.contains("sandbox deadline recount"))
        #expect(found.out.contains(#""problem":"kept-differs""#))
        #expect(await type(\.auditor, "deadline", "recount").status == .notPermitted)
        let rehearsed = await type(\.desk, "deadline", "recount", "--dry-run", "--format", "json")
        #expect(rehearsed.status == .done && rehearsed.out.contains(#""recounted": 5"#))
        let done = await type(\.desk, "deadline", "recount", "--lang", "ko")
        #expect(done.status == .done && done.error.contains("5건을 바로잡았습니다"))
        #expect(await type(\.desk, "deadline", "list", "--format", "csv").out == listed)
        #expect(await type(\.desk, "deadline", "recount").error.contains("All that is kept is right"))
    }

    @Test("silence is told with what it proposes, contested and resolved; a letter is recorded") func lapse()
        async throws
    {
        try await TestDatabase.current.travel(to: "2026-03-04")
        var type = try await Shell()
        let reference = try await type.casework.consulting(.rapidConfirmation).description
        try await type.casework.database.later(days: 45)
        (type.language, type.width) = ("ko", 120)
        let view = await type(\.mcst, "consult", "view", reference).out
        for words in ["회신 없이 기한 경과", "소관이 아니거나 허가 불필요로 봄", "법 제36조", "inbox of"] {
            #expect(view.contains(words), "\(words)")
        }
        type.width = nil
        let late = await type(\.mcst, "consult", "reply", reference, "--opinion", "agree")
        #expect(late.status == .refused && late.error.contains("회신 기한이"))
        #expect(await type(\.mcst, "consult", "contest", reference, "--reason", "통보 없음").error.contains("이의를 제기했습니다"))
        let both = await type(\.desk, "consult", "resolve", reference, "--ministry", "문화체육관광부", "--reason", "x")
        #expect(both.status == .usage)
        let resolve = ["consult", "resolve", reference, "--ministry", "문화체육관광부", "--set-aside", "--reason", "확인"]
        #expect(await type.run(\.desk, resolve).error.contains("경과 취소"))
        let notify = ["consult", "notify", reference, "--ministry", "문화체육관광부", "--notice", "공문 제1호"]
        #expect(await type.run(\.desk, notify).error.contains("1차 통보("))
        #expect(await type.run(\.desk, notify).status == .refused)
        let open = await type(\.mcst, "inbox", "--format", "jsonl").out
        let reply = open.split(separator: "\n").first { $0.contains(#""task":"reply""#) }
        #expect(reply?.contains(#""days_left":"#) == true && reply?.contains(#""due_on":null"#) == false)
    }
}
