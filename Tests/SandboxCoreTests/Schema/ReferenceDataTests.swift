import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("What the program and the database both know", .database)
struct ReferenceDataTests {
    @Test("the changes of stage are the same") func transitions() async throws {
        let rows = try await texts(
            "SELECT from_stage || ' ' || to_stage || ' ' || act || ' ' || group_role FROM transition")
        #expect(Set(rows) == Set(Transition.table.map { "\($0.from) \($0.to) \($0.act) \($0.role.databaseRole)" }))
        #expect(rows.count == Transition.table.count)
    }

    @Test("the statuses of a reform task are the same, and their changes") func reformStatuses() async throws {
        let rows = try await texts(
            "SELECT from_status || ' ' || to_status || ' ' || needs_reason FROM reform_transition ORDER BY 1")
        #expect(rows == ReformTransition.table.map { "\($0.from) \($0.to) \($0.needsReason)" }.sorted())
        #expect(
            try await texts("SELECT status FROM reform_status ORDER BY position")
                == ReformStatus.allCases.map(\.rawValue))
        #expect(
            try await texts("SELECT status FROM reform_status WHERE is_on_course ORDER BY position")
                == ReformStatus.course.map(\.rawValue))
        #expect(
            Set(try await texts("SELECT status FROM reform_status WHERE is_ended"))
                == Set(ReformStatus.allCases.filter(\.isEnded).map(\.rawValue)))
    }

    @Test("the acts upon a grant are the same: whose they are, and in which states they are possible") func grantActs()
        async throws
    {
        let rows = try await texts("SELECT act || ' ' || state || ' ' || group_role FROM grant_transition")
        let expected = GrantAct.allCases.flatMap { act in
            act.states.flatMap { state in act.roles.map { "\(act) \(state) \($0.databaseRole)" } }
        }
        #expect(Set(rows) == Set(expected))
        #expect(rows.count == expected.count)
    }

    @Test("every reason of a legal state, and every act, has its article in a track that has it") func grantReasons()
        async throws
    {
        let topics = Set(try await texts("SELECT topic FROM grant_basis"))
        #expect(Set(GrantReason.allCases.map(\.rawValue)).subtracting(topics) == [])
        // Korea's law has no exit report: it is the European regime's.
        #expect(Set(GrantAct.allCases.map(\.rawValue)).subtracting(topics) == ["exit-report"])
        #expect(topics.subtracting(GrantReason.allCases.map(\.rawValue) + GrantAct.allCases.map(\.rawValue)) == [])
    }

    @Test("the stages are the same, and the same ones are open") func stages() async throws {
        let rows = try await texts("SELECT stage || ' ' || is_open FROM stage ORDER BY position")
        #expect(rows == Stage.allCases.map { "\($0) \(!$0.isFinal)" })
    }

    @Test("the codes of Korea's ICT sandbox are the same") func codes() async throws {
        #expect(
            try await texts("SELECT track FROM track WHERE regime = 'kr-ict' ORDER BY position")
                == TrackCode.ofKoreanICT.map(\.code))
        #expect(
            Set(try await texts("SELECT DISTINCT opinion FROM track_opinion")) == Set(Opinion.allCases.map(\.rawValue)))
        #expect(
            Set(try await texts("SELECT DISTINCT outcome FROM track_outcome"))
                == Set(DecisionOutcome.allCases.map(\.rawValue)))
        #expect(
            Set(try await texts("SELECT DISTINCT outcome FROM track_outcome WHERE import_only"))
                == Set(DecisionOutcome.allCases.filter(\.isImportedOnly).map(\.rawValue)))
    }

    @Test(
        "a constraint on codes permits exactly those of its enum",
        arguments: [
            ("organisation_kind_check", OrganisationKind.allCases.map(\.rawValue)),
            ("person_group_role_check", GroupRole.allCases.map(\.databaseRole)),
            ("case_file_service_type_check", ServiceType.allCases.map(\.rawValue)),
            ("track_opinion_opinion_check", Opinion.allCases.map(\.rawValue)),
            ("track_outcome_outcome_check", DecisionOutcome.allCases.map(\.rawValue)),
            ("forecast_kind_check", Milestone.allCases.map(\.rawValue)),
            ("grant_transition_state_check", GrantState.allCases.map(\.rawValue)),
            ("grant_act_finding_check", RevisionFinding.allCases.map(\.rawValue)),
            ("grant_act_step_check", RevisionStep.allCases.map(\.rawValue)),
            ("grant_act_level_check", LawLevel.allCases.map(\.rawValue)),
            ("trial_report_kind_check", TrialReportKind.allCases.map(\.rawValue)),
            ("arrival_kind_check", Milestone.allCases.map(\.rawValue)),
            ("roadmap_entry_target_kind_check", Milestone.allCases.map(\.rawValue)),
            ("provision_level_check", LawLevel.allCases.map(\.rawValue)),
            ("commitment_kind_check", CommitmentKind.allCases.map(\.rawValue)),
            ("commitment_evidence_kind_check", EvidenceKind.allCases.map(\.rawValue)),
            ("raised_point_kind_check", PointKind.allCases.map(\.rawValue)),
            ("task_reference_kind_check", TaskReferenceKind.allCases.map(\.rawValue)),
            ("condition_phase_check", ConditionPhase.allCases.map(\.rawValue)),
            ("condition_responsible_check", ResponsibleParty.allCases.map(\.rawValue)),
            ("meeting_form_check", MeetingForm.allCases.map(\.rawValue)),
            ("meeting_member_capacity_check", MemberCapacity.allCases.map(\.rawValue)),
            ("agenda_item_closed_as_check", AgendaResult.allCases.map(\.rawValue)),
            ("recusal_kind_check", RecusalKind.allCases.map(\.rawValue)),
            ("recusal_ground_check", RecusalGround.allCases.map(\.rawValue)),
            ("agenda_vote_vote_check", Vote.allCases.map(\.rawValue)),
            ("track_committee_needs_check", CommitteeNeed.allCases.map(\.rawValue)),
            ("redeliberation_ground_check", RedeliberationGround.allCases.map(\.rawValue)),
            ("disposition_kind_check", DispositionKind.allCases.map(\.rawValue)),
            ("objection_ruling_check", ObjectionRuling.allCases.map(\.rawValue)),
        ])
    func constraints(name: String, codes: [String]) async throws {
        let definition = try #require(
            try await texts("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = \(name)").first)
        let quoted = definition.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
        #expect(Set(quoted) == Set(codes))
    }

    @Test(
        "a text that passes our rules passes the database's, and is stored as it is",
        arguments: [
            "예시 초거대AI 주식회사", "\u{1112}\u{1161}\u{11AB}글", "\u{AC00}\u{11A8}", "e\u{301}", "\u{212B}", "「가」·①㈜", "👩",
            "a b",
            String(repeating: "가", count: 300),
        ])
    func labels(text: String) async throws {
        let label = try TextRule.label.checked(normalised(text))
        #expect(try await texts("SELECT \(label)::label::text") == [label])
        #expect(try await texts("SELECT normalize(\(text)::text, NFC)").map { Array($0.utf8) } == [Array(label.utf8)])
    }

    @Test(
        "the sample proposals fill what their track requires, with sections and papers it has",
        arguments: [
            "hyperscale-ai.yaml", "document-summary-api.yaml",
        ])
    func samples(file: String) async throws {
        let document = try ProposalDocument(yaml: try sampleData("proposals/" + file), file: file)
        // The file may call its track by its Korean name.
        let said = document.proposal.track.code
        let track = try #require(
            try await texts("SELECT track FROM track WHERE track.track = \(said) OR name_ko = \(said)").first)
        let sections = Set(document.proposal.sections.map(\.code))
        let papers = Set(document.papers.map(\.paper))
        #expect(sections.isSubset(of: try await texts("SELECT section FROM form_section WHERE track = \(track)")))
        #expect(
            sections.isSuperset(
                of: try await texts("SELECT section FROM form_section WHERE track = \(track) AND required")))
        #expect(papers.isSubset(of: try await texts("SELECT paper FROM required_paper WHERE track = \(track)")))
        #expect(
            papers.isSuperset(
                of: try await texts("SELECT paper FROM required_paper WHERE track = \(track) AND required")))
    }
}
