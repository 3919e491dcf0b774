import Postgres
import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Importing cases of the past", .database)
struct ImportCasesTests {
    private static let header =
        "company,service,track,ministries,regulation,conditions,filed_on,decided_on,decision,meeting,note,inferred_fields,source\n"

    private func file(_ rows: String) -> [UInt8] { Array((Self.header + rows).utf8) }

    private func desk() async throws -> (TestDatabase, String, Tracker) {
        let test = try TestDatabase.current
        let person = try await test.person(.desk, of: "과학기술정보통신부")
        return (test, person, try test.tracker(as: person))
    }

    @Test("what many cases are searched by is in the index when they are") func searched() async throws {
        let (test, _, tracker) = try await desk()
        let rows = (1...120).map { "가나,과거 과제 \($0),demonstration,,,,,2024-01-02,positive-interpretation,,,,\n" }
        #expect(try await tracker.perform(ImportCases(file(rows.joined()), file: nil)).imported == 120)
        let left = try await test.administrator.write { session in
            try session.one("SELECT gin_clean_pending_list('sandbox.case_search_pairs_idx')", as: Int.self)
        }
        #expect(left == 0)
    }

    @Test(
        "the sample file: every case with what belongs to it, numbered in the order of the file in a series of its own"
    )
    func sample() async throws {
        let (test, person, tracker) = try await desk()
        let log = StatementLog()
        let bytes = try sampleData("historic_cases.csv")
        let outcome = try await log.run(as: person, on: test) {
            try await $0.perform(ImportCases(bytes, file: "h.csv"))
        }
        #expect(outcome.imported == 40 && outcome.known == 0)
        #expect(log.count <= 9)
        #expect(outcome.first == .past(prefix: "TP", number: 1))
        let references = try await tracker.importedCases()
        #expect(references.count == 40 && references.first == outcome.first && references.last == outcome.last)
        #expect(references[1] == .past(prefix: "DE", number: 1))
        #expect(outcome.companyNames.contains("쓰리알코리아") && outcome.companies == outcome.companyNames.count)
        #expect(outcome.ministryNames.contains("보건복지부") && !outcome.ministryNames.contains("과학기술정보통신부"))
        let window = try #require(try await tracker.answer(CaseList()).first { $0.company == "쓰리알코리아" })
        #expect(
            window.outcome == .grantedWithConditions && window.stage == .decided && window.decidedOn == "2022-06-20")
        let parts = try await test.administrator.read { session in
            try session.one(
                """
                SELECT (SELECT array_agg(law || ': ' || coalesce(obstacle, '-')) FROM sandbox.exemption_item AS e
                        WHERE e.case_file_id = c.case_file_id),
                    (SELECT count(*) FROM sandbox.condition AS k WHERE k.case_file_id = c.case_file_id),
                    i.ministries::text[], i.filed_on::text, c.closed_at = '2022-06-20 00:00+09'
                FROM sandbox.case_file AS c JOIN sandbox.imported_case AS i USING (case_file_id)
                JOIN sandbox.organisation AS o ON o.organisation_id = c.company_id WHERE o.name = '쓰리알코리아'
                """
            ) { (laws: [String], conditions: Int, ministries: [String], filed: String, isMidnight: Bool) in
                (laws, conditions, ministries, filed, isMidnight)
            }
        }
        #expect(parts.0 == ["약사법: 약국 외 장소에서 의약품 판매 금지"])
        #expect(parts.1 == 2 && parts.2 == ["보건복지부", "과학기술정보통신부"] && parts.3 == "2019" && parts.4)
        let auditor = test.database(as: try await test.person(.auditor))
        let differing = try await auditor.read { session in
            try session.one(
                """
                SELECT (SELECT count(*) FROM audit_break()) + (SELECT count(*) FROM audit_row_break())
                    + (SELECT count(*) FROM audit_content_break())
                """, as: Int.self)
        }
        #expect(differing == 0)
    }

    @Test("what was decided after the first case was filed here was decided here, and is no case of the past")
    func present()
        async throws
    {
        let casework = try await Casework()
        let day = try await casework.database.administrator.read { session in
            try session.one("SELECT sandbox.authority_date('kr-ict')::text", as: String.self)
        }
        let today = file("가나,서비스,demonstration,,의료법,,,\(day),granted,30,,,\n")
        #expect(try await casework.desk.perform(ImportCases(today, file: nil), dryRun: true).imported == 1)
        _ = try await casework.filed()
        await #expect(throws: (any Error).self) { try await casework.desk.perform(ImportCases(today, file: nil)) }
        let past = file("가나,서비스,demonstration,,의료법,,,2024-01-02,granted,30,,,\n")
        #expect(try await casework.desk.perform(ImportCases(past, file: nil)).imported == 1)
    }

    @Test(
        "the same file again imports nothing; a row that says something else of a known case is named, not taken over")
    func again() async throws {
        let (_, _, tracker) = try await desk()
        let row = "가나,서비스,demonstration,,의료법,,,2024-01-02,granted,30,메모,,\n"
        _ = try await tracker.perform(ImportCases(file(row), file: nil))
        let same = try await tracker.perform(ImportCases(file(row), file: nil))
        #expect(
            same.imported == 0 && same.first == nil && same.known == 1 && same.differing == 0 && same.companies == 0)
        let other = file(row.replacing("메모", with: "다른 메모") + "다라,서비스,demonstration,,,,,2024-01-03,granted,,,,\n")
        let second = try await tracker.perform(ImportCases(other, file: nil))
        #expect(second.imported == 1 && second.first == .past(prefix: "DE", number: 2))
        #expect(second.differing == 1 && second.differingRows.map(\.line) == [2])
        #expect(second.differingRows.map(\.reference.description) == ["DE-P0001"])
    }

    @Test("numbers continue after those that were given, and failures use up none") func numbers() async throws {
        let (_, _, tracker) = try await desk()
        func row(_ company: String, _ day: String) -> String {
            "\(company),s,temporary-permit,,,,,\(day),granted,,,,\n"
        }
        _ = try await tracker.perform(ImportCases(file(row("가", "2023-05-01")), file: nil))
        _ = try await tracker.perform(ImportCases(file(row("나", "2023-05-01")), file: nil), dryRun: true)
        await #expect(throws: BadInput.self) {
            try await tracker.perform(ImportCases(file(row("다", "2023-05-01") + row("라", "2023-13-01")), file: nil))
        }
        let next = try await tracker.perform(
            ImportCases(file(row("마", "2023-01-01") + row("바", "2022-01-01")), file: nil))
        #expect(next.imported == 2)
        #expect([next.first, next.last].map(\.?.description) == ["TP-P0002", "TP-P0003"])
        #expect(try await tracker.answer(CaseList()).count == 3)
    }

    @Test("a list need not say when it was decided: that is unknown then, wherever it is asked for") func unknownDay()
        async throws
    {
        let (test, _, tracker) = try await desk()
        let rows = """
            company,service,track,decision,designation_no,valid_until,state
            가나,원격 검침,demonstration,granted,ICT-2021-07,2024-06-30,사업 종료
            다라,원격 진단,demonstration,granted-with-conditions,,,

            """
        #expect(try await tracker.perform(ImportCases(Array(rows.utf8), file: nil)).imported == 2)
        #expect(try await tracker.perform(ImportCases(Array(rows.utf8), file: nil)).known == 2)
        let listed = try await tracker.answer(CaseList())
        #expect(listed.map(\.reference.description) == ["DE-P0002", "DE-P0001"])
        #expect(listed.allSatisfy { $0.decidedOn == nil && $0.stageSince == nil && $0.daysInStage == nil })
        let view = try await tracker.answer(CaseView(try CaseReference("de-p1")))
        #expect(view.decision?.outcome == .granted && view.decision?.decidedOn == nil)
        #expect(view.origin?.grant.number == "ICT-2021-07" && view.origin?.grant.validUntil == "2024-06-30")
        let grant = try #require(try await tracker.answer(GrantList()).first { $0.past.number == "ICT-2021-07" })
        #expect(grant.state == .unrecorded && grant.grantedOn == nil && grant.past.validUntil == "2024-06-30")
        #expect(try await tracker.answer(GrantView(grant.reference)).past?.state == "사업 종료")
        var years = DecisionsReport()
        years.grouping = .year
        #expect(try await tracker.answer(years).map { "\($0.name ?? "-") \($0.decisions)" } == ["unknown 2", "- 2"])
        #expect(try await tracker.answer(PipelineReport()).total?.cases == 2)
        let published = try await test.database(as: try await test.person(.public)).read { session in
            try session.all(
                "SELECT reference || coalesce(designation_no, '-') || coalesce(stated_until::text, '-') FROM register.grants",
                as: String.self)
        }
        #expect(published.sorted() == ["DE-P0001ICT-2021-072024-06-30", "DE-P0002--"])
    }

    @Test("cases of the past take no number from the series of those that are filed here") func ownSeries() async throws
    {
        let casework = try await Casework()
        let past = file("가나,서비스,demonstration,,의료법,,,2024-01-02,granted,30,,,\n")
        #expect(try await casework.desk.perform(ImportCases(past, file: nil)).first?.description == "DE-P0001")
        #expect(try await casework.filed(.demonstration).description.hasSuffix("-0001"))
    }

    @Test("everything wrong is told with line and column, and nothing is imported") func badRows() async throws {
        let (test, _, tracker) = try await desk()
        let long = String(repeating: "가", count: 301)
        let rows = """
            가,s,demonstration,,,,,2018-12-31,granted,,,,
            나,s,demonstration,,,,,2999-01-01,granted,,,,
            다,s,rapid-confirmation,,,,,2020-01-01,granted,,,,
            라,s,demonstation,,,,,2020-01-01,grantd,,,,
            마,\(long),demonstration,,,,,2020-01-01,granted,,,,
            바,s,demonstration,,\(long),,,2020-01-01,granted,,,,
            사,s,demonstration,,,,,2020-01-01,granted,,,,
            사,s,demonstration,,,,,2020-01-01,granted,,,,

            """
        let error = try await #require(throws: BadInput.self) {
            try await tracker.perform(ImportCases(file(rows), file: "h.csv"))
        }
        #expect(
            error.issues.map {
                "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.field?.name ?? "-") \($0.problem.code)"
            } == [
                "2:23 decided_on date-outside", "3:23 decided_on date-outside", "4:39 decision unknown-word",
                "5:5 track unknown-word", "5:33 decision unknown-word", "6:3 service too-long",
                "7:20 regulation too-long",
                "9:1 - repeated-row",
            ])
        #expect(error.issues[2].problem.suggestion == nil || error.issues[2].problem.suggestion != "granted")
        #expect(
            error.issues[3].problem.suggestion == "demonstration" && error.issues[4].problem.suggestion == "granted")
        let counts = try await test.administrator.read {
            try $0.one(
                "SELECT (SELECT count(*) FROM sandbox.case_file) + (SELECT count(*) FROM sandbox.organisation)",
                as: Int.self)
        }
        #expect(counts == 1)
    }

    @Test("CRLF, a byte order mark, quoted commas and line breaks, and decomposed Hangul are read as they are meant")
    func forms() async throws {
        let (_, _, tracker) = try await desk()
        let decomposed = "가나".decomposedForTest
        #expect(decomposed.unicodeScalars.count > 2)
        let text =
            "\u{FEFF}"
            + (Self.header
            + "\"\(decomposed)\",\"서비스, \"\"둘\"\"\",demonstration,,\"의료법: 첫째\n둘째\",,,2024-01-02,granted,,,,\n")
            .replacing("\n", with: "\r\n")
        let outcome = try await tracker.perform(ImportCases(Array(text.utf8), file: nil))
        #expect(outcome.companyNames == ["가나"])
        let row = try #require(try await tracker.answer(CaseList()).first)
        #expect(row.service == "서비스, \"둘\"" && row.company == "가나")
    }

    @Test("a file in CP949 is told from a broken one, and the way out is named") func encoding() async throws {
        let (_, _, tracker) = try await desk()
        let cp949: [UInt8] =
            Array(Self.header.utf8) + [0xB0, 0xA1, 0xB3, 0xAA]
            + Array(",s,demonstration,,,,,2020-01-01,granted,,,,\n".utf8)
        await #expect(throws: BadInput(.notUTF8(looksLike: .cp949), file: "h.csv", at: Position(line: 2, column: 1))) {
            try await tracker.perform(ImportCases(cp949, file: "h.csv"))
        }
    }

    @Test("only the desk imports", arguments: [GroupRole.company, .ministry, .analyst, .auditor, .operator])
    func strangers(_ role: GroupRole) async throws {
        let test = try TestDatabase.current
        let needs: [GroupRole: String] = [.company: "가나", .ministry: "법무부"]
        let person = try await test.person(role, of: needs[role])
        await #expect(throws: NotPermitted(role: role, needed: [.desk])) {
            try await test.tracker(as: person).perform(ImportCases(file(""), file: nil))
        }
        let error = await #expect(throws: PostgresError.self) {
            try await test.database(as: person).write { try $0.execute("SELECT stage_cases('kr-ict')") }
        }
        #expect(error?.state == .insufficientPrivilege)
    }

    @Test(
        "past the program the server refuses a decision of the future, an unknown outcome, and a case without the function"
    )
    func guards() async throws {
        let (test, person, _) = try await desk()
        let database = test.database(as: person)
        for (track, outcome, day, constraint) in [
            ("demonstration", "granted", "2999-01-01", "decision_date_guard"),
            ("temporary-permit", "granted", "2014-02-13", "decision_date_guard"),
            ("rapid-confirmation", "granted", "2020-01-01", "decision_outcome_guard"),
        ] {
            let error = await #expect(throws: PostgresError.self) {
                try await database.write {
                    try $0.stage("'과학기술정보통신부', 's', \(track)::text, \(outcome)::text, \(day)::text")
                    try $0.execute("SELECT import_cases()")
                }
            }
            #expect(error?.constraint == constraint)
        }
        let insert = await #expect(throws: PostgresError.self) {
            try await database.write {
                try $0.execute(
                    "INSERT INTO case_file (regime, track, service_name) VALUES ('kr-ict', 'demonstration', 's')")
            }
        }
        #expect(insert?.state == .insufficientPrivilege)
    }

    @Test(
        "what is read with the owner's rights is the owner's own table, and nothing that a person puts under its name")
    func staging() async throws {
        let (test, person, _) = try await desk()
        let database = test.database(as: person)
        func state(_ statements: [SQL]) async -> SQLState? {
            let error = await #expect(throws: PostgresError.self) {
                try await database.write { session in for statement in statements { try session.execute(statement) } }
            }
            return error?.state
        }
        let view: SQL = "CREATE TEMP VIEW staged_case AS SELECT 1 AS line, 'kr-ict' AS regime"
        #expect(await state(["SELECT import_cases()"]) == SQLState(rawValue: "55000"))
        #expect(await state([view, "SELECT import_cases()"]) == SQLState(rawValue: "55000"))
        #expect(await state([view, "SELECT * FROM staged_repeats(1)"]) == SQLState(rawValue: "55000"))
        #expect(await state([view, "SELECT stage_cases('kr-ict')"]) == SQLState(rawValue: "42P07"))
        let staged: SQL = "SELECT stage_cases('kr-ict')"
        for statement in [
            "SELECT * FROM pg_temp.staged_case", "DELETE FROM pg_temp.staged_case", "DROP TABLE pg_temp.staged_case",
            "ALTER TABLE pg_temp.staged_case ADD COLUMN x integer",
            "CREATE TRIGGER t BEFORE INSERT ON pg_temp.staged_case EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "INSERT INTO pg_temp.staged_case (line, regime) VALUES (1, 'eu-ai-act')",
            "CREATE TEMP TABLE child () INHERITS (pg_temp.staged_case)",
        ] as [SQL] {
            #expect(await state([staged, statement]) == .insufficientPrivilege, "\(statement)")
        }
    }

    @Test("many cases take a number of statements that does not grow with them, case by case") func many() async throws
    {
        let (test, person, _) = try await desk()
        let rows = (1...5_000).map { number in
            "회사 \(number % 900),서비스 \(number),demonstration,보건복지부,의료법: 비대면 진료,조건,,20\(19 + number % 6)-03-04,granted,,,,\n"
        }
        let bytes = file(rows.joined())
        let log = StatementLog()
        let outcome = try await log.run(as: person, on: test) { try await $0.perform(ImportCases(bytes, file: nil)) }
        #expect(outcome.imported == 5_000 && outcome.companies == 900 && outcome.companyNames.count == 900)
        #expect(outcome.last?.description == "DE-P5000")
        #expect(log.count <= 9)
    }
}

extension Session {
    /// Stages one case of the past with its first columns.
    fileprivate func stage(_ row: SQL) throws {
        try execute("SELECT stage_cases('kr-ict')")
        try execute(
            """
            INSERT INTO pg_temp.staged_case (line, company, service_name, track, outcome, decided_on, ministries, laws,
                obstacles, conditions, inferred_fields)
            SELECT 2, p.company, p.service_name, p.track, p.outcome, p.decided_on::date, '{}', '{}', '{}', '{}', '{}'
            FROM (SELECT \(row)) AS p (company, service_name, track, outcome, decided_on)
            """)
    }
}
