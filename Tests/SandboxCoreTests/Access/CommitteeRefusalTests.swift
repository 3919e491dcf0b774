import Postgres
import SandboxTesting
import Testing

@testable import SandboxCore

/// Illegal acts on sessions, agendas, votes and decisions, tried in plain SQL.
@Suite("What the server refuses a committee", .database)
struct CommitteeRefusalTests {
    private static let permission = "42501"
    private static let schedule =
        "INSERT INTO committee_session (body, form, held_on, closes_on) SELECT '%', 'in-person', authority_date('kr-ict'), authority_date('kr-ict'); "
    private static let compose = """
        INSERT INTO session_member (committee_session_id, member_no, name, capacity)
        SELECT max(s.committee_session_id), m.no, m.name, m.capacity
        FROM committee_session AS s, (VALUES (1, '위원장', 'chair'), (2, '위원 1', 'private'), (3, '위원 2', 'private'))
            AS m (no, name, capacity) GROUP BY m.no, m.name, m.capacity;
        """
    private static let last = "(SELECT max(committee_session_id) FROM committee_session)"
    private static let receive = "UPDATE case_file SET stage = 'received' WHERE case_file_id = 4; "
    private static let table = "INSERT INTO agenda_item (committee_session_id, case_file_id) SELECT \(last), 4; "
    private static let freeze = "UPDATE committee_session SET frozen_at = now() WHERE committee_session_id = \(last); "
    private static func vote(_ member: Int, _ vote: String = "in-favour", session: String = last) -> String {
        "INSERT INTO agenda_vote (agenda_item_id, committee_session_id, member_no, vote) "
            + "SELECT max(agenda_item_id), \(session), \(member), '\(vote)' FROM agenda_item; "
    }
    private static let recuse =
        "INSERT INTO recusal (agenda_item_id, committee_session_id, member_no, kind, ground) SELECT max(agenda_item_id), \(last), 1, 'barred', 'employed' FROM agenda_item; "
    private static let reject =
        "INSERT INTO decision (case_file_id, outcome, decided_on, reason) VALUES (4, 'rejected', authority_date('kr-ict'), 'x'); "

    private func check(_ tries: [(String, String)], as person: World.Person = .desk) async throws {
        let world = try await World.make()
        for (statement, refused) in tries {
            let error = try await world.refusal(person, statement)
            let found = error.map { $0.constraint ?? $0.state?.rawValue ?? $0.message }
            #expect(found == refused, "\(statement)\n\(error?.message ?? "was done")")
        }
    }

    @Test("sessions out of order, and agendas that change after the freeze") func agendas() async throws {
        let main = Self.schedule.replacing("%", with: "main")
        let tabled = main + Self.compose + Self.receive + Self.table
        try await check([
            (main + Self.freeze, "committee_session_composition_guard"),
            (main + Self.compose + Self.freeze, "committee_session_agenda_guard"),
            (
                main + Self.compose
                    + "INSERT INTO session_member SELECT \(Self.last), n, '부처 ' || n, 'agency' FROM generate_series(4, 5) AS n; "
                    + Self.receive + Self.table + Self.freeze, "committee_session_composition_guard"
            ),
            (
                Self.schedule.replacing("%", with: "fast-track")
                    + "INSERT INTO session_member SELECT \(Self.last), n, '위원 ' || n, CASE n WHEN 1 THEN 'chair' ELSE 'private' END FROM generate_series(1, 7) AS n; "
                    + Self.freeze, "committee_session_composition_guard"
            ),
            (main + Self.table, "agenda_item_stage_guard"),
            (
                Self.schedule.replacing("%", with: "fast-track") + Self.receive + Self.table,
                "agenda_item_precedent_guard"
            ),
            (
                Self.schedule.replacing("%", with: "case-by-case") + Self.receive + Self.table,
                "agenda_item_delegation_guard"
            ),
            (tabled + main + Self.table, "agenda_item_open_key"),
            (tabled + Self.freeze + Self.freeze, "committee_session_frozen_guard"),
            (
                tabled + Self.freeze + "UPDATE committee_session SET held_on = held_on - 1, closes_on = closes_on - 1",
                "committee_session_frozen_guard"
            ),
            (tabled + Self.freeze + "DELETE FROM agenda_item", "committee_session_frozen_guard"),
            (tabled + Self.freeze + "DELETE FROM session_member", "committee_session_frozen_guard"),
            (
                tabled + Self.freeze + "INSERT INTO session_member SELECT \(Self.last), 9, '위원 9', 'private'",
                "committee_session_frozen_guard"
            ),
            (
                main + Self.compose + "INSERT INTO agenda_item (committee_session_id, case_file_id) VALUES (1, 6)",
                "committee_session_frozen_guard"
            ),
            ("UPDATE agenda_paper SET content = ''", Self.permission),
            ("UPDATE agenda_item SET closed_as = 'decided' WHERE case_file_id = 6", "agenda_item_closed_guard"),
            ("UPDATE agenda_item SET closed_as = 'deferred' WHERE case_file_id = 6", "agenda_item_reason_check"),
            (
                "UPDATE agenda_item SET closed_as = 'deferred', closing_reason = 'x' WHERE case_file_id = 5",
                "agenda_item_closed_guard"
            ),
        ])
    }

    @Test("votes of nobody, of strangers, twice, of the recused, and on nothing") func votes() async throws {
        let tabled = Self.schedule.replacing("%", with: "main") + Self.compose + Self.receive + Self.table
        let frozen = tabled + Self.freeze
        try await check([
            (tabled + Self.vote(1), "agenda_vote_frozen_guard"),
            (
                tabled.replacing("authority_date('kr-ict')", with: "authority_date('kr-ict') + 1") + Self.freeze
                    + Self.vote(1), "agenda_vote_day_guard"
            ),
            (frozen + Self.vote(9), "agenda_vote_member_fkey"),
            (frozen + Self.vote(1, session: "1"), "agenda_vote_item_fkey"),
            (frozen + Self.vote(1) + Self.vote(1, "against"), "agenda_vote_pkey"),
            (frozen + Self.recuse + Self.vote(1), "agenda_vote_recusal_guard"),
            (frozen + Self.vote(1) + Self.recuse, "recusal_vote_guard"),
            (frozen + Self.recuse + Self.recuse, "recusal_pkey"),
            (frozen + Self.vote(1) + "UPDATE agenda_vote SET vote = 'against'", Self.permission),
            ("DELETE FROM agenda_vote", Self.permission), ("DELETE FROM recusal", Self.permission),
            (
                "INSERT INTO agenda_vote (agenda_item_id, committee_session_id, member_no, vote) SELECT agenda_item_id, 1, 1, 'against' FROM agenda_item WHERE case_file_id = 5",
                "agenda_item_closed_guard"
            ),
        ])
    }

    @Test("decisions without an agenda, a freeze, a quorum, a majority") func decisions() async throws {
        let tabled = Self.schedule.replacing("%", with: "main") + Self.compose + Self.receive + Self.table
        try await check([
            (Self.receive + Self.reject, "decision_agenda_guard"),
            (tabled + Self.reject, "decision_frozen_guard"),
            (tabled + Self.freeze + Self.reject, "decision_quorum_guard"),
            (tabled + Self.freeze + Self.vote(1, "against") + Self.reject, "decision_quorum_guard"),
            // A recused member is not present, however many are left.
            (
                tabled + Self.freeze + Self.recuse + Self.vote(2, "against") + Self.reject,
                "decision_quorum_guard"
            ),
            (tabled + Self.freeze + Self.vote(1) + Self.vote(2) + Self.reject, "decision_majority_guard"),
            (
                "INSERT INTO decision (case_file_id, outcome, decided_on, reason) VALUES (6, 'rejected', authority_date('kr-ict'), 'x')",
                "decision_majority_guard"
            ),
            (
                "INSERT INTO decision (case_file_id, outcome, decided_on, agenda_item_id) VALUES (6, 'granted', authority_date('kr-ict'), 1)",
                Self.permission
            ),
        ])
    }

    @Test("re-deliberation of what was not rejected, mediation out of order, precedents that are none") func others()
        async throws
    {
        let world = try await World.make()
        let again = "INSERT INTO redeliberation (case_file_id, ground, statement) VALUES (%, 'new-evidence', 'x')"
        let mediate =
            "INSERT INTO mediation (case_file_id, council, begun_on) SELECT 6, 'x', authority_date('kr-ict'); "
        let end = "UPDATE mediation SET ended_on = authority_date('kr-ict'), outcome = 'x'; "
        let like = "INSERT INTO fast_track (case_file_id, precedent_id, reason) VALUES (%, 5, 'x'); "
        for (person, statement, refused) in [
            (World.Person.companyB, again.replacing("%", with: "5"), "redeliberation_stage_guard"),
            (.companyB, again.replacing("%", with: "6"), "redeliberation_stage_guard"),
            (.companyB, "UPDATE case_file SET stage = 'consulting' WHERE case_file_id = 5", "case_file_decision_guard"),
            (.desk, again.replacing("%", with: "5"), Self.permission),
            (.desk, mediate + mediate, "mediation_open_key"),
            (.desk, mediate + end + mediate, "mediation_date_guard"),
            (.desk, mediate + end + end, "mediation_ended_guard"),
            (.desk, mediate.replacing("6", with: "4"), "mediation_stage_guard"),
            (.desk, mediate.replacing("authority_date('kr-ict')", with: "DATE '2020-01-01'"), "mediation_date_guard"),
            (.desk, like.replacing("%", with: "4"), "fast_track_stage_guard"),
            (.desk, like.replacing("%", with: "6") + like.replacing("%", with: "6"), "fast_track_pkey"),
            (
                .desk, "INSERT INTO fast_track (case_file_id, precedent_id, reason) VALUES (6, 2, 'x')",
                "fast_track_precedent_guard"
            ),
        ] {
            let error = try await world.refusal(person, statement)
            let found = error.map { $0.constraint ?? $0.state?.rawValue ?? $0.message }
            #expect(found == refused, "\(statement)\n\(error?.message ?? "was done")")
        }
    }
}
