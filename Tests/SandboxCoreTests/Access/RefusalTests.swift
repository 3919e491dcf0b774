import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What the server refuses in plain SQL of everybody, tried in all combinations.
@Suite("Jumps of the stage, and changes of the log", .database)
struct RefusalTests {
    @Test("jumps of the stage") func stages() async throws {
        let world = try await World.make()
        // Every change that is not in the rulebook, tried by everybody who may write the column, from each stage there is.
        let stages: [(Int64, Stage)] = [(1, .draft), (2, .consulting), (4, .filed), (5, .decided)]
        for (id, from) in stages {
            for to in Stage.allCases where to != from {
                for (person, role) in [(World.Person.desk, GroupRole.desk), (id < 3 ? .companyA : .companyB, .company)]
                {
                    if person == .desk && from == .draft { continue }
                    let isAllowed = Transition.table.contains { $0.from == from && $0.to == to && $0.role == role }
                    // A decision, going back to before one, and calling a consultation off need more than the change itself.
                    let isMore = to == .decided || from == .decided || (from, to) == (.consulting, .received)
                    let reason = to == .returned || to == .withdrawn ? "'이유'" : "NULL"
                    let error = try await world.refusal(
                        person,
                        "UPDATE case_file SET stage = '\(to.rawValue)', closing_reason = \(reason) WHERE case_file_id = \(id)"
                    )
                    if isAllowed && !isMore {
                        #expect(error == nil, "\(role) from \(from) to \(to): \(error?.message ?? "")")
                    } else {
                        let guardName =
                            !isAllowed
                            ? "case_file_stage_guard"
                            : to == .received && from == .consulting
                                ? "case_file_consultation_guard" : "case_file_decision_guard"
                        #expect(
                            error?.constraint == guardName, "\(role) from \(from) to \(to): \(error?.message ?? "done")"
                        )
                    }
                }
            }
        }
    }

    @Test("the event log, its chains and its seals") func log() async throws {
        let world = try await World.make()
        try await world.run(.auditor, "SELECT seal_audit()")
        let statements = [
            "UPDATE event SET actor = 'x'", "DELETE FROM event", "TRUNCATE event CASCADE",
            "INSERT INTO event_chain VALUES ('case_file:2', 1, 'x')", "UPDATE event_chain SET head = 'x'",
            "UPDATE audit_seal SET digest = 'x'", "DELETE FROM audit_seal",
            "SELECT append_event(NULL)", "SELECT append_events(NULL)",
            "ALTER TABLE event DISABLE TRIGGER ALL", "ALTER TABLE event DISABLE ROW LEVEL SECURITY",
            "DROP TRIGGER append_only ON event", "SET session_replication_role = replica",
            "INSERT INTO event (chain, seq) VALUES ('case_file:2', 99)", "DROP POLICY company ON event",
            "CREATE POLICY p ON event TO PUBLIC USING (true)", "COMMENT ON TABLE event IS 'x'",
        ]
        for person in World.characters {
            for statement in statements {
                #expect(
                    try await world.refusal(person, statement)?.state == .insufficientPrivilege,
                    "\(person): \(statement)")
            }
        }
        // The owner logs in never; whoever acts as it still runs into the triggers.
        for statement in [
            "UPDATE event SET actor = 'x'", "DELETE FROM event", "TRUNCATE event", "TRUNCATE audit_seal",
            "DELETE FROM audit_seal",
        ] {
            let error = await #expect(throws: PostgresError.self) {
                try await world.test.administrator.write { session in
                    try session.execute("SET LOCAL ROLE sandbox_owner")
                    try session.simple("\(unsafe: statement)")
                }
            }
            #expect(error?.constraint?.hasSuffix("_append_only_guard") == true, "\(statement)")
        }
        #expect(try await world.refusal(.desk, "SELECT seal_audit()")?.state == .insufficientPrivilege)
        #expect(try await world.refusal(.companyA, "SELECT * FROM audit_break()")?.state == .insufficientPrivilege)
    }
}
