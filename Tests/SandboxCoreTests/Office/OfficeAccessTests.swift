import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// The tables of an office in plain SQL: what one organisation keeps for itself nobody else reads, writes, counts or locks.
@Suite("What an office keeps for itself", .database)
struct OfficeAccessTests {
    private static let tables = ["case_assignment", "case_note", "absence"]

    private func arranged() async throws -> World {
        let world = try await World.make()
        try await world.run(
            .desk,
            """
            INSERT INTO case_assignment (case_file_id, role_name, reason) VALUES (2, acting_role(), 'x'), (5, acting_role(), 'x');
            INSERT INTO case_note (case_file_id, body) VALUES (2, '창구 메모');
            INSERT INTO absence (deputy, from_on, until_on)
            VALUES ('\(world.login(.deskTwin))', office_today(), office_today() + 1);
            """)
        try await world.run(
            .ministryOpen,
            """
            INSERT INTO case_assignment (case_file_id, role_name) VALUES (2, acting_role());
            INSERT INTO case_note (case_file_id, body) VALUES (2, '부처 메모');
            """)
        return world
    }

    @Test("rows are read by the organisation's own persons and the auditor") func rows() async throws {
        let world = try await arranged()
        let seen: [(World.Person, [Int])] = [
            (.desk, [2, 1, 1]), (.deskTwin, [2, 1, 1]), (.ministryOpen, [1, 1, 0]), (.ministryTwin, [1, 1, 0]),
            (.ministryAsked, [0, 0, 0]), (.ministryElsewhere, [0, 0, 0]), (.companyA, [0, 0, 0]),
            (.companyB, [0, 0, 0]), (.twofold, [0, 0, 0]), (.stranger, [0, 0, 0]), (.disabled, [0, 0, 0]),
            (.auditor, [3, 2, 1]),
        ]
        for (person, counts) in seen {
            for (table, count) in zip(Self.tables, counts) {
                #expect(try await world.lines(person, "SELECT FROM \(table)").count == count, "\(person) \(table)")
            }
        }
        for person in [World.Person.analyst, .operatorOne, .anyone] {
            for table in ["case_assignment", "case_note"] {
                #expect(
                    try await world.refusal(person, "SELECT FROM \(table)")?.state == .insufficientPrivilege,
                    "\(person) \(table)")
            }
        }
        #expect(try await world.lines(.analyst, "SELECT FROM absence").isEmpty)
    }

    @Test("events of them are read by the organisation's own persons and the auditor") func events() async throws {
        let world = try await arranged()
        let entities = "entity IN ('case_assignment', 'case_note', 'absence')"
        let seen: [(World.Person, Int)] = [
            (.desk, 3), (.deskTwin, 3), (.ministryOpen, 2), (.ministryAsked, 0), (.companyA, 0), (.companyB, 0),
            (.analyst, 0), (.operatorOne, 0), (.auditor, 6),
        ]
        for (person, count) in seen {
            #expect(try await world.lines(person, "SELECT FROM event WHERE \(entities)").count == count, "\(person)")
        }
        // Nobody's own chain grows by it: its numbers have no gap to tell of a note.
        #expect(
            try await world.lines(
                .auditor, "SELECT DISTINCT split_part(chain, ':', 1) FROM event WHERE \(entities) ORDER BY 1")
                == ["(absence)", "(case_assignment)", "(case_note)"])
    }

    @Test("a hidden case is answered as one that is not there, and nothing is forged") func forged() async throws {
        let world = try await arranged()
        for person in [World.Person.companyB, .ministryElsewhere, .twin] {
            for statement in [
                "INSERT INTO case_note (case_file_id, body) VALUES ($, 'x')",
                "INSERT INTO case_assignment (case_file_id, role_name) VALUES ($, acting_role())",
            ] {
                var answers: Set<String> = []
                for id in [2, 4711] {
                    let text = statement.split(separator: "$").joined(separator: "\(id)")
                    let error = try #require(try await world.refusal(person, text))
                    answers.insert("\(error.state?.rawValue ?? "") \(error.message)")
                }
                #expect(answers.count == 1, "\(person) \(statement) \(answers)")
            }
        }
        for (person, statement) in [
            (World.Person.companyA, "INSERT INTO case_note (case_file_id, body, organisation_id) VALUES (2, 'x', 1)"),
            (.companyA, "INSERT INTO case_note (case_file_id, body, written_by) VALUES (2, 'x', 'kim')"),
            (.companyA, "UPDATE case_assignment SET case_file_id = 1"), (.companyA, "DELETE FROM case_assignment"),
            (.companyA, "LOCK TABLE case_note IN SHARE MODE"), (.desk, "DELETE FROM case_note"),
            (.analyst, "SELECT count_open_work('\(world.login(.desk))')"),
            (.auditor, "SELECT hand_over_work('\(world.login(.desk))', '\(world.login(.deskTwin))', 'x')"),
            (.companyA, "SELECT hand_over_work('\(world.login(.desk))', '\(world.login(.deskTwin))', 'x')"),
            (.companyA, "SELECT set_password('\(world.login(.twofold))', 'SCRAM-SHA-256$4096:YQ==$YQ==:YQ==')"),
            (.companyA, "SELECT edit_person('\(world.login(.companyA))', NULL, '{file}')"),
            (.companyA, "SELECT open_work('\(world.login(.desk))')"),
        ] {
            #expect(
                try await world.refusal(person, statement)?.state == .insufficientPrivilege, "\(person) \(statement)")
        }
        #expect(try await world.lines(.companyA, "SELECT count_open_work('\(world.login(.desk))')") == ["(0)"])
        #expect(try await world.lines(.operatorOne, "SELECT count_open_work('\(world.login(.desk))')") == ["(2)"])
        for change in [
            "UPDATE case_assignment SET role_name = NULL", "UPDATE absence SET withdrawn_at = now()",
        ] {
            try await world.run(.ministryAsked, change)
            try await world.run(.companyA, change)
        }
        #expect(try await world.lines(.deskTwin, "SELECT FROM case_assignment WHERE role_name IS NOT NULL").count == 2)
        #expect(try await world.lines(.deskTwin, "SELECT own_work()").first?.contains(world.login(.desk)) == true)
    }

    @Test("a right that was taken is missed by plain SQL as well, also from a trigger of one's own") func rights()
        async throws
    {
        let world = try await arranged()
        try await world.run(.operatorOne, "SELECT edit_person('\(world.login(.desk))', NULL, '{sign}')")
        let decide = "UPDATE case_file SET stage = 'returned', closing_reason = 'x' WHERE case_file_id = 4"
        #expect(try await world.refusal(.desk, decide)?.constraint == "person_right_missing_guard")
        #expect(
            try await world.refusal(
                .desk,
                """
                CREATE TEMP TABLE way (n int);
                CREATE FUNCTION pg_temp.round() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN \(decide); RETURN NULL; END $f$;
                CREATE TRIGGER round AFTER INSERT ON way FOR EACH ROW EXECUTE FUNCTION pg_temp.round();
                INSERT INTO way VALUES (1)
                """)?.constraint == "person_right_missing_guard")
        #expect(try await world.refusal(.deskTwin, decide) == nil)
    }
}
