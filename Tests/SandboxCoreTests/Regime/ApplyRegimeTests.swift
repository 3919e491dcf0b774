import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Applying a regime", .database)
struct ApplyRegimeTests {
    private func apply(
        _ name: String, as person: Casework.Person, dryRun: Bool = false, _ change: (String) -> String = { $0 }
    ) async throws -> ApplyRegime.Applied {
        let text = change(String(decoding: try regimeFile(name), as: UTF8.self))
        return try await person.perform(
            ApplyRegime(RegimeFile(yaml: Array(text.utf8), file: name)), dryRun: dryRun)
    }

    @Test("the file of Korea's ICT sandbox says what the schema brings: it changes nothing") func same() async throws {
        let casework = try await Casework()
        let applied = try await apply("kr-ict.yaml", as: casework.desk)
        #expect(!applied.isNew && applied.version == 1 && applied.differences == [])
        #expect(try await texts("SELECT regime || ' ' || version FROM regime_version") == ["kr-ict 1"])
    }

    @Test("nobody but the desk can keep the desk from applying one", arguments: [GroupRole.analyst, .public])
    func heldUp(role: GroupRole) async throws {
        let casework = try await Casework()
        let person = casework.database.database(as: try await casework.database.person(role, named: "nosy"), lanes: 2)
        let error = try await #require(throws: PostgresError.self) {
            try await person.write { try $0.execute("LOCK TABLE regime_version IN SHARE ROW EXCLUSIVE MODE") }
        }
        #expect(error.state == .insufficientPrivilege)
        // Whatever locks there are: this person takes all that a name can be guessed of, and reads the tables.
        try await person.holding(
            """
            SELECT pg_advisory_xact_lock(hashtextextended('sandbox apply_regime', 0)), (SELECT count(*) FROM regime_version)
            """
        ) {
            let applied = try await apply("eu-ai-act.yaml", as: casework.desk)
            #expect(applied.isNew)
        }
    }

    @Test("a rule that changed makes a version; cases keep the one they were filed under") func version() async throws {
        let casework = try await Casework()
        let before = try await casework.consulting()
        let applied = try await apply("kr-ict.yaml", as: casework.desk) { text in
            text.replacing("rule: k4\n", with: "rule: k4\n    # 개정\n").replacing(
                "name: {ko: 실증특례 관계기관 회신, en: \"agency reply, demonstration exemption\"}\n    basis: 법 제38조의2 제5항"
                    + "\n    tracks: [demonstration]\n    owed_by: ministry\n    starts_on: consultation-notified\n    "
                    + "ends_on: [replied, decided, returned, withdrawn]\n    length: 30 days",
                with: "name: {ko: 실증특례 관계기관 회신, en: \"agency reply, demonstration exemption\"}\n    basis: 법 제38조의2 제5항"
                    + "\n    tracks: [demonstration]\n    owed_by: ministry\n    starts_on: consultation-notified\n    "
                    + "ends_on: [replied, decided, returned, withdrawn]\n    length: 45 days")
        }
        #expect(applied.isNew && applied.version == 2 && applied.moved.isEmpty)
        #expect(
            applied.differences.map { "\($0.place) \($0.before ?? "-") \($0.after ?? "-")" }
                == ["rules.k4.length 30 days 45 days"])
        let after = try await casework.consulting()
        #expect(
            try await texts(
                """
                SELECT f.reference || ' ' || f.regime_version || ' ' || s.rule || ' ' || s.plain_end - s.started_on
                FROM deadline_state() AS s JOIN case_file AS f USING (case_file_id) WHERE s.rule = 'k4' ORDER BY f.case_file_id
                """) == ["\(before) 1 k4 30", "\(after) 2 k4 45"])
        // The version from before files were kept is kept as well; the file that was applied comes back word for word.
        let first = try await casework.desk.answer(RegimeView(.koreanICT, version: 1))
        let second = try await casework.desk.answer(RegimeView(.koreanICT))
        #expect(second.document.differences(since: first.document) == applied.differences)
        #expect(second.yaml.contains("# 개정\n") && first.yaml.contains("length: 30 days"))
        let file = try RegimeFile(yaml: try regimeFile("kr-ict.yaml"), file: nil)
        #expect(try RegimeFile(yaml: Array(first.yaml.utf8), file: nil).document == file.document)
        let again = try await casework.desk.perform(
            ApplyRegime(RegimeFile(yaml: Array(second.yaml.utf8), file: nil)))
        #expect(!again.isNew && again.version == 2)
    }

    @Test(
        "with open-cases open deadlines move to the same rule of the new version, shown with both ends; a dry run keeps all"
    )
    func openCases() async throws {
        let casework = try await Casework()
        let reference = try await casework.consulting()
        _ = try await casework.decided()
        let change: @Sendable (String) -> String = { text in
            text.replacing("length: 90 days", with: "length: 120 days") + "applies_to: open-cases\n"
        }
        for dryRun in [true, false] {
            let applied = try await apply("kr-ict.yaml", as: casework.desk, dryRun: dryRun, change)
            // The case has two open deadlines; only the tabling became longer. The decided case stays under its version.
            #expect(applied.moved.map(\.reference) == [reference.description, reference.description])
            let tabling = try #require(applied.moved.first { $0.rule == "k6" })
            let reply = try #require(applied.moved.first { $0.rule == "k4" })
            let (old, new) = (try #require(tabling.before), try #require(tabling.after))
            #expect(new > old && reply.before == reply.after && reply.organisation == "문화체육관광부")
            #expect(
                try await texts("SELECT reference || ' ' || regime_version FROM case_file WHERE stage = 'consulting'")
                    == ["\(reference) \(dryRun ? 1 : 2)"])
        }
        #expect(
            try await texts("SELECT DISTINCT regime_version::text FROM case_file WHERE stage = 'decided'") == ["1"])
        #expect(
            try await texts(
                """
                SELECT act || ' ' || actor FROM event WHERE act IN ('deadline-move', 'regime-apply') AND chain LIKE 'case%'
                """) == Array(repeating: "deadline-move \(casework.desk.name)", count: 2))
        // Once more: nothing is left to move.
        #expect(try await apply("kr-ict.yaml", as: casework.desk, change).moved.isEmpty)
    }

    @Test("another regime: filed, received, consulted and decided, with its own deadline running on its own calendar")
    func secondRegime() async throws {
        let casework = try await Casework()
        let applied = try await apply("eu-ai-act.yaml", as: casework.desk)
        #expect(applied.isNew && applied.version == 1)
        let reference = try await casework.filedInEurope()
        #expect(reference.description.hasPrefix("AIA-"))
        try await casework.desk.perform(ReceiveCase(reference))
        let deadline = """
            SELECT s.rule || ' ' || s.state || ' ' || (s.due_on = d.day + CASE extract(isodow FROM d.day)
                WHEN 6 THEN 2 WHEN 7 THEN 1 ELSE 0 END)
            FROM deadline_state() AS s JOIN case_file AS f USING (case_file_id),
                LATERAL (SELECT (authority_date('eu-ai-act') + interval '3 months')::date AS day) AS d
            WHERE f.regime = 'eu-ai-act'
            """ as SQL
        #expect(try await texts(deadline) == ["decision running true"])
        try await casework.desk.perform(SendConsultation(reference, to: ["개인정보보호위원회"]))
        try await casework.pipc.perform(ReplyToConsultation(reference, opinion: .agree))
        try await casework.desk.perform(DecideCase(reference, outcome: .granted))
        #expect(try await casework.analyst.answer(CaseView(reference)).head.stage == .decided)
        #expect(
            try await texts(
                """
                SELECT r.rule || ' ' || coalesce(c.ended_by, '-') FROM deadline AS c JOIN deadline_rule AS r USING (deadline_rule_id)
                JOIN case_file AS f USING (case_file_id) WHERE f.regime = 'eu-ai-act' ORDER BY c.deadline_no
                """) == ["decision decided", "participation -", "exit-report -"])
        // It takes part for twelve months, and the exit report is owed when they are over.
        let detail = try await casework.company.answer(GrantView(reference))
        #expect(detail.head.certificate == "AIC-\(detail.legal.today.year)-0001")
        #expect(detail.legal.state == .preparing && detail.legal.basis == "Article 57(5)")
        let end = try #require(detail.legal.endOn)
        let granted = try #require(detail.legal.grantedOn)
        #expect(end == granted.adding(days: 364) || end == granted.adding(days: 365))
        // No article demands an insurance.
        #expect(try await casework.company.perform(ActOnGrant.act(reference, .commence)).state == .running)
        var list = CaseList()
        list.regime = "eu-ai-act"
        #expect(try await casework.desk.answer(list).map(\.reference) == [reference])
        list.regime = .koreanICT
        #expect(try await casework.desk.answer(list).isEmpty)
        // Korean cases go on as before, without anybody naming their regime.
        _ = try await casework.decided()
    }

    @Test("where two regimes have a track of the same code, one must be named") func ambiguous() async throws {
        let casework = try await Casework()
        _ = try await apply("eu-ai-act.yaml", as: casework.desk) {
            $0.replacing("track: ai-sandbox", with: "track: demonstration")
        }
        let draft = ProposalDocument(Proposal(track: .demonstration, service: .init(name: "요약")))
        let error = await #expect(throws: BadInput.self) { try await casework.company.perform(DraftCase(draft)) }
        #expect(error?.issues.map(\.problem) == [.missingName(.regime, known: ["eu-ai-act", "kr-ict"])])
        var named = draft
        named.proposal.regime = "eu-ai-act"
        let drafted = try await casework.company.perform(DraftCase(named))
        #expect(try await casework.company.answer(CaseView(drafted.reference)).proposal.regime == "eu-ai-act")
        await #expect(throws: BadInput.self) { try await casework.company.answer(CaseForm(.demonstration)) }
        #expect(try await casework.company.answer(CaseForm(.demonstration, of: .koreanICT)).korean == "실증특례")
        let history = try sampleData("historic_cases.csv")
        await #expect(throws: BadInput.self) { try await casework.desk.perform(ImportCases(history, file: nil)) }
        let imported = try await casework.desk.perform(ImportCases(history, file: nil, regime: .koreanICT))
        #expect(imported.imported > 0)
    }

    @Test(
        "a track the file no longer names is closed: nothing new goes in, what is under way goes on, and it can come back"
    )
    func closing() async throws {
        let casework = try await Casework()
        let underWay = try await casework.consulting(.rapidConfirmation)
        let draft = try await casework.drafted(.rapidConfirmation)
        let without: @Sendable (String) -> String = { text in
            guard let from = text.firstRange(of: "  # Act 36, Decree 39"),
                let to = text.firstRange(of: "  # Act 37, Decree 40: to market")
            else { return text }
            return String(text[..<from.lowerBound] + text[to.lowerBound...])
                .replacing("    tracks: [rapid-confirmation]\n", with: "")
        }
        let closed = try await apply("kr-ict.yaml", as: casework.desk, without)
        #expect(closed.differences.contains { $0.place == "tracks.rapid-confirmation" && $0.after == nil })
        await #expect(throws: Refusal.caseFile(.trackClosed(.rapidConfirmation))) {
            try await casework.drafted(.rapidConfirmation)
        }
        await #expect(throws: Refusal.caseFile(.trackClosed(.rapidConfirmation))) {
            try await casework.company.perform(FileCase(draft))
        }
        try await casework.mcst.perform(ReplyToConsultation(underWay, opinion: .agree))
        try await casework.desk.perform(DecideCase(underWay, outcome: .noRegulation))
        // The server says the same to whoever comes with psql.
        let psql = try TestDatabase.current.database(as: casework.company.name)
        let acts: [SQL] = [
            "UPDATE case_file SET stage = 'filed' WHERE stage = 'draft'",
            "INSERT INTO case_file (regime, track, service_name) VALUES ('kr-ict', 'rapid-confirmation', '새 것')",
        ]
        for act in acts {
            let error = await #expect(throws: PostgresError.self) { try await psql.write { try $0.execute(act) } }
            #expect(error?.constraint == "case_file_track_guard")
        }
        _ = try await apply("kr-ict.yaml", as: casework.desk)
        // The proposal is that of the case under way.
        var again = FileCase(draft)
        again.again = true
        #expect(try await casework.company.perform(again).stage == .filed)
    }

    @Test("a paper the file no longer names is neither asked for nor taken; what was handed in stays") func papers()
        async throws
    {
        let casework = try await Casework()
        let filed = try await casework.filed()
        let applied = try await apply("kr-ict.yaml", as: casework.desk) { text in
            text.replacing(
                "      - {paper: demonstration-plan, name: {ko: 실증계획서, en: demonstration plan}, "
                    + "basis: 시행령 제42조의4 제1항, required: true}\n", with: "")
        }
        #expect(applied.differences.map(\.place).last == "tracks.demonstration.papers.demonstration-plan")
        let papers = PaperFile.complete(.demonstration).filter { $0.paper != "demonstration-plan" }
        _ = try await casework.company.perform(FileCase(.complete(.demonstration), papers: papers))
        await #expect(throws: BadInput.self) { try await casework.filed() }
        #expect(
            try await texts(
                "SELECT paper FROM attachment JOIN case_file USING (case_file_id) WHERE reference = \(filed.description)"
            )
            .contains("demonstration-plan"))
    }

    @Test("only the desk applies one, never what numbers and dates rest on, belongs to others or is impossible")
    func refusals() async throws {
        let casework = try await Casework()
        await #expect(throws: NotPermitted.self) { try await apply("eu-ai-act.yaml", as: casework.mcst) }
        await #expect(throws: Refusal.regime(.fixed("time_zone", from: "Asia/Seoul", to: "Asia/Tokyo"))) {
            try await apply("kr-ict.yaml", as: casework.desk) { $0.replacing("Asia/Seoul", with: "Asia/Tokyo") }
        }
        await #expect(throws: Refusal.regime(.fixed("tracks.demonstration.prefix", from: "DE", to: "DX"))) {
            try await apply("kr-ict.yaml", as: casework.desk) { $0.replacing("prefix: DE", with: "prefix: DX") }
        }
        await #expect(throws: Refusal.regime(.prefixTaken("DE", by: .koreanICT))) {
            try await apply("eu-ai-act.yaml", as: casework.desk) { $0.replacing("prefix: AIA", with: "prefix: DE") }
        }
        let zone = await #expect(throws: BadInput.self) {
            try await apply("eu-ai-act.yaml", as: casework.desk) {
                $0.replacing("Europe/Brussels", with: "Europe/Nowhere")
            }
        }
        #expect(
            zone?.issues.first?.problem == .notATimeZone("Europe/Nowhere") && zone?.issues.first?.position?.line == 11)
        _ = try await apply("kr-ict.yaml", as: casework.desk) {
            $0.replacing("cap: 90 days", with: "cap: 80 days") + "valid_from: 2027-03-01\n"
        }
        let early = await #expect(throws: BadInput.self) {
            try await apply("kr-ict.yaml", as: casework.desk) { $0 + "valid_from: 2027-02-28\n" }
        }
        #expect(early?.issues.first?.problem.code == .dateOutside)
    }

    @Test("the server refuses the same of whoever calls it directly") func server() async throws {
        let casework = try await Casework()
        let eu = try RegimeFile(yaml: try regimeFile("eu-ai-act.yaml"), file: nil).document
        let kr = try RegimeFile(yaml: try regimeFile("kr-ict.yaml"), file: nil).document
        func refused(_ person: Casework.Person, _ document: RegimeDocument, from: CivilDate? = nil) async throws
            -> String?
        {
            let json = document.json
            let error = await #expect(throws: PostgresError.self) {
                try await TestDatabase.current.database(as: person.name).write { session in
                    try session.execute("SELECT apply_regime(\(json)::jsonb, 'file', \(from)::date)")
                }
            }
            return error?.constraint ?? error?.state?.rawValue
        }
        #expect(try await refused(casework.company, eu) == "42501")
        #expect(try await refused(casework.analyst, eu) == "42501")
        var changed = eu
        changed.timeZone = "Europe/Nowhere"
        #expect(try await refused(casework.desk, changed) == "regime_time_zone_guard")
        changed = kr
        changed.timeZone = "Asia/Tokyo"
        #expect(try await refused(casework.desk, changed) == "regime_fixed_guard")
        changed = kr
        changed.tracks[0].prefix = "RX"
        #expect(try await refused(casework.desk, changed) == "regime_fixed_guard")
        changed = eu
        changed.tracks[0].prefix = "TP"
        #expect(try await refused(casework.desk, changed) == "regime_prefix_guard")
        changed = eu
        changed.rules[0].start = .endOf("nothing")
        #expect(try await refused(casework.desk, changed) == "regime_rule_guard")
        changed = eu
        changed.rules[0].endsOn = ["no-such-event"]
        #expect(try await refused(casework.desk, changed) == "regime_rule_guard")
        _ = try await casework.desk.perform(
            ApplyRegime(
                RegimeFile(yaml: Array((eu.yaml + "valid_from: 2027-03-01\n").utf8), file: nil)))
        changed = eu
        changed.basis = "elsewhere"
        #expect(try await refused(casework.desk, changed, from: "2027-02-01") == "regime_version_order_guard")
    }
}
