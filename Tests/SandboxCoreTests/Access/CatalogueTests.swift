import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What PostgreSQL's own catalogue says about the boundary. A table, view or function that somebody adds is held to it
/// without anybody remembering.
@Suite("The boundary in the catalogue", .database)
struct CatalogueTests {
    private func names(_ query: SQL) async throws -> [String] {
        try await TestDatabase.current.administrator.read { try $0.all(query, as: String.self) }
    }

    @Test("every table enforces row-level security on its owner too, and has a policy for the owner") func tables()
        async throws
    {
        #expect(
            try await names(
                """
                SELECT c.relname::text FROM pg_class AS c
                WHERE c.relnamespace = 'sandbox'::regnamespace AND c.relkind IN ('r', 'p') AND NOT (
                    c.relrowsecurity AND c.relforcerowsecurity AND c.relowner = 'sandbox_owner'::regrole
                    AND EXISTS (SELECT FROM pg_policy AS p
                        WHERE p.polrelid = c.oid AND p.polroles = ARRAY['sandbox_owner'::regrole::oid] AND p.polcmd = '*'))
                """) == [])
    }

    @Test("every view asks with the rights of its reader, and none is materialised") func views() async throws {
        #expect(
            try await names(
                """
                SELECT c.relname::text FROM pg_class AS c
                WHERE c.relnamespace = 'sandbox'::regnamespace AND (c.relkind = 'm'
                    OR c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false))
                """) == [])
    }

    @Test("no two functions are bound to each other: a dump of them could not be restored") func dump() async throws {
        #expect(
            try await names(
                """
                SELECT a.objid::regprocedure::text FROM pg_depend AS a
                JOIN pg_depend AS b ON b.objid = a.refobjid AND b.refobjid = a.objid
                WHERE a.objid <> a.refobjid AND a.classid = 'pg_proc'::regclass AND a.refclassid = 'pg_proc'::regclass
                    AND b.classid = 'pg_proc'::regclass AND b.refclassid = 'pg_proc'::regclass ORDER BY 1
                """) == [])
    }

    @Test("the policies of a group role ask for the acting person as well") func policies() async throws {
        // A policy that only names the role would let in whoever is a member of it: a group role that was SET, a person
        // of another database, somebody disabled. These functions answer nothing for those.
        let guards =
            "acting_group|acting_organisation_id|own_case_ids|consulted_case_ids|own_task_ids"
        #expect(
            try await names(
                """
                SELECT p.polrelid::regclass || ' ' || p.polname FROM pg_policy AS p
                JOIN pg_class AS c ON c.oid = p.polrelid AND c.relnamespace = 'sandbox'::regnamespace
                WHERE p.polroles NOT IN (ARRAY['sandbox_owner'::regrole::oid], ARRAY['sandbox_role_admin'::regrole::oid],
                        ARRAY['sandbox_register'::regrole::oid])
                    AND (coalesce(pg_get_expr(p.polqual, p.polrelid) !~ \(guards), false)
                        OR coalesce(pg_get_expr(p.polwithcheck, p.polrelid) !~ \(guards), false))
                    AND NOT (p.polcmd = 'r' AND p.polname ~ '_(everyone|read)$'
                        AND pg_get_expr(p.polqual, p.polrelid) = 'true')
                """) == [])
    }

    @Test("a function that acts as its owner looks names up in a fixed place") func searchPaths() async throws {
        #expect(
            try await names(
                """
                SELECT p.oid::regprocedure::text FROM pg_proc AS p
                WHERE p.pronamespace = 'sandbox'::regnamespace AND p.prosecdef
                    AND NOT coalesce('search_path=sandbox, pg_temp' = ANY (p.proconfig), false)
                """) == [])
    }

    @Test("every function is executed by those listed, and no trigger function by anybody") func grants() async throws {
        let found = try await names(
            """
            SELECT p.proname || ': ' || coalesce(string_agg(DISTINCT CASE a.grantee WHEN 0 THEN 'everybody'
                ELSE regexp_replace(a.grantee::regrole::text, '^sandbox_', '') END, ' '
                ORDER BY CASE a.grantee WHEN 0 THEN 'everybody'
                ELSE regexp_replace(a.grantee::regrole::text, '^sandbox_', '') END), 'nobody')
            FROM pg_proc AS p
            LEFT JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a ON a.grantee <> p.proowner
            WHERE p.pronamespace = 'sandbox'::regnamespace
            GROUP BY p.oid, p.proname HAVING count(a.grantee) > 0 ORDER BY p.proname COLLATE "C"
            """)
        #expect(found == ExpectedAccess.functions)
    }

    @Test("nobody but the owner and the maker of persons may create anything where names are looked up") func schemas()
        async throws
    {
        #expect(
            try await names(
                """
                SELECT r.rolname || ' in ' || n.nspname FROM pg_roles AS r CROSS JOIN pg_namespace AS n
                WHERE n.nspname IN ('sandbox', 'public', 'report', 'instant', 'past', 'register') AND has_schema_privilege(r.oid, n.oid, 'CREATE')
                    AND NOT r.rolsuper AND r.rolname NOT IN ('sandbox_owner', 'sandbox_role_admin', 'sandbox_register', 'pg_database_owner')
                    AND NOT pg_has_role(r.oid, 'sandbox_owner', 'MEMBER')
                """) == [])
    }

    @Test("no person's role has rights beside its group role") func roles() async throws {
        _ = try await World.make()
        #expect(
            try await names(
                """
                SELECT r.rolname::text FROM person AS p JOIN pg_roles AS r ON r.rolname = p.role_name
                WHERE r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication
                """) == [])
        #expect(
            try await names(
                "SELECT rolname::text FROM pg_roles WHERE rolname ~ '^sandbox_' AND (rolcanlogin OR rolsuper OR rolbypassrls)"
            )
            .filter { $0 != "sandbox_admin" } == [])
    }

    @Test("the server's table of transitions is the rulebook's") func transitions() async throws {
        let found = Set(
            try await names("SELECT concat_ws(' ', from_stage, to_stage, act, group_role) FROM transition"))
        let expected = Transition.table.map {
            "\($0.from.rawValue) \($0.to.rawValue) \($0.act.rawValue) \($0.role.databaseRole)"
        }
        #expect(found == Set(expected))
        #expect(expected.count == Set(expected).count)
    }

    @Test("the server's table of changes of a reform task's status is the rulebook's") func reformTransitions()
        async throws
    {
        let found = Set(
            try await names("SELECT concat_ws(' ', from_status, to_status, needs_reason::text) FROM reform_transition"))
        #expect(found == Set(ReformTransition.table.map { "\($0.from) \($0.to) \($0.needsReason)" }))
    }

    @Test("the words the server accepts are the words of the domain") func vocabularies() async throws {
        func check(_ constraint: String, _ words: some Sequence<String>) async throws {
            let accepted = try await names(
                """
                SELECT w[1] FROM pg_constraint AS c,
                    LATERAL regexp_matches(pg_get_constraintdef(c.oid), '''([a-z_-]+)''::text', 'g') AS w
                WHERE c.connamespace = 'sandbox'::regnamespace AND c.conname = \(constraint)
                """)
            #expect(accepted.sorted() == words.sorted(), "\(constraint)")
        }
        try await check("track_opinion_opinion_check", Opinion.allCases.map(\.rawValue))
        try await check("track_outcome_outcome_check", DecisionOutcome.allCases.map(\.rawValue))
        try await check("forecast_kind_check", Milestone.allCases.map(\.rawValue))
        try await check("arrival_kind_check", Milestone.allCases.map(\.rawValue))
        try await check("roadmap_entry_target_kind_check", Milestone.allCases.map(\.rawValue))
        try await check("provision_level_check", LawLevel.allCases.map(\.rawValue))
        try await check("commitment_kind_check", CommitmentKind.allCases.map(\.rawValue))
        try await check("commitment_evidence_kind_check", EvidenceKind.allCases.map(\.rawValue))
        try await check("raised_point_kind_check", PointKind.allCases.map(\.rawValue))
        try await check("task_reference_kind_check", TaskReferenceKind.allCases.map(\.rawValue))
        try await check("organisation_kind_check", OrganisationKind.allCases.map(\.rawValue))
        try await check("person_group_role_check", GroupRole.allCases.map(\.databaseRole))
        try await check("condition_phase_check", ConditionPhase.allCases.map(\.rawValue))
        #expect(
            try await names("SELECT status FROM reform_status ORDER BY position")
                == ReformStatus.allCases.map(\.rawValue))
        #expect(
            try await names("SELECT status FROM reform_status WHERE is_on_course ORDER BY position")
                == ReformStatus.course.map(\.rawValue))
        #expect(
            Set(try await names("SELECT status FROM reform_status WHERE is_ended"))
                == Set(ReformStatus.allCases.filter(\.isEnded).map(\.rawValue)))
        try await check("condition_responsible_check", ResponsibleParty.allCases.map(\.rawValue))
        try await check("committee_session_form_check", SessionForm.allCases.map(\.rawValue))
        try await check("session_member_capacity_check", MemberCapacity.allCases.map(\.rawValue))
        try await check("agenda_item_closed_as_check", AgendaResult.allCases.map(\.rawValue))
        try await check("recusal_kind_check", RecusalKind.allCases.map(\.rawValue))
        try await check("recusal_ground_check", RecusalGround.allCases.map(\.rawValue))
        try await check("agenda_vote_vote_check", Vote.allCases.map(\.rawValue))
        try await check("track_body_needs_check", BodyNeed.allCases.map(\.rawValue))
        try await check("redeliberation_ground_check", RedeliberationGround.allCases.map(\.rawValue))
        try await check("disposition_kind_check", DispositionKind.allCases.map(\.rawValue))
        try await check("objection_ruling_check", ObjectionRuling.allCases.map(\.rawValue))
        #expect(try await names("SELECT stage FROM stage ORDER BY position") == Stage.allCases.map(\.rawValue))
        #expect(
            try await names("SELECT stage FROM stage WHERE NOT is_open").sorted()
                == Stage.allCases.filter(\.isFinal).map(\.rawValue).sorted())
    }
}
