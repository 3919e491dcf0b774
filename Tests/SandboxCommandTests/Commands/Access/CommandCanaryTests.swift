import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

/// A company that a person may not see never changes a byte of what any command tells that person.
@Suite("What is hidden changes no command's output", .database)
struct CommandCanaryTests {
    private typealias Person = KeyPath<Casework, Casework.Person>

    /// What every reading command tells this person: the values from which every format is written.
    private func everything(_ type: Shell, _ person: Person, besides: String? = nil) async -> [String: Shell.Outcome] {
        var all: [String: Shell.Outcome] = [:]
        for line in EveryReadingCommand.lines where line.joined(separator: " ") != besides {
            let words = line + (line.contains("-") ? [] : ["--format", "json"])
            let outcome = await type.run(person, words)
            #expect(outcome.status != .usage, "\(line): say in EveryReadingCommand what it needs: \(outcome.error)")
            #expect(outcome.status != .unexpected, "\(line): \(outcome.error)")
            all[words.joined(separator: " ")] = outcome
        }
        return all
    }

    private func same(
        _ type: Shell, _ person: Person, _ before: [String: Shell.Outcome], besides: String? = nil
    ) async {
        let after = await everything(type, person, besides: besides)
        for (line, outcome) in after { #expect(outcome == before[line], "\(line)") }
    }

    /// What everybody sees, and a case of the rival that 개인정보보호위원회 was asked about.
    private func known(_ type: Shell) async throws {
        let casework = type.casework
        let reference = try await casework.rival.perform(
            FileCase(.complete(.demonstration), papers: PaperFile.complete(.demonstration))
        ).reference
        #expect(reference.description == "DE-2026-0001")
        try await casework.desk.perform(ReceiveCase(reference))
        try await casework.desk.perform(SendConsultation(reference, to: [casework.pipc.organisation]))
        try await casework.pipc.perform(ReplyToConsultation(reference, opinion: .agree))
        for words in [
            ["roadmap", "import", Registry.data("ai_law_roadmap_2020.csv")] + Registry.roadmap,
            ["summit", "import", Registry.data("summits/2021-09-07.yaml")],
            ["roadmap", "link", "ai-2020/P05", reference.description],
        ] {
            let done = await type.run(\.desk, words)
            #expect(done.status == .done, "\(words): \(done.error)")
        }
    }

    @Test("a draft changes nothing for anybody but its company") func draft() async throws {
        let type = try await Shell()
        try await known(type)
        let people: [Person] = [\.desk, \.analyst]
        var before: [[String: Shell.Outcome]] = []
        for person in people { before.append(await everything(type, person)) }
        #expect(before[0].count > 60)
        _ = try await type.casework.drafted()
        for (person, before) in zip(people, before) { await same(type, person, before) }
    }

    @Test(
        "a case filed, asked about, tabled, granted with conditions, insured, reported on: nothing for those outside of it"
    )
    func grant() async throws {
        let type = try await Shell()
        try await known(type)
        let people: [Person] = [\.rival, \.pipc]
        // That there is a grant is public.
        let besides = "register export"
        var before: [[String: Shell.Outcome]] = []
        for person in people { before.append(await everything(type, person, besides: besides)) }
        let register = await type(\.rival, "register", "export")
        let reference = try await type.casework.replied()
        _ = try await type.casework.voted(reference)
        #expect(await type(\.rival, "register", "export") == register)
        for words in [
            [
                "committee", "decide", "\(reference)", "--outcome", "granted-with-conditions", "--condition",
                "before: 안전요원을 배치한다.", "--purpose", "이용자의 안전", "--evidence", "배치 계획서",
            ],
            ["roadmap", "link", "ai-2020/P05", "\(reference)"],
            ["summit", "raise", "1", "--kind", "proposal", "--text", "숨은 제안", "--case", "\(reference)"],
            ["grant", "publish", "\(reference)", "--reference", "관보 제1호"],
            ["register", "withhold", "\(reference)", "--field", "company", "--ground", "trade-secret"],
        ] {
            let done = await type.run(\.desk, words)
            #expect(done.status == .done, "\(words): \(done.error)")
        }
        _ = try await type.casework.company.perform(DraftCase(.complete(.demonstration)))
        for (person, before) in zip(people, before) { await same(type, person, before, besides: besides) }
    }
}
