import Postgres
import SandboxTesting
import Testing

@testable import SandboxCore

/// Clocks, their stops and extensions, and lapses: who sees them.
@Suite("Who sees a clock", .database)
struct ClockAccessTests {
    @Test("a clock is seen by whoever sees its case, and ministries owe no more than they were asked") func visible()
        async throws
    {
        let world = try await World.make()
        let own = ["(2,k4)", "(2,k4)", "(2,k6)"]
        let others = [
            "(5,k10)", "(5,k12)", "(5,k13-demonstration)", "(5,k14)", "(5,k15)", "(5,k19)", "(5,k4)", "(5,k6)",
            "(6,k4)", "(6,k6)",
        ]
        let seen: [(World.Person, [String])] = [
            (.companyA, own), (.twofold, own), (.ministryAsked, own), (.ministryOpen, own), (.companyB, others),
            (.ministryElsewhere, others), (.desk, own + others), (.analyst, own + others), (.auditor, own + others),
            (.stranger, []), (.disabled, []),
        ]
        let clocks = "SELECT case_file_id, rule FROM clock_state() ORDER BY 1, rule COLLATE \"C\""
        for (person, expected) in seen { #expect(try await world.lines(person, clocks) == expected, "\(person)") }
        // The desk's supplement stops no ministry's reply on this track, and the clock's debtor is the ministry asked.
        #expect(try await world.lines(.desk, "SELECT FROM clock_stop") == [])
        #expect(
            try await world.lines(
                .desk,
                """
                SELECT o.name, s.state FROM clock_state() AS s JOIN organisation AS o USING (organisation_id)
                WHERE s.rule IN ('k4', 'k10') ORDER BY s.case_file_id, s.rule, o.name
                """) == ["(두나부,running)", "(하나부,met)", "(세나부,running)", "(세나부,met)", "(세나부,met)"])
        for person in [World.Person.operatorOne, .anyone] {
            #expect(try await world.refusal(person, clocks)?.state == .insufficientPrivilege)
        }
    }

    @Test("the law and the calendar are everybody's to read") func publicTables() async throws {
        let world = try await World.make()
        for person in World.characters where ![.stranger, .disabled].contains(person) {
            #expect(try await world.lines(person, "SELECT count(*) > 20 FROM clock_rule") == ["(t)"], "\(person)")
            #expect(
                try await world.lines(
                    person,
                    """
                    SELECT due_on FROM count_period('kr', NULL, '2025-09-05', NULL, 'civil', 30, 'day', 0, NULL, NULL, NULL, NULL)
                    """) == ["(2025-10-10)"], "\(person)")
        }
    }

    @Test("a clock that is hidden answers as one that is not there") func hidden() async throws {
        let world = try await World.make()
        func said(_ person: World.Person, _ statement: String) async throws -> String {
            let error = try await world.refusal(person, statement)
            return [error?.state?.rawValue, error?.message, error?.detail].map { $0 ?? "-" }.joined(separator: "|")
        }
        let ids = try await world.lines(.auditor, "SELECT min(clock_id) FROM clock WHERE case_file_id = 5")
        let hidden = ids[0].filter { $0 != "(" && $0 != ")" }
        for (person, statement) in [
            (
                World.Person.ministryOpen,
                "INSERT INTO clock_extension (clock_id, case_file_id, length, reason) VALUES (%, 5, 1, 'x')"
            ),
            (.ministryOpen, "UPDATE lapse SET contest_reason = 'x' WHERE clock_id = %"),
            (.companyA, "SELECT FROM clock_state() WHERE clock_id = %"),
        ] {
            let there = try await said(person, statement.replacing("%", with: hidden))
            let nowhere = try await said(
                person, statement.replacing("%, 5", with: "987654, 987654").replacing("%", with: "987654"))
            #expect(there == nowhere, "\(statement)")
        }
    }
}
