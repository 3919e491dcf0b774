import Postgres
import SandboxTesting
import Testing

@testable import SandboxCore

/// A new version of a regime moves open cases, and takes nothing away from what runs for somebody.
@Suite("A new version and the periods that run", .database)
struct RunningPeriodTests {
    /// Applies the regime with k4, the period of a ministry's reply, changed, and moves the open cases.
    /// - Returns: the end of k4 on case 2 before and after, and whether it is now under the new version.
    private func move(_ change: String) async throws -> (before: String, after: String, isMoved: Bool) {
        let world = try await World.make()
        let due = "SELECT due_on FROM deadline_today WHERE case_file_id = 2 AND rule = 'k4' AND ended_on IS NULL"
        let before = try await world.lines(.desk, due)
        try await world.run(
            .desk,
            """
            SELECT apply_regime(jsonb_set(d.it, '{rules}', (SELECT jsonb_agg(CASE r ->> 'rule' WHEN 'k4' THEN r || '\(change)' ELSE r END
                ORDER BY n) FROM jsonb_array_elements(d.it -> 'rules') WITH ORDINALITY AS r (r, n))), 'x')
            FROM (SELECT regime_document('kr-ict')) AS d (it);
            SELECT count(*) FROM move_open_cases('kr-ict');
            """)
        let moved = try await world.lines(
            .desk,
            """
            SELECT bool_or(r.version = 2) FROM deadline AS d JOIN deadline_rule AS r USING (deadline_rule_id)
            WHERE d.case_file_id = 2 AND r.rule = 'k4' AND d.ended_on IS NULL
            """)
        #expect(try await world.lines(.desk, "SELECT regime_version FROM case_file WHERE case_file_id = 2") == ["(2)"])
        #expect(try await world.lines(.auditor, "SELECT * FROM kept_deadline_drift()") == [])
        return (before.joined(), try await world.lines(.desk, due).joined(), moved == ["(t)"])
    }

    @Test(
        "is never shortened, and silence does not come to mean something",
        arguments: [
            #"{"length": "1 day"}"#, #"{"when_missed": "deemed-not-needed"}"#,
            #"{"length": "1 day", "when_missed": "deemed-not-needed"}"#, #"{"length": "90 days", "stopped_by": []}"#,
        ])
    func keeps(change: String) async throws {
        let moved = try await move(change)
        #expect(moved.before == moved.after && !moved.isMoved)
    }

    @Test("is lengthened") func lengthens() async throws {
        let moved = try await move(#"{"length": "90 days"}"#)
        #expect(moved.before < moved.after && moved.isMoved)
    }
}
