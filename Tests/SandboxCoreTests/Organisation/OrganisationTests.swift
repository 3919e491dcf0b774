import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Organisations", .database)
struct OrganisationTests {
    @Test("an operator enters, sees and edits an organisation; each edit counts the version up") func life()
        async throws
    {
        let test = try TestDatabase.current
        let operator_ = try test.tracker(as: try await test.person(.operator))
        _ = try await operator_.perform(AddOrganisation(OrganisationName(" 가나소프트 "), kind: .company))
        #expect(try await operator_.answer(OrganisationView("가나소프트")).version == 1)
        var edit = EditOrganisation("가나소프트", version: 1)
        edit.rename = try OrganisationName("가나다소프트")
        edit.registrationNumber = .set(try RegistrationNumber("124 81 00998"))
        let edited = try await operator_.perform(edit)
        #expect(edited.version == 2 && edited.registrationNumber == "124-81-00998")
        var clearing = EditOrganisation("가나다소프트", version: 2)
        clearing.registrationNumber = .set(nil)
        #expect(try await operator_.perform(clearing).registrationNumber == nil)
        #expect(try await operator_.answer(OrganisationView("가나다소프트")).version == 3)
    }

    @Test("an edit that changes nothing does not count") func idle() async throws {
        let test = try TestDatabase.current
        let desk = try test.tracker(as: try await test.person(.desk, of: "과기정통부"))
        #expect(try await desk.perform(EditOrganisation("과기정통부", version: 1)).version == 1)
    }

    @Test("a stale edit is a conflict with both sides, and writes nothing") func conflict() async throws {
        let test = try TestDatabase.current
        let desk = try test.tracker(as: try await test.person(.desk, of: "과기정통부"))
        _ = try await test.organisation("보건복지부", kind: "ministry")
        var theirs = EditOrganisation("보건복지부", version: 1)
        theirs.englishName = .set("MOHW")
        _ = try await desk.perform(theirs)
        var mine = EditOrganisation("보건복지부", version: 1)
        mine.englishName = .set("Ministry of Health and Welfare")
        let expected = Conflict(
            "보건복지부", yourVersion: 1, theirVersion: 2,
            fields: [.init("name_en", yours: "Ministry of Health and Welfare", theirs: "MOHW")])
        await #expect(throws: expected) { try await desk.perform(mine) }
        #expect(try await desk.answer(OrganisationView("보건복지부")).englishName == "MOHW")
    }

    @Test("a name that is taken is refused, by the rule and in a race by the server") func taken() async throws {
        let test = try TestDatabase.current
        let desk = try test.tracker(as: try await test.person(.desk, of: "과기정통부"))
        _ = try await test.organisation("법무부", kind: "ministry")
        await #expect(throws: Refusal.organisation(.exists("법무부"))) {
            try await desk.perform(AddOrganisation(OrganisationName("법무부"), kind: .ministry))
        }
        var edit = EditOrganisation("과기정통부", version: 1)
        edit.rename = try OrganisationName("법무부")
        await #expect(throws: Refusal.organisation(.exists("법무부"))) { try await desk.perform(edit) }
    }

    @Test(
        "companies, ministries, analysts and auditors change nothing",
        arguments: [GroupRole.company, .ministry, .analyst, .auditor])
    func strangers(_ role: GroupRole) async throws {
        let test = try TestDatabase.current
        let needs: [GroupRole: String] = [.company: "가나", .ministry: "법무부"]
        let person = try await test.person(role, of: needs[role])
        _ = try await test.organisation("행정안전부", kind: "ministry")
        let tracker = try test.tracker(as: person)
        var edit = EditOrganisation("행정안전부", version: 1)
        edit.englishName = .set("x")
        await #expect(throws: NotPermitted.self) { try await tracker.perform(edit) }
        await #expect(throws: NotPermitted.self) {
            try await tracker.perform(ImportOrganisations(Array("name,kind\n가,company\n".utf8), file: nil))
        }
        let error = await #expect(throws: PostgresError.self) {
            try await test.database(as: person).write { try $0.execute("UPDATE organisation SET name_en = 'x'") }
        }
        #expect(error?.state == .insufficientPrivilege)
    }

    @Test("a misspelt public body is guessed; a company is not given away") func suggestions() async throws {
        let test = try TestDatabase.current
        let analyst = try test.tracker(as: try await test.person(.analyst))
        _ = try await test.organisation("보건복지부", kind: "ministry")
        _ = try await test.organisation("비밀회사", kind: "company")
        await #expect(throws: NotFound(.organisation, "보건복지", suggestion: "보건복지부")) {
            try await analyst.answer(OrganisationView("보건복지"))
        }
        await #expect(throws: NotFound(.organisation, "비밀회사")) { try await analyst.answer(OrganisationView("비밀회사")) }
        #expect(try await analyst.answer(OrganisationList()).map(\.name) == ["보건복지부"])
    }

    @Test("a file is entered as a whole, in a few statements; what is there stays, and a second time nothing happens")
    func importing() async throws {
        let test = try TestDatabase.current
        let desk = try await test.person(.desk, of: "과기정통부")
        let rows = (1...500).map { "\"회사, \($0)\",company,Company \($0),\r\n" }.joined()
        let file = Array(("\u{FEFF}name,kind,name_en,registration_no\r\n과기정통부,authority,MSIT,\r\n" + rows).utf8)
        let log = StatementLog()
        let first = try await log.run(as: desk, on: test) {
            try await $0.perform(ImportOrganisations(file, file: "o.csv"))
        }
        #expect(first.added.count == 500 && first.added.first == "회사, 1" && first.unchanged == 1)
        #expect(log.count <= 5)
        let tracker = try test.tracker(as: desk)
        #expect(try await tracker.perform(ImportOrganisations(file, file: "o.csv")).unchanged == 501)
        #expect(try await tracker.answer(OrganisationView("과기정통부")).englishName == nil)
    }

    @Test("one organisation however it is spelt: refused, unless it is said to be another; found by any of its names")
    func spellings() async throws {
        let test = try TestDatabase.current
        let desk = try test.tracker(as: try await test.person(.desk, of: "과학기술정보통신부"))
        _ = try await desk.perform(AddOrganisation(OrganisationName("한울전파"), kind: .company))
        for name in ["㈜한울전파", "(주) 한울전파", "한울전파 주식회사", "（주）한울　전파", "한울전파_주"] {
            await #expect(throws: Refusal.organisation(.same(name, as: "한울전파")), "\(name)") {
                try await desk.perform(AddOrganisation(OrganisationName(name), kind: .company))
            }
        }
        // What nobody sees is in no name at all.
        #expect(throws: InputProblem.controlCharacter(0x200B)) { try OrganisationName("한울\u{200B}전파") }
        for name in ["과기정통부", "과학기술 정보통신부", "미래창조과학부"] {
            await #expect(throws: Refusal.organisation(.same(name, as: "과학기술정보통신부")), "\(name)") {
                try await desk.perform(AddOrganisation(OrganisationName(name), kind: .ministry))
            }
            #expect(try await desk.answer(OrganisationView(name)).name == "과학기술정보통신부")
        }
        // Another form of company is another company, and so is one that is said to be.
        _ = try await desk.perform(AddOrganisation(OrganisationName("유한회사 한울전파"), kind: .company))
        _ = try await desk.perform(AddOrganisation(OrganisationName("㈜한울전파"), kind: .company, isDistinct: true))
        #expect(try await desk.answer(OrganisationList()).count == 4)
    }

    @Test("a registration number is one company's") func numbers() async throws {
        let test = try TestDatabase.current
        let desk = try test.tracker(as: try await test.person(.desk, of: "과학기술정보통신부"))
        let number = try RegistrationNumber("124-81-00998")
        _ = try await desk.perform(AddOrganisation(OrganisationName("하나"), kind: .company, registrationNumber: number))
        let taken = Refusal.organisation(.numberTaken("124-81-00998", by: "하나"))
        await #expect(throws: taken) {
            try await desk.perform(AddOrganisation(OrganisationName("두리"), kind: .company, registrationNumber: number))
        }
        _ = try await desk.perform(AddOrganisation(OrganisationName("두리"), kind: .company))
        var edit = EditOrganisation("두리", version: 1)
        edit.registrationNumber = .set(number)
        await #expect(throws: taken) { try await desk.perform(edit) }
    }

    @Test("what is listed is read back, and changes nothing") func listed() async throws {
        let test = try TestDatabase.current
        let desk = try test.tracker(as: try await test.person(.desk, of: "과학기술정보통신부"))
        let text =
            "name,kind,name_en,registration_no,closed_on,version\n과기정통부,authority,,,,1\n'=하나,company,Hana,１２４８１００９９８,2024. 5. 30.,3\n"
            + "㈜둘,company,,,,1\n"
        let first = try await desk.perform(ImportOrganisations(Array(text.utf8), file: "o.csv"))
        #expect(first.added == ["=하나", "㈜둘"] && first.unchanged == 1)
        #expect(first.taken == [TakenName(name: "과기정통부", registered: "과학기술정보통신부")])
        let entered = try await desk.answer(OrganisationView("=하나"))
        #expect(entered.registrationNumber == "124-81-00998" && entered.closedOn == "2024-05-30")
        let second = try await desk.perform(ImportOrganisations(Array(text.utf8), file: "o.csv"))
        #expect(second.added == [] && second.unchanged == 3)
    }

    @Test("everything wrong with a file is told, and nothing of it is entered") func badFile() async throws {
        let test = try TestDatabase.current
        let desk = try test.tracker(as: try await test.person(.desk, of: "과기정통부"))
        let text =
            "kind,name\ncompny,가나\ncompany,과기정통부\ncompany,다라\ncompany,다라\n,마바\ncompany,\(String(repeating: "가", count: 301))\n"
        let error = try await #require(throws: BadInput.self) {
            try await desk.perform(ImportOrganisations(Array(text.utf8), file: "o.csv"))
        }
        #expect(
            error.issues.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.problem.code)" } == [
                "2:1 unknown-word", "3:1 differs-from-register", "5:9 repeated-row", "6:1 missing-value",
                "7:9 too-long",
            ])
        #expect(error.issues[0].problem.suggestion == "company")
        #expect(try await desk.answer(OrganisationList()).count == 1)
    }
}
