import Foundation
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("sandbox calendar, deadline count, export deadlines, simulate", .database)
struct CalendarCommandTests {
    @Test("the calculator explains every day, in both languages, to anybody") func count() async throws {
        var shell = try await Shell()
        let words = ["deadline", "count", "K4", "--from", "2026-06-17", "--stop", "2026-06-25..2026-06-29"]
        shell.width = 120
        let english = await shell.run(\.rival, words).out
        #expect(english.contains("K4 agency reply, demonstration exemption") && english.contains("법 제38조의2 제5항"))
        #expect(english.contains("stopped, not counted") && english.contains("22 Jul 2026"))
        shell.language = "ko"
        #expect(await shell.run(\.rival, words).out.contains("불산입(정지)"))
        let json = await shell.run(\.rival, words + ["--format", "json"]).out
        #expect(json.contains("\"due_on\": \"2026-07-22\"") && json.contains("\"holiday_ko\": \"제헌절\""))
        #expect(json.contains("\"due_time\": null"))
    }

    @Test("what is missing or wrong is told, with what was meant") func usage() async throws {
        let shell = try await Shell()
        let typo = await shell(\.desk, "deadline", "count", "k44", "--from", "2026-06-17")
        #expect(typo.status == .notFound && typo.error.contains("Did you mean k4?"))
        let cases: [[String]] = [
            ["deadline", "count", "--from", "2026-06-17"],
            ["deadline", "count", "k4", "--from", "2026-06-31"],
            ["deadline", "count", "k4", "--from", "2026-06-17T25:00"],
            ["deadline", "count", "k4", "--from", "2026-06-17", "--stop", "2026-06-20..2026-06-19"],
            ["deadline", "count", "k4", "--from", "2026-06-17", "--length", "3"],
            ["calendar", "list", "--year", "1900"],
            ["calendar", "preview"],
            ["simulate"],
            ["simulate", "--slower", "3"],
            ["org", "list", "--format", "ics"],
        ]
        for words in cases {
            let outcome = await shell.run(\.desk, words)
            #expect(outcome.status == .usage && outcome.out.isEmpty, "\(words): \(outcome.error)")
        }
    }

    @Test("a holiday is previewed, entered, listed and withdrawn; what was known stays") func story() async throws {
        let shell = try await Shell()
        _ = try await shell.casework.consulting()
        let due = await shell(\.desk, "export", "deadlines", "--organisation", "문화체육관광부", "--format", "csv").out
        // The day it began, the end that was promised, the end.
        let days = try #require(due.split(separator: "\n").last).split(separator: ",").filter { $0.hasPrefix("20") }
        let day = try #require(days.count > 2 ? days[2] : nil)
        #expect(due.contains("k4") && due.contains(",ministry,문화체육관광부,"))
        let owed = #""owed_by":"ministry","organisation":"문화체육관광부""#
        let preview = await shell(\.desk, "calendar", "preview", "--add", "\(day)=임시공휴일", "--format", "jsonl").out
        #expect(preview.contains(owed))
        let file = "date,name_ko,kind\n2030-01-01,새해,regular\n"
        let entered = await shellWithInput(shell, file, "calendar", "import", "-")
        #expect(entered.status == .done && entered.error.contains("Holidays entered: 1, "))
        let again = await shellWithInput(shell, file, "calendar", "import", "-")
        #expect(again.error.contains("Holidays entered: 0, "))
        #expect(await shell(\.rival, "calendar", "list", "--year", "2030").out.contains("새해"))
        let gone = await shell(\.desk, "calendar", "withdraw", "2030-01-01", "--reason", "오기")
        #expect(gone.status == .done)
        #expect(await shell(\.desk, "calendar", "withdraw", "2030-01-01", "--reason", "오기").status == .notFound)
        #expect(await !shell(\.desk, "calendar", "list", "--year", "2030").out.contains("새해"))
        #expect(await shell(\.desk, "calendar", "list", "--year", "2030", "--withdrawn").out.contains("오기"))
        let simulated = await shell(\.desk, "simulate", "--holiday", "\(day)=임시공휴일", "--format", "json")
        #expect(simulated.status == .done && simulated.out.contains("\"overdue_before\": 0"))
        #expect(simulated.out.filter { $0 != " " && $0 != "\n" }.contains(owed))
        let check = await shell(\.desk, "calendar", "check")
        #expect(check.out.contains("2027"))
    }

    private func shellWithInput(_ shell: Shell, _ input: String, _ words: String...) async -> Shell.Outcome {
        var shell = shell
        shell.input = input
        return await shell.run(\.desk, words)
    }

    @Test("the feed has one event for each open period, the same UID when it moves, and says how to explain it")
    func feed() async throws {
        let shell = try await Shell()
        let reference = try await shell.casework.consulting()
        let feed = await shell(\.mcst, "export", "deadlines", "--format", "ics").out.replacing("\r\n ", with: "")
        #expect(feed.hasPrefix("BEGIN:VCALENDAR\r\n") && feed.hasSuffix("END:VCALENDAR\r\n"))
        #expect(feed.contains("sandbox deadline explain \(reference)/"))
        let uids = feed.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        #expect(!uids.isEmpty && Set(uids).count == uids.count)
        #expect(await shell(\.rival, "export", "deadlines", "--format", "ics").out.contains("BEGIN:VEVENT") == false)
    }

    @Test("the feed tells the ministries' periods apart, says what is done, and reminds on open days at nine there")
    func feedOfTwo() async throws {
        let shell = try await Shell()
        let reference = try await shell.casework.consulting()
        func events() async throws -> [[Substring: Substring]] {
            await shell(\.desk, "export", "deadlines", "--all", "--format", "ics").out.replacing("\r\n ", with: "")
                .components(separatedBy: "BEGIN:VEVENT").dropFirst().map { event in
                    Dictionary(
                        event.split(separator: "\r\n").compactMap { line in
                            line.firstIndex(of: ":").map { (line[..<$0], line[line.index(after: $0)...]) }
                        }, uniquingKeysWith: { first, _ in first })
                }
        }
        let before = try await events()
        let titles = before.compactMap { $0["SUMMARY"] }
        #expect(Set(titles).count == titles.count && titles.count >= 2)
        for event in before {
            let ring = try #require(event["TRIGGER;VALUE=DATE-TIME"])
            // Nine in Seoul is midnight in UTC.
            #expect(ring.hasSuffix("T000000Z"))
            let day = try CivilDate(
                iso: "\(ring.prefix(4))-\(ring.dropFirst(4).prefix(2))-\(ring.dropFirst(6).prefix(2))")
            #expect(day.weekday != .saturday && day.weekday != .sunday)
        }
        try await shell.casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        let after = try await events()
        let done = try #require(after.first { $0["SUMMARY"]?.hasSuffix("Met") == true })
        let open = try #require(before.first { $0["UID"] == done["UID"] })
        #expect(Int(done["SEQUENCE"] ?? "") ?? 0 > Int(open["SEQUENCE"] ?? "") ?? 0)
        #expect(done["TRIGGER;VALUE=DATE-TIME"] == nil)
    }
}
