import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Sealing the log", .database)
struct AuditSealTests {
    @Test("a change of any column of a seal is found at that seal") func seals() async throws {
        let world = try await World.make()
        for _ in 1...2 { _ = try await world.sealed() }
        for change in [
            "up_to = up_to - 1", "events = events + 1", "heads = sha256('x')",
            "sealed_at = sealed_at + interval '1 microsecond'",
            "sealed_by = 'x'", "digest = sha256('x')",
        ] {
            let breaks = try await world.verdict("UPDATE audit_seal SET \(change) WHERE seal_no = 1")
            #expect(breaks.first?.chain == "seal:1", "\(change): \(breaks)")
            #expect(breaks.first?.problem == .sealChanged, "\(change)")
        }
    }

    @Test("no event slips below a seal while it is made") func concurrently() async throws {
        let world = try await World.make()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in [World.Person.companyA, .twofold, .companyB, .twin] {
                group.addTask {
                    let id = [.companyA, .twofold].contains(person) ? 1 : 3
                    for turn in 1...40 {
                        try await world.run(
                            person, "UPDATE case_file SET summary = '\(turn)' WHERE case_file_id = \(id)")
                    }
                }
            }
            group.addTask { for _ in 1...10 { _ = try await world.sealed() } }
            try await group.waitForAll()
        }
        #expect(try await world.verdict("SELECT 1") == [])
        #expect(
            try await world.lines(
                .auditor,
                "SELECT sum(events) = (SELECT count(*) FROM event WHERE event_id <= max(s.up_to)) FROM audit_seal AS s")
                == ["(t)"])
    }
}
