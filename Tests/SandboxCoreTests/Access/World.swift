import Postgres
import SandboxDomain
import SandboxTesting

@testable import SandboxCore

/// A small sandbox in the middle of its work, made with plain SQL by the persons themselves: what the database refuses
/// must not depend on this library.
///
/// | case | company | how far it is |
/// |---|---|---|
/// | 1 | 에이 | draft |
/// | 2 | 에이 | consulting 하나부 (replied: oppose) and 두나부 (open); a supplement of the desk is open |
/// | 3 | 비이 | draft |
/// | 4 | 비이 | filed |
/// | 5 | 비이 | decided after 세나부 agreed with conditions |
/// | 6 | 비이 | consulting 세나부, which agreed; nothing is open; the committee voted for it, as for 5 |
struct World {
    /// Whoever connects to the database.
    enum Person: String, CaseIterable {
        case companyA, companyB, ministryAsked, ministryOpen, ministryElsewhere, desk, analyst, auditor, operatorOne
        case anyone
        /// Colleagues of companyB, of the desk and of ministryOpen.
        case twin, deskTwin, ministryTwin
        /// A person of the desk who was disabled.
        case disabled
        /// A login in the desk's group role that is not a person here: one of another database.
        case stranger
        /// A company's person in whose role another database's ministry lives on: a member of both group roles.
        case twofold

        /// The group role it is made in, and the organisation it acts for.
        var group: (role: GroupRole, organisation: String?) {
            switch self {
            case .companyA, .twofold: (.company, "에이")
            case .companyB, .twin: (.company, "비이")
            case .ministryAsked: (.ministry, "하나부")
            case .ministryOpen, .ministryTwin: (.ministry, "두나부")
            case .ministryElsewhere: (.ministry, "세나부")
            case .desk, .deskTwin, .disabled, .stranger: (.desk, "주무부")
            case .analyst: (.analyst, nil)
            case .auditor: (.auditor, nil)
            case .operatorOne: (.operator, nil)
            case .anyone: (.public, nil)
            }
        }
    }

    let test: TestDatabase
    private let databases: [Person: Database]

    /// The login of a person.
    func login(_ person: Person) -> String { test.roleName(person.rawValue.lowercased()) }

    /// Those who differ in what they may see and do.
    static let characters = Person.allCases.filter { ![.twin, .deskTwin, .ministryTwin].contains($0) }

    /// The database as that person connects to it.
    func database(_ person: Person) -> Database {
        guard let database = databases[person] else { preconditionFailure("everybody is connected") }
        return database
    }

    /// Runs a text of statements as that person, in one transaction that is kept.
    func run(_ person: Person, _ script: String) async throws {
        try await database(person).write { try $0.simple("\(unsafe: script)") }
    }

    /// Tries a text of statements as that person, deferred checks included, and takes it back.
    /// - Returns: the error that refused it; nil if there was none.
    func refusal(_ person: Person, _ script: String) async throws -> PostgresError? {
        do {
            try await database(person).write(dryRun: true) { try $0.simple("\(unsafe: script)") }
            return nil
        } catch let error as PostgresError { return error }
    }

    /// The lines a query gives to that person; each row as PostgreSQL writes it.
    func lines(_ person: Person, _ query: String) async throws -> [String] {
        try await database(person).read { try $0.all("SELECT t::text FROM (\(unsafe: query)) AS t", as: String.self) }
    }
}

extension World {
    /// Makes it in the running test's database.
    static func make() async throws -> World {
        let test = try TestDatabase.current
        var databases: [Person: Database] = [:]
        for organisation in ["에이", "비이"] { _ = try await test.organisation(organisation, kind: "company") }
        for ministry in ["하나부", "두나부", "세나부"] { _ = try await test.organisation(ministry, kind: "ministry") }
        for person in Person.allCases {
            let (role, organisation) = person.group
            let login = try await test.person(role, of: organisation, named: person.rawValue.lowercased())
            databases[person] = test.database(as: login)
        }
        let world = World(test: test, databases: databases)
        try await test.administrator.write { session in
            let (stranger, twofold) = (world.login(.stranger), world.login(.twofold))
            try session.execute("DELETE FROM person WHERE role_name = \(stranger)")
            try session.execute("GRANT sandbox_ministry TO \(identifier: twofold)")
        }
        try await world.work()
        // As disabled as a row makes one: without what else disable_person() takes away, and still connected.
        try await test.administrator.write { [disabled = world.login(.disabled)] session in
            try session.execute("UPDATE person SET disabled_at = now() WHERE role_name = \(disabled)")
        }
        return world
    }

    private func work() async throws {
        // Connected before it is disabled.
        _ = try await lines(.disabled, "SELECT 1")
        try await run(.companyA, Self.draft("에이 초안") + Self.draft("에이 서비스") + Self.file)
        try await run(.companyB, Self.draft("비이 초안") + Self.draft("비이 제출") + Self.file)
        try await run(.companyB, Self.draft("비이 의결") + Self.file)
        try await run(.companyB, Self.draft("비이 협의") + Self.file)
        try await run(
            .desk,
            """
            UPDATE case_file SET stage = 'received' WHERE case_file_id IN (2, 5, 6);
            UPDATE case_file SET stage = 'consulting' WHERE case_file_id IN (2, 5, 6);
            INSERT INTO consultation (case_file_id, ministry_id, question)
            SELECT v.case_file_id, o.organisation_id, '질의 ' || o.name
            FROM (VALUES (2, '하나부'), (2, '두나부'), (5, '세나부'), (6, '세나부')) AS v (case_file_id, ministry)
            JOIN organisation AS o ON o.name = v.ministry ORDER BY v.case_file_id, o.name DESC;
            INSERT INTO supplement (case_file_id, request) VALUES (2, '시험 성적서');
            INSERT INTO roadmap (roadmap, regime, name) VALUES ('plan', 'kr-ict', '로드맵');
            INSERT INTO reform_task (title) VALUES ('저작권법 개정');
            INSERT INTO roadmap_entry (roadmap_id, reform_task_id, position, task_no) VALUES (1, 1, 1, 'P01');
            INSERT INTO task_ministry (reform_task_id, ministry_id)
            SELECT 1, organisation_id FROM organisation WHERE name = '하나부';
            INSERT INTO provision (law, level) VALUES ('저작권법', 'act');
            INSERT INTO task_provision (reform_task_id, provision_id) VALUES (1, 1);
            INSERT INTO case_task (case_file_id, reform_task_id) VALUES (2, 1), (5, 1);
            INSERT INTO summit (regime, summit_no, name, held_on) VALUES ('kr-ict', 1, '전략대화', '2026-01-01');
            INSERT INTO raised_point (summit_id, kind, body, case_file_id)
            VALUES (1, 'proposal', '에이의 제안', 2), (1, 'proposal', '비이의 제안', 5), (1, 'difficulty', '애로', NULL);
            """)
        try await run(.ministryAsked, Self.reply("oppose", "'정보 유출 우려'", "'{}'"))
        try await run(.ministryElsewhere, Self.reply("agree-with-conditions", "NULL", "'{보험 가입}'"))
        try await run(.desk, Self.session(of: 5, 6))
        try await run(
            .desk,
            """
            INSERT INTO decision (case_file_id, outcome, decided_on)
            VALUES (5, 'granted-with-conditions', authority_date('kr-ict'));
            INSERT INTO condition (decision_id, condition_no, case_file_id, text, purpose, evidence)
            VALUES (1, 1, 5, '보험에 가입한다', '배상', '증권');
            UPDATE case_file SET stage = 'decided' WHERE case_file_id = 5;
            """)
    }

    /// A complete proposal for a demonstration, not filed.
    static func draft(_ service: String) -> String {
        """
        INSERT INTO case_file (regime, track, service_name, service_type, summary)
        VALUES ('kr-ict', 'demonstration', '\(service)', 'service', '요약');
        INSERT INTO exemption_item (case_file_id, item_no, law, article, exemption, application)
        SELECT max(case_file_id), 1, '저작권법', '제35조의5', '\(service)의 복제', '지정 구역에서' FROM case_file;
        INSERT INTO proposal_section (case_file_id, section, body)
        SELECT (SELECT max(case_file_id) FROM case_file), section, '\(service)의 내용'
        FROM form_section WHERE track = 'demonstration' AND required;
        INSERT INTO participant SELECT max(case_file_id), 1, '\(service) 참여사' FROM case_file;
        INSERT INTO risk_scenario SELECT max(case_file_id), 1, '분류', '위험', '대응' FROM case_file;
        INSERT INTO stakeholder_conflict SELECT max(case_file_id), 1, '갈등' FROM case_file;
        INSERT INTO case_contact (case_file_id, name, phone)
        SELECT max(case_file_id), '\(service) 담당', '010-0000-0000' FROM case_file;
        INSERT INTO attachment (case_file_id, paper, file_name, media_type, content)
        SELECT (SELECT max(case_file_id) FROM case_file), paper, '\(service) ' || paper || '.pdf', 'application/pdf', 'abc'
        FROM required_paper WHERE track = 'demonstration' AND required;

        """
    }

    /// Files a request for a rapid confirmation.
    static let fileConfirmation = """
        INSERT INTO case_file (regime, track, service_name, service_type, summary)
        VALUES ('kr-ict', 'rapid-confirmation', '신속확인', 'service', '요약');
        INSERT INTO exemption_item (case_file_id, item_no, law, article, question)
        SELECT max(case_file_id), 1, '저작권법', '제35조의5', '허가가 필요합니까?' FROM case_file;
        INSERT INTO proposal_section (case_file_id, section, body)
        SELECT (SELECT max(case_file_id) FROM case_file), section, '내용'
        FROM form_section WHERE track = 'rapid-confirmation' AND required;
        INSERT INTO attachment (case_file_id, paper, file_name, media_type, content)
        SELECT (SELECT max(case_file_id) FROM case_file), paper, paper || '.pdf', 'application/pdf', 'abc'
        FROM required_paper WHERE track = 'rapid-confirmation' AND required;
        \(file)
        """

    /// A session of today on these cases, in which all three members are in favour.
    static func session(of cases: Int...) -> String {
        """
        INSERT INTO meeting (committee, form, held_on, closes_on)
        SELECT 'main', 'in-person', authority_date('kr-ict'), authority_date('kr-ict');
        INSERT INTO meeting_member (meeting_id, member_no, name, capacity)
        SELECT max(meeting_id), m.no, m.name, m.capacity
        FROM meeting, (VALUES (1, '위원장', 'chair'), (2, '위원 1', 'private'), (3, '위원 2', 'private'))
            AS m (no, name, capacity) GROUP BY m.no, m.name, m.capacity;
        INSERT INTO agenda_item (meeting_id, case_file_id)
        SELECT max(meeting_id), c.id FROM meeting, unnest(ARRAY\(cases)) AS c (id) GROUP BY c.id;
        UPDATE meeting SET frozen_at = now()
        WHERE meeting_id = (SELECT max(meeting_id) FROM meeting);
        INSERT INTO agenda_vote (agenda_item_id, meeting_id, member_no, vote)
        SELECT i.agenda_item_id, m.meeting_id, m.member_no, 'in-favour'
        FROM agenda_item AS i JOIN meeting_member AS m USING (meeting_id)
        WHERE i.meeting_id = (SELECT max(meeting_id) FROM meeting);

        """
    }

    /// Files the latest draft.
    static let file = """
        UPDATE case_file SET stage = 'filed' WHERE case_file_id = (SELECT max(case_file_id) FROM case_file);

        """

    /// Replies to every round that waits for the acting ministry.
    static func reply(_ opinion: String, _ reason: String, _ conditions: String) -> String {
        """
        INSERT INTO opinion (consultation_id, case_file_id, opinion, reason, conditions)
        SELECT consultation_id, case_file_id, '\(opinion)', \(reason), \(conditions) FROM consultation
        WHERE ministry_id = acting_organisation_id() AND replied_at IS NULL;

        """
    }
}
