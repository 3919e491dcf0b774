import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// How an organisation divides its work: assignment, absence, hand-over, notes, rights.
@Suite("How an office divides its work", .database)
struct OfficeTests {
    /// The story's people, and a colleague of the desk.
    private struct Office {
        let casework: Casework
        let lee: Casework.Person
        let test: TestDatabase

        init() async throws {
            casework = try await Casework()
            test = casework.database
            lee = try await casework.colleague(of: casework.desk, .desk, named: "lee")
        }

        func name(_ person: Casework.Person) throws -> RoleName { try RoleName(person.name) }
    }

    private func mine(_ person: Casework.Person) async throws -> [String] {
        var inbox = Inbox()
        inbox.isMine = true
        return try await person.answer(inbox).map(\.reference.description)
    }

    @Test("who works on a case is shown to the colleagues, who go on seeing it, and to nobody else") func assigned()
        async throws
    {
        let office = try await Office()
        let casework = office.casework
        let reference = try await casework.consulting()
        let assigned = try await casework.desk.perform(
            AssignCase(reference, to: .person(office.name(office.lee)), reason: "업무 분장"))
        #expect(assigned.assignedTo == office.lee.name)
        for colleague in [casework.desk, office.lee] {
            #expect(try await colleague.answer(CaseView(reference)).assignment?.login == office.lee.name)
            #expect(try await colleague.answer(CaseList()).map(\.assignedTo) == [office.lee.name])
            #expect(try await colleague.answer(CaseHistory(reference)).map(\.act).contains("assign"))
        }
        for other in [casework.company, casework.mcst, casework.analyst, casework.auditor] {
            #expect(try await other.answer(CaseView(reference)).assignment == nil, "\(other.name)")
            #expect(try await other.answer(CaseList()).map(\.assignedTo) == [nil], "\(other.name)")
        }
        for other in [casework.company, casework.mcst] {
            let acts = try await other.answer(CaseHistory(reference)).map(\.act)
            #expect(!acts.contains("assign"), "\(other.name)")
        }
        var list = CaseList()
        list.assignedTo = try office.name(casework.desk)
        #expect(try await casework.desk.answer(list).isEmpty)
        _ = try await casework.desk.perform(AssignCase(reference))
        #expect(try await casework.desk.answer(list).count == 1)
        _ = try await casework.desk.perform(AssignCase(reference, to: .nobody))
        #expect(try await casework.desk.answer(list).isEmpty)
        var others = CaseList()
        others.assignedTo = try RoleName(casework.company.name)
        let asked = others
        await #expect(throws: NotFound.self) { try await casework.desk.answer(asked) }
    }

    @Test("work goes to an enabled person of the same organisation, in the same words for any other") func colleagues()
        async throws
    {
        let office = try await Office()
        let casework = office.casework
        let reference = try await casework.consulting()
        for login in [casework.company.name, casework.mcst.name, "nobody_here"] {
            await #expect(throws: Refusal.organisation(.notColleague(login))) {
                try await casework.desk.perform(AssignCase(reference, to: .person(RoleName(login))))
            }
        }
        for person in [casework.rival, casework.pipc] {
            await #expect(throws: NotFound.self) { try await person.perform(AssignCase(reference)) }
            await #expect(throws: NotFound.self) { try await person.perform(AddNote(reference, text: "x")) }
        }
        for person in [casework.analyst, casework.auditor] {
            await #expect(throws: NotPermitted.self) { try await person.perform(AssignCase(reference)) }
            await #expect(throws: NotPermitted.self) { try await person.perform(AddNote(reference, text: "x")) }
        }
    }

    @Test("the inbox has a person's own work, and the deputy has that of whoever is away") func deputy() async throws {
        let office = try await Office()
        let casework = office.casework
        let reference = try await casework.filed()
        _ = try await casework.filed()
        _ = try await casework.desk.perform(AssignCase(reference))
        #expect(try await casework.desk.answer(Inbox()).count == 2)
        #expect(try await mine(casework.desk) == [reference.description])
        #expect(try await mine(office.lee) == [])

        let today: CivilDate = try await office.test.administrator.read { try $0.one("SELECT office_today()") }
        let (third, eighth, ninth) = (
            try #require(today.adding(days: 3)), try #require(today.adding(days: 8)),
            try #require(today.adding(days: 9))
        )
        let absence = try await casework.desk.perform(
            StateAbsence(until: third, deputy: office.name(office.lee)))
        #expect(absence.from == today)
        #expect(try await mine(office.lee) == [reference.description])
        #expect(try await casework.desk.answer(CaseView(reference)).assignment?.deputy == office.lee.name)
        let persons = try await casework.desk.answer(PersonList())
        #expect(persons.first { $0.roleName == casework.desk.name }?.deputy == office.lee.name)
        await #expect(
            throws: Refusal.organisation(
                .absenceOverlaps(casework.desk.name, from: today, until: third))
        ) {
            try await casework.desk.perform(
                StateAbsence(from: third, until: ninth, deputy: office.name(office.lee)))
        }
        await #expect(throws: Refusal.organisation(.notColleague(casework.desk.name))) {
            try await casework.desk.perform(
                StateAbsence(from: eighth, until: ninth, deputy: office.name(casework.desk)))
        }
        _ = try await office.lee.perform(EndAbsence(office.name(casework.desk)))
        #expect(try await mine(office.lee) == [])
        await #expect(throws: Refusal.organisation(.notAbsent(casework.desk.name))) {
            try await casework.desk.perform(EndAbsence())
        }
    }

    @Test("whoever leaves hands all open work over in one act; shutting the login says what is left") func handOver()
        async throws
    {
        let office = try await Office()
        let casework = office.casework
        let open = [try await casework.filed(), try await casework.received()]
        let over = try await casework.filed()
        for reference in open + [over] {
            _ = try await casework.desk.perform(AssignCase(reference, to: .person(office.name(office.lee))))
        }
        _ = try await casework.company.perform(WithdrawCase(over, reason: "철회"))
        let operatorOne = try office.test.tracker(as: try await office.test.person(.operator))
        let disabled = try await operatorOne.perform(DisablePersons([office.name(office.lee)]))
        #expect(disabled.map(\.openCases) == [2])
        for outsider in [casework.company, casework.mcst] {
            await #expect(throws: NotFound.self) {
                try await outsider.perform(
                    HandOverWork(of: office.name(office.lee), to: office.name(casework.desk), reason: "x"))
            }
        }
        await #expect(throws: Refusal.organisation(.notColleague(casework.company.name))) {
            try await operatorOne.perform(
                HandOverWork(of: office.name(office.lee), to: office.name(casework.company), reason: "x"))
        }
        let handed = try await operatorOne.perform(
            HandOverWork(of: office.name(office.lee), to: office.name(casework.desk), reason: "인사이동"))
        #expect(handed.cases == 2)
        let list = try await casework.desk.answer(CaseList())
        #expect(Set(list.filter { $0.assignedTo == casework.desk.name }.map(\.reference)) == Set(open))
        let logged = try await casework.auditor.answer(CaseHistory(open[0]))
        #expect(logged.filter { $0.act == "hand-over" }.count == 1)
        #expect(try await casework.auditor.answer(AuditVerify()).breaks.isEmpty)
    }

    @Test("a note is read by the colleagues and the auditor, and leaves no trace for anybody else") func notes()
        async throws
    {
        let office = try await Office()
        let casework = office.casework
        let reference = try await casework.consulting()
        let parties = [casework.company, casework.mcst, casework.analyst]
        var before: [String] = []
        for party in parties { before.append(try await seen(party, reference)) }
        #expect(try await casework.desk.perform(AddNote(reference, text: "보험 증권은 월요일에 온다고 함")).notes == 1)
        for (party, then) in zip(parties, before) { #expect(try await seen(party, reference) == then, "\(party.name)") }
        _ = try await casework.mcst.perform(AddNote(reference, text: "내부 검토 중"))
        #expect(try await office.lee.answer(CaseView(reference)).notes.map(\.body) == ["보험 증권은 월요일에 온다고 함"])
        #expect(try await casework.mcst.answer(CaseView(reference)).notes.map(\.body) == ["내부 검토 중"])
        #expect(try await casework.company.answer(CaseView(reference)).notes.isEmpty)
        #expect(try await casework.auditor.answer(CaseView(reference)).notes.count == 2)
        #expect(try await casework.desk.answer(CaseHistory(reference)).filter { $0.act == "note" }.count == 1)
        #expect(try await casework.auditor.answer(AuditVerify()).breaks.isEmpty)
    }

    /// What a person is shown of a case: the case itself and its history.
    private func seen(_ person: Casework.Person, _ reference: CaseReference) async throws -> String {
        String(describing: try await person.answer(CaseView(reference)))
            + String(describing: try await person.answer(CaseHistory(reference)))
    }

    @Test("an act that binds the organisation takes the right to it; by default everybody has all") func rights()
        async throws
    {
        let office = try await Office()
        let casework = office.casework
        let operatorOne = try office.test.tracker(as: try await office.test.person(.operator))
        func leave(_ rights: [PersonRight], _ person: Casework.Person) async throws {
            let edited = try await operatorOne.perform(EditPerson(office.name(person), rights: rights))
            #expect(edited.map(\.rights) == [rights])
        }
        #expect(try await casework.desk.answer(WhoAmI()).rights == PersonRight.allCases)
        let draft = try await casework.drafted()
        try await leave([.decide, .sign], casework.company)
        await #expect(throws: Refusal.organisation(.rightMissing(.file))) {
            try await casework.company.perform(FileCase(draft))
        }
        try await leave([.file], casework.company)
        let reference = try await casework.company.perform(FileCase(draft)).reference
        _ = try await casework.desk.perform(ReceiveCase(reference))
        try await leave([.sign], casework.desk)
        await #expect(throws: Refusal.organisation(.rightMissing(.decide))) {
            try await casework.desk.perform(ReturnCase(reference, reason: "x"))
        }
        // What binds nobody is done without it, and a colleague has it.
        _ = try await casework.desk.perform(SendConsultation(reference, to: [casework.mcst.organisation]))
        try await leave([], casework.mcst)
        await #expect(throws: Refusal.organisation(.rightMissing(.decide))) {
            try await casework.mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        }
        _ = try await office.lee.perform(ReturnCase(reference, reason: "대상이 아닙니다."))
        for person in [casework.desk, casework.company] {
            await #expect(throws: NotPermitted.self) {
                try await person.perform(EditPerson(office.name(person), rights: PersonRight.allCases))
            }
        }
    }

    @Test("the acts that take a right are the same in the database, and are acts that the log has") func acts()
        async throws
    {
        let test = try TestDatabase.current
        let found = try await test.administrator.read { session in
            try session.all(
                "SELECT concat_ws('/', group_role, entity, act, needs) FROM act_right", as: String.self)
        }
        let ruled = PersonRight.acts.map { "\($0.role.databaseRole)/\($0.entity)/\($0.act)/\($0.needs)" }
        #expect(found.sorted() == ruled.sorted())
        let recorded = Set(
            try await test.administrator.read { session in
                try session.all(
                    """
                    SELECT DISTINCT t.tgrelid::regclass::text || '/' || w.act FROM pg_trigger AS t,
                        unnest((string_to_array(encode(t.tgargs, 'escape'), '\\000'))[2:4]) AS w (act)
                    WHERE t.tgname LIKE 'log_%' UNION SELECT 'case_file/' || act FROM transition
                    """, as: String.self)
            })
        for act in PersonRight.acts { #expect(recorded.contains("\(act.entity)/\(act.act)"), "\(act)") }
    }

    @Test("a password is set by the person or an operator, and only what PostgreSQL keeps of it is sent")
    func password()
        async throws
    {
        let casework = try await Casework()
        let test = casework.database
        let operatorOne = try test.tracker(as: try await test.person(.operator))
        func kept() async throws -> String? {
            try await test.administrator.read { session in
                try session.first(
                    "SELECT rolpassword FROM pg_authid WHERE rolname = \(casework.desk.name)", as: String?.self)
                    ?? nil
            }
        }
        #expect(try await kept() == nil)
        await #expect(throws: Refusal.organisation(.passwordTooShort(10))) {
            try await casework.desk.perform(SetPassword("짧은 암호"))
        }
        _ = try await casework.desk.perform(SetPassword("아주 긴 암호 하나 더"))
        let own = try #require(try await kept())
        #expect(own.hasPrefix("SCRAM-SHA-256$"))
        _ = try await operatorOne.perform(SetPassword(of: RoleName(casework.desk.name), "another long one"))
        #expect(try await kept() != own)
        await #expect(throws: NotPermitted.self) {
            try await casework.company.perform(SetPassword(of: RoleName(casework.desk.name), "another long one"))
        }
        let logged = try await test.administrator.read { session in
            try session.all(
                "SELECT actor::text, (old || new)::text FROM event WHERE act = 'password-set' ORDER BY event_id",
                { ($0 as String, $1 as String) })
        }
        #expect(logged.map(\.0).first == casework.desk.name && logged.count == 2)
        #expect(logged.allSatisfy { !$0.1.contains("SCRAM") && !$0.1.contains("암호") })
    }
}
