import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("The event log", .database)
struct AuditLogTests {
    private func log(_ world: World, _ person: World.Person, _ edit: (inout AuditLog) -> Void = { _ in }) async throws
        -> [LoggedEvent]
    {
        let tracker = try Tracker(world.test.conninfo(as: world.login(person)))
        defer { Task { await tracker.close() } }
        var log = AuditLog()
        edit(&log)
        return try await tracker.answer(log)
    }

    @Test("is filtered by case, person, act and day, and cut at a limit that shows") func filters() async throws {
        let world = try await World.make()
        let all = try await log(world, .auditor)
        #expect(all.map(\.id) == all.map(\.id).sorted(by: >))
        #expect(try await log(world, .auditor) { $0.oldestFirst = true }.map(\.id) == all.map(\.id).reversed())
        let reference = try CaseReference("DE-2026-0001")
        let ofCase = try await log(world, .auditor) { $0.reference = reference }
        #expect(Set(ofCase.map(\.reference)) == [reference])
        #expect(ofCase.map(\.id) == all.filter { $0.reference == reference }.map(\.id))
        #expect(
            Set(try await log(world, .auditor) { $0.actor = world.login(.desk) }.map(\.actor)) == [world.login(.desk)])
        #expect(
            try await log(world, .auditor) { $0.acts = ["decide", "receive"] }.map(\.act).sorted() == [
                "decide", "receive", "receive", "receive",
            ])
        #expect(try await log(world, .auditor) { $0.limit = 5 }.map(\.id) == all.prefix(6).map(\.id))
        let today = try await Tracker(world.test.conninfo(as: world.login(.auditor))).answer(Today())
        #expect(try await log(world, .auditor) { $0.since = today }.count == all.count)
        #expect(try await log(world, .auditor) { $0.since = today.adding(days: 1) }.isEmpty)
    }

    @Test("tells every moment in one time zone, the authority's, whatever the event is about") func zone() async throws
    {
        let world = try await World.make()
        let all = try await log(world, .auditor)
        #expect(all.contains { $0.reference == nil } && all.contains { $0.reference != nil })
        #expect(Set(all.map { $0.at.suffix(6) }) == ["+09:00"])
        // A regime of another zone, applied later, changes none of them.
        try await world.test.administrator.write { session in
            try session.simple(
                """
                INSERT INTO regime SELECT 'aa-first', name_ko, name_en, 'Europe/Brussels', basis, calendar, meeting_name_ko,
                    meeting_name_en FROM regime;
                INSERT INTO regime_version (regime, version, valid_from, digest) VALUES ('aa-first', 1, '2026-01-01', '')
                """)
        }
        let later = try await log(world, .auditor).suffix(all.count)
        #expect(later.map(\.at) == all.map(\.at))
    }

    @Test("shows each person what the policies let through, and says the same of a hidden case as of none")
    func persons() async throws {
        let world = try await World.make()
        #expect(Set(try await log(world, .companyA).compactMap(\.proof.caseFileID)) == [CaseFileID(1), CaseFileID(2)])
        #expect(try await log(world, .operatorOne).allSatisfy { ["person", "organisation"].contains($0.entity) })
        for reference in ["DE-2026-0002", "DE-2026-9999"] {
            await #expect(throws: NotFound(.caseFile, reference)) {
                try await log(world, .companyA) { $0.reference = try? CaseReference(reference) }
            }
        }
        await #expect(throws: NotPermitted.self) { try await log(world, .anyone) }
        let tracker = try Tracker(world.test.conninfo(as: world.login(.desk)))
        await #expect(throws: NotPermitted.self) { try await tracker.answer(AuditVerify()) }
        await #expect(throws: NotPermitted.self) { try await tracker.perform(AuditSeal()) }
        await tracker.close()
    }

    @Test("is sealed in a rehearsal without a trace") func rehearsal() async throws {
        let world = try await World.make()
        let tracker = try Tracker(world.test.conninfo(as: world.login(.auditor)))
        let tried = try await tracker.perform(AuditSeal(), dryRun: true)
        let sealed = try await tracker.perform(AuditSeal())
        #expect(tried.token.number == 1 && sealed.token.number == 1)
        #expect(try await tracker.answer(AuditSeals()).map(\.token) == [sealed.token])
        #expect(try SealToken(" \(sealed.token.description.lowercased()) ") == sealed.token)
        await tracker.close()
    }

    @Test("takes what a statement does to one case at once, in order and linked") func statements() async throws {
        let world = try await World.make()
        let (heads, events, breaks) = try await world.test.administrator.write { session in
            try session.execute(
                """
                INSERT INTO sandbox.participant (case_file_id, item_no, organisation)
                SELECT 1, n, 'P' || n FROM generate_series(50, 69) AS n
                """)
            let heads: Int = try session.one(
                """
                SELECT n_tup_upd FROM pg_stat_xact_user_tables
                WHERE schemaname = 'sandbox' AND relname = 'event_chain'
                """)
            let keys = try session.all(
                """
                SELECT entity_key FROM sandbox.event WHERE entity = 'participant' AND entity_key::integer >= 50
                    AND chain = 'case_file:1' ORDER BY seq
                """, as: String.self)
            return (heads, keys, try AuditVerify().verdict(session).breaks)
        }
        #expect(heads == 1)
        #expect(events == (50...69).map(String.init))
        #expect(breaks == [])
    }
}
