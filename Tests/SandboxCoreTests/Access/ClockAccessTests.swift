import Postgres
import SandboxTesting
import Testing

@testable import SandboxCore

/// Clocks, their stops and extensions, and lapses: who sees them, and what the server refuses in plain SQL.
@Suite("Who sees and who turns a clock", .database)
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

    private func clock(_ rule: String, of id: Int) -> String {
        "(SELECT max(clock_id) FROM clock JOIN clock_rule USING (clock_rule_id) WHERE rule = '\(rule)' AND case_file_id = \(id))"
    }
    private func stop(_ rule: String, of id: Int, in claimed: Int? = nil, _ rest: String) -> String {
        "INSERT INTO clock_stop (clock_id, case_file_id, cause, paper, began_on) VALUES (\(clock(rule, of: id)), \(claimed ?? id), \(rest))"
    }
    private func extend(_ rule: String, of id: Int, in claimed: Int? = nil, by days: Int = 30) -> String {
        "INSERT INTO clock_extension (clock_id, case_file_id, length, reason) VALUES (\(clock(rule, of: id)), \(claimed ?? id), \(days), '사유')"
    }

    @Test("what is tried with clocks") func tries() async throws {
        let world = try await World.make()
        let today = "authority_date('kr-ict')"
        let mediation = "'mediation', '공문 제1호', \(today)"
        let undo = """
            INSERT INTO clock_stop_undoing (clock_stop_id, case_file_id, reason)
            SELECT clock_stop_id, case_file_id, '사유' FROM clock_stop
            """
        let permission = "42501"
        let tries: [(World.Person, String, String?)] = [
            // Nobody writes a clock or its rule.
            (.desk, "UPDATE clock SET started_on = started_on + 1", permission),
            (.desk, "DELETE FROM clock", permission), (.desk, "UPDATE clock_rule SET length = 1", permission),
            (.desk, "INSERT INTO lapse (clock_id) VALUES (1)", permission),
            (.desk, "SELECT start_clocks('granted', 2, 2, NULL, current_date)", permission),
            (.desk, "SELECT record_lapse(1)", permission), (.analyst, "SELECT record_lapses()", permission),
            (.desk, "UPDATE calendar_day SET is_open = true", permission),
            (.ministryOpen, "SELECT announce_holidays('kr', '{}')", permission),
            // Stops are the desk's, with their paper, between the start and today, one at a time, and of that case.
            (.companyA, stop("k6", of: 2, mediation), permission),
            (.ministryOpen, stop("k6", of: 2, mediation), permission), (.desk, stop("k6", of: 2, mediation), nil),
            (.desk, stop("k4", of: 2, mediation), "clock_stop_cause_guard"),
            (.desk, stop("k4", of: 2, "'supplement-by-debtor', 'x', \(today)"), "clock_stop_cause_guard"),
            (.desk, stop("k6", of: 2, "'mediation', NULL, \(today)"), "clock_stop_paper_guard"),
            (.desk, stop("k6", of: 2, "'mediation', 'x', \(today) + 1"), "clock_stop_day_guard"),
            (.desk, stop("k6", of: 2, "'mediation', 'x', \(today) - 1"), "clock_stop_day_guard"),
            (.desk, stop("k6", of: 5, mediation), "clock_ended_guard"),
            (.desk, stop("k6", of: 2, in: 6, mediation), "clock_stop_clock_fkey"),
            (.desk, stop("k6", of: 2, mediation) + ";" + stop("k6", of: 2, mediation), "clock_stop_open_guard"),
            (
                .desk,
                stop("k6", of: 2, mediation) + "; UPDATE clock_stop SET ended_on = \(today) + 1", "clock_stop_day_guard"
            ),
            (
                .desk,
                stop("k6", of: 2, mediation)
                    + "; UPDATE clock_stop SET ended_on = \(today); UPDATE clock_stop SET ended_on = \(today)",
                "clock_stop_ended_guard"
            ),
            (.desk, stop("k6", of: 2, mediation) + ";" + undo + ";" + stop("k6", of: 2, mediation), nil),
            (.desk, stop("k6", of: 2, mediation) + ";" + undo + ";" + undo, "clock_stop_undoing_pkey"),
            (
                .desk,
                stop("k6", of: 2, mediation) + ";" + undo.replacing("case_file_id, '사유'", with: "6, '사유'"),
                "clock_stop_undoing_stop_fkey"
            ),
            (.desk, "UPDATE clock_stop SET undone = true", permission),
            // Who owes the act extends, as often and as long as the rule says.
            (.desk, extend("k6", of: 2), nil), (.desk, extend("k6", of: 2, by: 31), "clock_extension_longest_guard"),
            (.desk, extend("k6", of: 2) + ";" + extend("k6", of: 2), "clock_extension_count_guard"),
            (.desk, extend("k4", of: 2), "clock_extension_debtor_guard"),
            (.ministryOpen, extend("k4", of: 2), "clock_extension_rule_guard"),
            (.ministryOpen, extend("k6", of: 2), "clock_extension_debtor_guard"),
            (.companyA, extend("k6", of: 2), permission), (.ministryElsewhere, extend("k10", of: 5), nil),
            (.ministryElsewhere, extend("k12", of: 5, by: 2), "clock_extension_debtor_guard"),
            (.ministryElsewhere, extend("k10", of: 5, in: 6), permission),
            (.ministryElsewhere, extend("k4", of: 5), "clock_extension_rule_guard"),
            (.desk, extend("k6", of: 5), "clock_ended_guard"),
            // Notices: the ministry was told in its inbox.
            (.desk, "UPDATE consultation SET notified_on = \(today), notice = 'x'", "consultation_notified_guard"),
            (.desk, "UPDATE consultation SET replied_at = NULL", permission),
            (.desk, "UPDATE consultation SET fast_track = true", permission),
            (.ministryOpen, "UPDATE consultation SET notified_on = \(today)", permission),
        ]
        for (person, statement, refused) in tries {
            let error = try await world.refusal(person, statement)
            let found = error.map { $0.constraint ?? $0.state?.rawValue ?? $0.message }
            #expect(found == refused, "\(person): \(statement)\n\(error?.message ?? "was done")")
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
