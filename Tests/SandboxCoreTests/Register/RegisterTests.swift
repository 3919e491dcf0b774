import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("The public register", .database)
struct RegisterTests {
    private func names(_ query: SQL) async throws -> [String] {
        try await TestDatabase.current.administrator.read { try $0.all(query, as: String.self) }
    }

    @Test("the register's owner can read what is published and nothing else") func registerOwner() async throws {
        let readable = try await names(
            """
            SELECT r.name FROM (SELECT c.relname || '.' || a.attname AS name FROM pg_class AS c
            JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = 'sandbox'::regnamespace AND c.relkind IN ('r', 'v')
                AND has_column_privilege('sandbox_register', c.oid, a.attnum, 'SELECT')
                AND c.relname NOT IN ('track', 'disclosure_ground', 'schema_migration', 'schema_definition')) AS r
            ORDER BY r.name COLLATE "C"
            """)
        #expect(
            readable == [
                "case_file.case_file_id", "case_file.company_id", "case_file.origin", "case_file.reference",
                "case_file.regime",
                "case_file.service_name", "case_file.stage", "case_file.track", "condition.case_file_id",
                "condition.condition_no", "condition.decision_id", "condition.phase", "condition.text",
                "decision.case_file_id", "decision.decided_on", "decision.decision_id", "decision.meeting_label",
                "decision.outcome", "exemption_item.article", "exemption_item.case_file_id",
                "exemption_item.item_no", "exemption_item.law", "imported_case.case_file_id",
                "imported_case.designation_no", "imported_case.inferred_fields", "imported_case.state",
                "imported_case.valid_from", "imported_case.valid_until", "kept_grant.at_end", "kept_grant.case_file_id",
                "kept_grant.certificate", "kept_grant.commenced_on", "kept_grant.end_on", "kept_grant.final_act",
                "kept_grant.final_on", "kept_grant.last_on", "kept_grant.level", "kept_grant.suspended_on",
                "organisation.kind", "organisation.name",
                "organisation.organisation_id", "register_withholding.case_file_id", "register_withholding.field",
                "register_withholding.ground", "register_withholding.regime",
            ])
        #expect(
            try await names(
                """
                SELECT relname::text FROM pg_class
                WHERE relowner = 'sandbox_register'::regrole AND relkind = 'v'
                """) == ["grants"])
    }

    @Test("the register is the same for everybody; a draft, a case undecided and a withheld field do not reach it")
    func register() async throws {
        let world = try await World.make()
        func lines(_ person: World.Person) async throws -> [String] {
            try await world.lines(person, "SELECT * FROM register.grants ORDER BY reference")
        }
        let published = try await lines(.anyone)
        #expect(published.count == 1 && published[0].contains("비이 의결") && published[0].contains("보험에 가입한다"))
        for person in World.characters where ![.stranger].contains(person) {
            #expect(try await lines(person) == published, "\(person)")
        }
        let desk = try Tracker(world.test.conninfo(as: world.login(.desk)))
        let grant = try #require(try await desk.answer(CaseList()).first { $0.stage == .decided }).reference
        #expect(
            try await desk.perform(WithholdField(.conditions, of: grant, ground: "trade-secret"))
                == "정보공개법 제9조 제1항 제7호")
        let held = try await lines(.anyone)
        #expect(!held[0].contains("보험에 가입한다") && held[0].contains("conditions: 정보공개법 제9조 제1항 제7호"))
        #expect(try await desk.perform(DiscloseField(.conditions, of: grant)))
        #expect(try await !desk.perform(DiscloseField(.conditions, of: grant)))
        #expect(try await lines(.anyone) == published)
        let undecided = try #require(try await desk.answer(CaseList()).first { $0.stage != .decided }).reference
        await #expect(throws: Refusal.grant(.notAGrant(undecided))) {
            try await desk.perform(WithholdField(.company, of: undecided, ground: "trade-secret"))
        }
        await #expect(throws: BadInput.self) {
            try await desk.perform(WithholdField(.company, of: grant, ground: "because"))
        }
        let error = try await world.refusal(
            .desk,
            "INSERT INTO register_withholding (case_file_id, field, regime, ground) VALUES (2, 'company', 'kr-ict', 'trade-secret')"
        )
        #expect(error?.constraint == "register_withholding_grant_guard")
        await desk.close()
    }
}
