import SandboxDomain
import Testing

@Suite("References, logins and names") struct NameTests {
    @Test(
        "a reference is read as people write it and printed as it is stored",
        arguments: [
            ("TP-2026-0001", "TP-2026-0001"), (" tp-2026-1 ", "TP-2026-0001"), ("ｔｐ－２０２６－０００１", "TP-2026-0001"),
            ("RC–2026–0042", "RC-2026-0042"), ("de-2026-12345", "DE-2026-12345"), ("DRAFT-17", "DRAFT-17"),
            ("draft-017", "DRAFT-17"), ("de-p1", "DE-P0001"), ("ＤＥ－Ｐ００１２", "DE-P0012"), ("TP-P12345", "TP-P12345"),
            ("\u{3000}Draft-17\n", "DRAFT-17"), ("B2B-1999-0001", "B2B-1999-0001"),
        ])
    func references(text: String, printed: String) throws {
        let reference = try CaseReference(text)
        #expect(reference.description == printed)
        #expect(try CaseReference(printed) == reference)
    }

    @Test(
        "anything else is not a reference",
        arguments: [
            "", "17", "TP-2026", "TP-2026-", "TP-2026-0000", "TP-26-0001", "TP-2026-0001-2", "2P-2026-0001",
            "T-2026-0001", "DE-P", "DE-P0", "DE-Q0001", "DE-P1-2", "P-P0001",
            "TP 2026 0001", "DRAFT-", "DRAFT-0", "DRAFT--1", "DRAFT-99999999999999999999", "TP-2026-9999999999",
            "TP-2026-1e3",
            "가나-2026-0001", "TP-2026-٣", "TP-2026-0001; DROP", "ABCDEFGHI-2026-0001",
        ])
    func notReferences(text: String) {
        #expect(throws: InputProblem.notAReference(text)) { try CaseReference(text) }
    }

    @Test("references sort as people count") func order() throws {
        let texts = [
            "TP-2027-0001", "TP-2026-10000", "DRAFT-3", "TP-2026-9999", "DE-2026-0001", "DRAFT-20", "DE-P0002",
        ]
        let sorted = try texts.map { text throws in try CaseReference(text) }.sorted().map(\.description)
        #expect(
            sorted == [
                "DRAFT-3", "DRAFT-20", "DE-P0002", "DE-2026-0001", "TP-2026-9999", "TP-2026-10000", "TP-2027-0001",
            ])
    }

    @Test(
        "a login is what PostgreSQL takes unquoted, in lower case",
        arguments: [
            ("kim.minister", "kim.minister"), (" Hyper_Cloud-1 ", "hyper_cloud-1"), ("ab", "ab"),
            (String(repeating: "a", count: 63), String(repeating: "a", count: 63)),
        ])
    func logins(text: String, name: String) throws {
        #expect(try RoleName(text).text == name)
    }

    @Test(
        "other logins are refused",
        arguments: [
            "", "a", "1kim", "_kim", "kim lee", "김장관", "pg_monitor", "sandbox_desk", "SANDBOX_x", "kim\"; --",
            String(repeating: "a", count: 64), "é2",
        ])
    func notLogins(text: String) {
        #expect(throws: InputProblem.notARoleName(text)) { try RoleName(text) }
    }

    @Test("a name is one line of at most 300 characters") func names() throws {
        #expect(try OrganisationName("  예시 초거대AI 주식회사 ").text == "예시 초거대AI 주식회사")
        #expect(throws: InputProblem.missingValue) { try OrganisationName(" \u{A0} ") }
        #expect(throws: InputProblem.controlCharacter(10)) { try OrganisationName("두\n줄") }
        #expect(throws: InputProblem.controlCharacter(0x1B)) { try OrganisationName("색\u{1B}[31m") }
        #expect(try OrganisationName(String(repeating: "가", count: 300)).text.count == 300)
        #expect(throws: InputProblem.tooLong(found: 301, maximum: 300)) {
            try OrganisationName(String(repeating: "가", count: 301))
        }
    }

    @Test("prose keeps its lines, ends them one way and takes no other control character") func prose() throws {
        #expect(try TextRule.prose.checked("\n가\r\n나\t다\n\n") == "가\n나\t다")
        #expect(throws: InputProblem.controlCharacter(0)) { try TextRule.prose.checked("가\0") }
        #expect(throws: InputProblem.controlCharacter(13)) { try TextRule.prose.checked("가\r나") }
        #expect(throws: InputProblem.controlCharacter(0x85)) { try TextRule.prose.checked("가\u{85}나") }
        for scalar: Unicode.Scalar in [
            "\u{202E}", "\u{200B}", "\u{AD}", "\u{3164}", "\u{200D}", "\u{FE0F}", "\u{2028}",
        ] {
            #expect(throws: InputProblem.controlCharacter(scalar.value)) { try TextRule.prose.checked("가\(scalar)나") }
            #expect(throws: InputProblem.controlCharacter(scalar.value)) { try OrganisationName("문화체육\(scalar)관광부") }
        }
        let whole = "👨‍👩‍👧 ❤️ 1️⃣ 🏴\u{E0067}\u{E0062}\u{E007F} 葛\u{E0100} \u{1112}\u{1160} ⿰氵每 한글 Ångström q\u{307}"
        #expect(try TextRule.prose.checked(whole) == whole)
        #expect(throws: InputProblem.controlCharacter(0x200D)) { try TextRule.label.checked(whole) }
        #expect(try TextRule.label.checked("⿰氵每 한글 Ångström q\u{307} ☎ 👍🏽") == "⿰氵每 한글 Ångström q\u{307} ☎ 👍🏽")
        #expect(throws: InputProblem.tooLong(found: 100_001, maximum: 100_000)) {
            try TextRule.prose.checked(String(repeating: "a", count: 100_001))
        }
    }
}

@Suite("What is said when something is wrong") struct ErrorTests {
    @Test("every code of refusals, remedies and problems is lower-case kebab") func kebab() {
        let codes =
            Refusal.Code.allCases.map(\.rawValue) + Remedy.allCases.map(\.rawValue)
            + InputProblem.Code.allCases.map(\.rawValue) + NotFound.Kind.allCases.map(\.rawValue)
        for code in codes {
            #expect(code.allSatisfy { $0 == "-" || ("a"..."z").contains($0) || ("0"..."9").contains($0) }, "\(code)")
        }
    }

    @Test("a refusal has its code and says what would help") func remedies() {
        #expect(Refusal.wrongStage(.decided, allowed: []).remedy == nil)
        #expect(Refusal.wrongStage(.draft, allowed: [.filed]).remedy == .rightStage)
        #expect(Refusal.wrongStage(.draft, allowed: []).code.rawValue == "wrong-stage")
        #expect(Refusal.consultation(.notAMinistry("예시")).code.rawValue == "not-a-ministry")
        #expect(Refusal.schemaOlder(database: 3, program: 5).remedy == .migrate)
    }

    @Test("problems are told in the order of the file, those of one place as they were found") func order() {
        func issue(_ line: Int, _ column: Int, _ problem: InputProblem) -> BadInput.Issue {
            .init(problem, file: "a.csv", at: Position(line: line, column: column))
        }
        let bad = BadInput([
            issue(3, 1, .missingValue), issue(2, 9, .notADate("x")), issue(2, 4, .strayQuote),
            issue(3, 1, .notADate("y")),
            .init(.missingName(Field("decision")), file: "a.csv"),
        ])
        #expect(
            bad.issues.map(\.problem)
                == [.missingName(Field("decision")), .strayQuote, .notADate("x"), .missingValue, .notADate("y")])
    }

    @Test("an unknown word names the one that was probably meant") func suggestion() {
        #expect(InputProblem.unknownName("decidedon", known: ["filed_on", "decided_on"]).suggestion == "decided_on")
        #expect(InputProblem.missingValue.suggestion == nil)
    }
}
