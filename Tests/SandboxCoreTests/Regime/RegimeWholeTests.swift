import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("A regime with a committee and grants of its own", .database)
struct RegimeWholeTests {
    private static let regime: RegimeCode = "small"

    /// A case of the regime about which the ministry has agreed.
    private func replied(_ casework: Casework) async throws -> CaseReference {
        var proposal = Proposal(
            track: "trial", service: .init(name: "시험", type: .service, summary: "시험합니다."))
        proposal.regime = Self.regime
        var item = Proposal.Exemption(law: "시험법", article: "제1조")
        (item.exemption, item.application) = ("허용", "한 해 동안")
        (proposal.exemptions, proposal.sections) = ([item], [.init("scope", "범위입니다.")])
        var act = FileCase(ProposalDocument(proposal))
        act.again = true
        let reference = try await casework.company.perform(act).reference
        try await casework.desk.perform(ReceiveCase(reference))
        try await casework.desk.perform(SendConsultation(reference, to: ["문화체육관광부"]))
        try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        return reference
    }

    /// A session of the board with the case on its frozen agenda.
    private func tabled(_ casework: Casework, _ reference: CaseReference) async throws -> MeetingReference {
        let desk = casework.desk
        let meeting = try await desk.perform(ScheduleMeeting(committee: "board")).reference
        try await desk.perform(
            ComposeMeeting(meeting, members: [.init("갑", .chair), .init("을", .private), .init("병", .private)]))
        try await desk.perform(TableCase(reference, at: meeting))
        try await desk.perform(FreezeAgenda(meeting))
        return meeting
    }

    private func granted(_ casework: Casework) async throws -> CaseReference {
        let reference = try await replied(casework)
        _ = try await tabled(casework, reference)
        try await casework.desk.perform(CastVotes(reference, [], rest: .inFavour))
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        return reference
    }

    @Test("is applied as its file says, and is stored as it says") func applied() async throws {
        let casework = try await Casework()
        let applied = try await SmallRegime.apply(casework)
        #expect(applied.isNew && applied.version == 1)
        let file = try SmallRegime.file()
        let view = try await casework.analyst.answer(RegimeView(Self.regime))
        #expect(view.document == file.document && view.yaml == file.text + "\n")
        #expect(try await !SmallRegime.apply(casework).isNew)
        let changed = try await SmallRegime.apply(
            casework, ["amount: 100": "amount: 200", "barring_levels: [decree, act]": ""])
        #expect(
            changed.differences.map(\.place) == ["tracks.trial.grant.barring_levels", "insurance.death.amount"])
        #expect(try await casework.desk.answer(RegimeView(Self.regime)).document.insurance.map(\.amount) == [200])
    }

    @Test("the newest version is what counts, also where its file says less: earlier files named no committees")
    func newest() async throws {
        let casework = try await Casework()
        try await SmallRegime.apply(casework)
        try await TestDatabase.current.administrator.write { session in
            try session.execute("SET LOCAL ROLE sandbox_owner")
            try session.execute(
                "UPDATE regime_version SET document = split_part(document, 'insurance:', 1) WHERE regime = 'small'")
        }
        let view = try await casework.desk.answer(RegimeView(Self.regime))
        #expect(view.document == (try SmallRegime.file().document) && view.yaml.contains("insurance:"))
    }

    @Test("its committee sits and decides by its own majority, and its grant is numbered, insured, commenced, extended")
    func story() async throws {
        let casework = try await Casework()
        let (desk, company) = (casework.desk, casework.company)
        try await SmallRegime.apply(casework)
        let reference = try await replied(casework)
        #expect(try await company.answer(WaitingFor(reference)).map(\.task) == [.table])
        await #expect(throws: Refusal.committee(.committeeNotForTrack("main", "trial", known: ["board", "panel"]))) {
            try await desk.perform(
                TableCase(reference, at: try await desk.perform(ScheduleMeeting(committee: "main")).reference))
        }
        let lone = try await desk.perform(ScheduleMeeting(committee: "board")).reference
        await #expect(
            throws: Refusal.committee(
                .compositionUnlawful([.members(2, minimum: 3, maximum: 7), .privateMembers(0, minimum: 1)]))
        ) {
            try await desk.perform(ComposeMeeting(lone, members: [.init("갑", .chair), .init("을", .agency)]))
        }
        let meeting = try await tabled(casework, reference)
        #expect(meeting.description == "board/2")
        try await desk.perform(CastVotes(reference, [("갑", .against)], rest: .inFavour))
        try await desk.perform(DecideCase(reference, outcome: .granted))
        let label = try await TestDatabase.current.administrator.read { session in
            try session.one("SELECT meeting_label FROM decision", as: String.self)
        }
        #expect(label == "제2회 위원회 회의")

        let detail = try await company.answer(GrantView(reference))
        let year = detail.legal.today.year
        #expect(detail.head.certificate == "TRC-\(year)-0001" && detail.legal.basis == nil)
        #expect(detail.dues.map(\.rule) == ["extension", "validity"])
        let end = try #require(detail.legal.endOn)
        func insured(_ amount: Int64) async throws -> Int {
            var act = ActOnGrant(reference, .insure)
            act.detail = .insurance(
                .policy(insurer: "보험", number: "1", from: "2019-01-01", to: "2060-01-01", covers: [("death", amount)]))
            return try await company.perform(act).number
        }
        let small = try await insured(99)
        await #expect(
            throws: Refusal.grant(
                .coverTooSmall([
                    CoverGap("death", korean: "사망", english: "death", amount: 99, minimum: 100, basis: "제7조 제2항")
                ]))
        ) { try await desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = small }) }
        let large = try await insured(100)
        try await desk.perform(ActOnGrant.act(reference, .confirm) { $0.part = large })
        #expect(try await company.perform(ActOnGrant.act(reference, .commence)).state == .running)
        await #expect(throws: Refusal.grant(.notForTrack(.suspend, "trial"))) {
            try await desk.perform(ActOnGrant.act(reference, .suspend))
        }
        try await company.perform(ActOnGrant.act(reference, .askExtension))
        #expect(
            try await desk.perform(ActOnGrant.act(reference, .extend) { $0.months = 12 }).endOn?.year == end.year + 1)
        await #expect(throws: Refusal.grant(.groundNotGiven("late", known: ["fraud", "late"]))) {
            try await desk.perform(ActOnGrant.act(reference, .recordHearing) { $0.ground = "late" })
        }
        try await desk.perform(ActOnGrant.act(reference, .recordHearing) { $0.ground = "fraud" })
        #expect(
            try await desk.perform(WithholdField(.conditions, of: reference, ground: "secret")) == "제10조")
        #expect(try await desk.perform(ActOnGrant.act(reference, .revoke) { $0.ground = "fraud" }).state == .revoked)
        #expect(try await casework.auditor.answer(AuditVerify()).breaks.isEmpty)
        // Two of three is more than 66 of a hundred; one is not.
        let other = try await replied(casework)
        _ = try await tabled(casework, other)
        try await desk.perform(CastVotes(other, [("갑", .inFavour)], rest: .against))
        await #expect(throws: Refusal.committee(.votesSayOtherwise(.granted, inFavour: 1, present: 3))) {
            try await desk.perform(DecideCase(other, outcome: .granted))
        }
    }

    @Test("a committee that its file no longer names is closed; what is on its agenda is decided all the same")
    func closedCommittee() async throws {
        let casework = try await Casework()
        let desk = casework.desk
        try await SmallRegime.apply(casework)
        let reference = try await replied(casework)
        _ = try await tabled(casework, reference)
        // The panel decides now, of its own right.
        let without = [
            "  - committee: board\n    name: {ko: 위원회, en: board}\n    basis: 제5조\n    members: {min: 3, max: 7, private_percent: "
                + "50, from_main: 0}\n    opens_above_percent: 50\n    carries_above_percent: 66\n": "",
            "      - {committee: board, needs: nothing, basis: 제5조 제1항}\n": "", "needs: delegation": "needs: nothing",
        ]
        let applied = try await SmallRegime.apply(casework, without)
        #expect(applied.differences.contains { $0.place == "committees.board" && $0.after == nil })
        await #expect(throws: Refusal.committee(.committeeClosed("board"))) {
            try await desk.perform(ScheduleMeeting(committee: "board"))
        }
        await #expect(throws: NotFound(.committee, "bord", suggestion: "board")) {
            try await desk.perform(ScheduleMeeting(committee: "bord"))
        }
        let error = await #expect(throws: PostgresError.self) {
            try await TestDatabase.current.database(as: desk.name).write { session in
                try session.execute(
                    """
                    INSERT INTO meeting (committee, form, held_on, closes_on)
                    VALUES ('board', 'in-person', '2030-01-01', '2030-01-01')
                    """)
            }
        }
        #expect(error?.constraint == "meeting_committee_guard")
        try await desk.perform(CastVotes(reference, [], rest: .inFavour))
        try await desk.perform(DecideCase(reference, outcome: .granted))
        #expect(try await desk.perform(ScheduleMeeting(committee: "panel")).reference.description == "panel/1")
        // Named again it is open again.
        try await SmallRegime.apply(casework)
        #expect(try await desk.perform(ScheduleMeeting(committee: "board")).reference.description == "board/2")
    }

    @Test("a closed committee still meets for what is under way in a closed track of its own") func closedTrack()
        async throws
    {
        let casework = try await Casework()
        try await SmallRegime.apply(casework)
        let reference = try await replied(casework)
        let text = SmallRegime.yaml()
        let (committees, tracks) = (
            try #require(text.firstRange(of: "committees:")), try #require(text.firstRange(of: "tracks:"))
        )
        let (trial, licence) = (
            try #require(text.firstRange(of: "  - track: trial")),
            try #require(text.firstRange(of: "  - track: licence"))
        )
        let less =
            text[..<committees.lowerBound] + "tracks:\n"
            + text[licence.lowerBound...].replacing("tracks: [trial]", with: "")
        #expect(tracks.lowerBound < trial.lowerBound)
        try await casework.desk.perform(
            ApplyRegime(RegimeFile(yaml: Array((less + "applies_to: open-cases\n").utf8), file: nil)))
        #expect(
            try await texts("SELECT track FROM track WHERE regime = 'small' AND closed_on IS NOT NULL") == ["trial"])
        _ = try await tabled(casework, reference)
        try await casework.desk.perform(CastVotes(reference, [], rest: .inFavour))
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        #expect(try await casework.company.answer(GrantView(reference)).head.certificate?.hasPrefix("TRC-") == true)
        await #expect(throws: Refusal.committee(.committeeClosed("board"))) {
            try await casework.desk.perform(ScheduleMeeting(committee: "board"))
        }
    }

    @Test("an open case whose grant would find no validity in the new version stays under its own") func ownVersion()
        async throws
    {
        let casework = try await Casework()
        try await SmallRegime.apply(casework)
        let reference = try await replied(casework)
        let text = SmallRegime.yaml()
        let (trial, licence) = (
            try #require(text.firstRange(of: "  - track: trial")),
            try #require(text.firstRange(of: "  - track: licence"))
        )
        let (grant, rules) = (
            try #require(text.firstRange(of: "    grant: {prefix: LIC")), try #require(text.firstRange(of: "rules:\n"))
        )
        let permit = try #require(text.firstRange(of: "  - rule: permit"))
        // Another track, without grants and so without a validity, in the place of both.
        let other = text[licence.lowerBound..<grant.lowerBound].replacing("licence", with: "other").replacing(
            "prefix: LI", with: "prefix: OT")
        let without =
            text[..<trial.lowerBound] + other + text[rules.lowerBound..<rules.upperBound] + text[permit.lowerBound...]
        let applied = try await casework.desk.perform(
            ApplyRegime(RegimeFile(yaml: Array((without + "applies_to: open-cases\n").utf8), file: nil)))
        #expect(applied.version == 2)
        #expect(try await texts("SELECT regime_version::text FROM case_file WHERE regime = 'small'") == ["1"])
        _ = try await tabled(casework, reference)
        try await casework.desk.perform(CastVotes(reference, [], rest: .inFavour))
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        #expect(try await casework.company.answer(GrantView(reference)).head.certificate?.hasPrefix("TRC-") == true)
    }

    @Test("a track that committees no longer decide is decided by the authority, and the case leaves the agenda")
    func withoutCommittee() async throws {
        let casework = try await Casework()
        try await SmallRegime.apply(casework)
        let reference = try await replied(casework)
        let meeting = try await tabled(casework, reference)
        try await SmallRegime.apply(
            casework,
            [
                "    decided_by:\n      - {committee: board, needs: nothing, basis: 제5조 제1항}\n"
                    + "      - {committee: panel, needs: delegation, basis: 제6조 제1항}\n": ""
            ])
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        #expect(try await casework.desk.answer(MeetingView(meeting)).items.map(\.result) == [.decided])
    }

    @Test("grants may be added to a track, which makes them from then on") func added() async throws {
        let casework = try await Casework()
        let text = SmallRegime.yaml()
        let (grant, next) = (
            try #require(text.firstRange(of: "    grant:\n")), try #require(text.firstRange(of: "  - track: licence"))
        )
        let without = String(text[..<grant.lowerBound] + text[next.lowerBound...])
        try await casework.desk.perform(ApplyRegime(RegimeFile(yaml: Array(without.utf8), file: nil)))
        let before = try await granted(casework)
        await #expect(throws: NotFound.self) { try await casework.company.answer(GrantView(before)) }
        let applied = try await SmallRegime.apply(casework)
        #expect(applied.differences.contains { $0.place == "tracks.trial.grant" && $0.after == "TRC" })
        let after = try await granted(casework)
        #expect(try await casework.company.answer(GrantView(after)).head.certificate?.hasSuffix("-0001") == true)
    }

    @Test("a validity whose rule has no extension is not extended") func noExtension() async throws {
        let casework = try await Casework()
        try await SmallRegime.apply(casework, ["    extensions: {times: 1, length: 1 year}\n": ""])
        let reference = try await granted(casework)
        await #expect(throws: Refusal.grant(.notForTrack(.askExtension, "trial"))) {
            try await casework.company.perform(ActOnGrant.act(reference, .askExtension))
        }
        let error = await #expect(throws: PostgresError.self) {
            try await TestDatabase.current.database(as: casework.company.name).write { session in
                try session.execute(
                    """
                    INSERT INTO grant_act (exemption_grant_id, case_file_id, act)
                    SELECT exemption_grant_id, case_file_id, 'ask-extension' FROM exemption_grant
                    """)
            }
        }
        #expect(error?.constraint == "grant_act_track_guard")
    }

    @Test("a ground that the law no longer gives withholds nothing more") func grounds() async throws {
        let casework = try await Casework()
        try await SmallRegime.apply(casework)
        let (first, second) = (try await granted(casework), try await granted(casework))
        try await casework.desk.perform(WithholdField(.company, of: first, ground: "secret"))
        try await SmallRegime.apply(casework, ["ground: secret": "ground: private"])
        await #expect(throws: BadInput.self) {
            try await casework.desk.perform(WithholdField(.company, of: second, ground: "secret"))
        }
        let error = await #expect(throws: PostgresError.self) {
            try await TestDatabase.current.database(as: casework.desk.name).write { session in
                try session.execute(
                    """
                    INSERT INTO register_withholding (case_file_id, field, regime, ground)
                    SELECT case_file_id, 'company', 'small', 'secret' FROM case_file WHERE reference = \(second.description)
                    """)
            }
        }
        #expect(error?.constraint == "register_withholding_ground_guard")
        #expect(
            try await texts("SELECT array_to_string(withheld, ',') FROM register.grants ORDER BY reference")
                == ["company: 제10조", ""])
    }
}
