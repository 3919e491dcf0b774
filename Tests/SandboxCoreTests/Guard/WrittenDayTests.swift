import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// Every day and moment that a person may write is held by something: a column that is added is held to it without anybody
/// remembering.
@Suite("Days that persons write", .database)
struct WrittenDayTests {
    /// What is nearer than `refuse_day`: the guard that refuses days on both sides, or nil for what the server sets itself.
    private static let nearer: [String: String?] = [
        "absence.withdrawn_at": nil,
        "consultation.notified_on": "consultation_notified_on_guard",
        "deadline_stop.began_on": "deadline_stop_day_guard",
        "deadline_stop.ended_on": "deadline_stop_day_guard",
        "decision.decided_on": "decision_date_guard",
        "decision.validity_until": "decision_validity_guard",
        "grant_act.on_day": "grant_act_day_guard",
        "mediation.begun_on": "mediation_date_guard",
        "mediation.ended_on": "mediation_date_guard",
        "meeting.closes_on": "meeting_date_outside_guard",
        "meeting.frozen_at": nil,
        "meeting.held_on": "meeting_date_outside_guard",
        "opinion.arrived_on": "opinion_date_outside_guard",
        "received_document.arrived_on": "received_document_date_outside_guard",
        "supplement.arrived_on": "supplement_date_outside_guard",
        "supplement.due_on": "supplement_date_outside_guard",
        "task_report.due_on": "task_report_due_on_fkey",
    ]

    /// Columns with a day or a moment, or a span of them.
    private static let columns: SQL = """
        SELECT c.oid, c.relname || '.' || a.attname AS name, a.attnum, a.attname FROM pg_class AS c
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        JOIN pg_type AS t ON t.oid = a.atttypid
        WHERE c.relnamespace = 'sandbox'::regnamespace AND c.relkind = 'r' AND coalesce(nullif(t.typbasetype, 0), t.oid) = ANY (
            '{date,date[],timestamptz,timestamp,time,timetz,daterange,datemultirange,tstzrange,tsrange}'::regtype[])
        """

    @Test("each of them is within reach of today, or nearer to what it follows") func listed() async throws {
        let groups = GroupRole.allCases.map(\.databaseRole)
        let written = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT k.name, EXISTS (SELECT FROM pg_trigger AS g WHERE g.tgrelid = k.oid
                    AND g.tgfoid = 'sandbox.refuse_day'::regproc AND g.tgname = 'refuse_day_' || k.attname)
                FROM (\(Self.columns)) AS k WHERE EXISTS (SELECT FROM unnest(\(groups)::text[]) AS r
                    WHERE has_column_privilege(r, k.oid, k.attnum, 'INSERT, UPDATE')) ORDER BY 1
                """
            ) { (name: String, isHeld: Bool) in (name: name, isHeld: isHeld) }
        }
        #expect(written.count > 40)
        #expect(written.filter { !$0.isHeld }.map(\.name) == Self.nearer.keys.sorted())
    }

    @Test("what is nearer refuses: a statement meets it") func nearer() {
        let met = Set(GuardTests.Part.allCases.flatMap(\.attempts).compactMap(\.refused))
        #expect(Set(Self.nearer.values.compactMap(\.self)).subtracting(met) == ["task_report_due_on_fkey"])
    }

    @Test("days that are within reach are taken, the first and the last beyond it are not") func edges() async throws {
        let world = try await World.forAttempts()
        for (day, refused) in [
            ("1996-06-11", nil), ("1996-06-09", "written_date_outside_guard"), ("2028-06-09", nil),
            ("2028-06-11", "written_date_outside_guard"),
        ] as [(String, String?)] {
            let attempt = Attempt(
                .operatorOne, "UPDATE organisation SET closed_on = '\(day)' WHERE name = '하나부'", refused)
            #expect(try await world.refusal(of: attempt) == refused, "\(day)")
        }
        // One that was written before is not looked at again.
        let again = Attempt(
            nil,
            after: [
                .owner("RESET ROLE; SET LOCAL session_replication_role = replica"),
                .owner("UPDATE organisation SET closed_on = '1900-01-01' WHERE name = '하나부'"),
                .owner("RESET ROLE; SET LOCAL session_replication_role = origin"),
            ],
            .by(
                .operatorOne, "UPDATE organisation SET closed_on = '1900-01-01', name_en = 'x' WHERE name = '하나부'"))
        #expect(try await world.refusal(of: again) == nil)
    }
}
