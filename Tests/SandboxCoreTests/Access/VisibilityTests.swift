import Postgres
import SandboxTesting
import Testing

@testable import SandboxCore

/// Who sees what in a sandbox that is in the middle of its work (see ``World`` for its cases).
@Suite("Who sees what", .database)
struct VisibilityTests {
    /// The cases a person sees, in `case_file` and in everything that hangs on it.
    private static let cases: [World.Person: [Int64]] = [
        .companyA: [1, 2], .companyB: [3, 4, 5, 6], .ministryAsked: [2], .ministryOpen: [2],
        .ministryElsewhere: [5, 6],
        .desk: [2, 4, 5, 6], .analyst: [2, 4, 5, 6], .auditor: [1, 2, 3, 4, 5, 6],
        // It acts as the company it belongs to here, whatever else its role is a member of.
        .twofold: [1, 2],
    ]

    @Test("cases and everything that hangs on them") func visible() async throws {
        let world = try await World.make()
        let parts = try await world.test.administrator.read { session in
            try session.all(
                """
                SELECT attrelid::regclass::text FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
                WHERE a.attname = 'case_file_id' AND c.relkind IN ('r', 'v') AND c.relnamespace = 'sandbox'::regnamespace
                ORDER BY 1
                """, as: String.self)
        }
        #expect(parts.count > 15)
        var seenBySomebody: [String: Set<Int64>] = [:]
        for person in World.characters {
            let mine = Set(Self.cases[person] ?? [])
            for part in parts {
                let seen = Set(try await ids(world.database(person), part))
                #expect(seen.isSubset(of: mine), "\(person) sees others' rows of \(part)")
                if part == "case_file" { #expect(seen == mine, "\(person)") }
                seenBySomebody[part, default: []].formUnion(seen)
            }
        }
        // Nothing is hidden from everybody: what is there is seen by those whose it is.
        for part in parts {
            #expect(seenBySomebody[part] == Set(try await ids(world.test.administrator, part)), "\(part)")
        }
        for part in ["exemption_item", "proposal_section", "participant", "case_contact", "attachment"] {
            for person in [World.Person.companyA, .companyB] {
                #expect(Set(try await ids(world.database(person), part)) == Set(Self.cases[person] ?? []), "\(part)")
            }
        }
    }

    private func ids(_ database: Database, _ table: String) async throws -> [Int64] {
        do {
            return try await database.read {
                try $0.all(
                    "SELECT DISTINCT case_file_id FROM \(identifier: table) WHERE case_file_id IS NOT NULL",
                    as: Int64.self)
            }
        } catch let error as PostgresError where error.state == .insufficientPrivilege { return [] }
    }

    @Test(
        "opinions: their author at once, the desk, analysts and auditors at once, all other parties with the decision")
    func opinions() async throws {
        let world = try await World.make()
        let seen: [(World.Person, [String])] = [
            (.companyA, []), (.ministryAsked, ["2 oppose"]), (.ministryOpen, []),
            (.companyB, ["5 agree-with-conditions"]),
            (.ministryElsewhere, ["5 agree-with-conditions", "6 agree-with-conditions"]),
            (.desk, ["2 oppose", "5 agree-with-conditions", "6 agree-with-conditions"]), (.stranger, []),
            (.disabled, []),
            (.twofold, []),
        ]
        for (person, expected) in seen {
            let opinions = try await world.lines(
                person, "SELECT case_file_id || ' ' || opinion AS line FROM opinion ORDER BY 1")
            #expect(opinions == expected.map { $0.contains(" ") ? "(\"\($0)\")" : "(\($0))" }, "\(person)")
            let events = try await world.lines(
                person, "SELECT case_file_id FROM event WHERE entity = 'opinion' ORDER BY 1")
            #expect(events == expected.map { "(\($0.prefix(1)))" }, "\(person): events")
            let leaks = try await world.lines(
                person, "SELECT event_id FROM event WHERE entity <> 'opinion' AND (new ? 'opinion' OR old ? 'opinion')")
            #expect(leaks == [], "\(person)")
        }
    }

    @Test(
        "events of a draft are seen by its company and the auditor; an analyst sees no papers' names and no contact data"
    )
    func events() async throws {
        let world = try await World.make()
        for person in World.characters where person != .anyone {
            let ofDrafts = try await world.lines(
                person, "SELECT DISTINCT case_file_id FROM event WHERE of_draft ORDER BY 1")
            switch person {
            case .companyA, .twofold: #expect(ofDrafts == ["(1)", "(2)"])
            case .companyB: #expect(ofDrafts == ["(3)", "(4)", "(5)", "(6)"])
            case .auditor: #expect(ofDrafts.count == 6)
            default: #expect(ofDrafts == [], "\(person)")
            }
            let about = Set(try await world.lines(person, "SELECT DISTINCT entity FROM event"))
            switch person {
            case .analyst, .desk: #expect(about.isDisjoint(with: ["(person)", "(case_contact)", "(attachment)"]))
            case .operatorOne: #expect(about == ["(person)", "(organisation)"])
            case .disabled, .stranger: #expect(about == [])
            default: break
            }
        }
        // After filing the company adds a paper; the desk sees its name, the analyst does not.
        try await world.run(
            .companyA,
            """
            INSERT INTO attachment (case_file_id, paper, file_name, media_type, content)
            VALUES (2, 'other', '숨은서류.pdf', 'application/pdf', 'x')
            """)
        let query = "SELECT count(*) FROM event WHERE entity = 'attachment' AND new ->> 'file_name' = '숨은서류.pdf'"
        #expect(try await world.lines(.desk, query) == ["(1)"])
        #expect(try await world.lines(.analyst, query) == ["(0)"])
        #expect(try await world.lines(.analyst, "SELECT FROM event WHERE new::text LIKE '%숨은서류%'") == [])
    }

    @Test("companies are known to their own, to those who see a case of theirs, to desk, operator and auditor")
    func organisations() async throws {
        let world = try await World.make()
        let expected: [(World.Person, [String])] = [
            (.companyA, ["에이"]), (.companyB, ["비이"]), (.ministryAsked, ["에이"]), (.ministryElsewhere, ["비이"]),
            (.desk, ["비이", "에이"]), (.operatorOne, ["비이", "에이"]), (.auditor, ["비이", "에이"]), (.analyst, ["비이", "에이"]),
            (.disabled, []), (.stranger, []),
        ]
        for (person, companies) in expected {
            #expect(
                try await world.lines(person, "SELECT name FROM organisation WHERE kind = 'company' ORDER BY name")
                    == companies.map { "(\($0))" }, "\(person)")
        }
        // A company that has nothing but a draft is not known to analysts.
        try await world.run(.operatorOne, "INSERT INTO organisation (kind, name) VALUES ('company', '씨이')")
        #expect(try await world.lines(.analyst, "SELECT FROM organisation WHERE name = '씨이'") == [])
    }

    @Test("another's idempotency keys are neither seen nor run into") func keys() async throws {
        let world = try await World.make()
        func key(_ made: Int) -> String {
            "INSERT INTO idempotency_key (key, act, fingerprint, result) VALUES ('abc', 'file', 'x', '\(made)')"
        }
        try await world.run(.companyB, key(3))
        #expect(try await world.lines(.companyA, "SELECT * FROM idempotency_key") == [])
        try await world.run(.companyA, key(1))
        #expect(try await world.refusal(.companyA, key(1))?.constraint == "idempotency_key_pkey")
        let takeover =
            "INSERT INTO idempotency_key (role_name, key, act, fingerprint) VALUES ('\(world.login(.companyB))', 'x', 'file', 'x')"
        #expect(try await world.refusal(.companyA, takeover)?.state == .insufficientPrivilege)
    }
}
