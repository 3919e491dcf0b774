import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// Somebody with all the rights of the machine changes the event log without the database's triggers. Every change is
/// found, and the first broken event is named.
@Suite("A log that was tampered with", .database)
struct TamperTests {
    @Test("an untouched one holds, with its seals") func untouched() async throws {
        let world = try await World.make()
        for _ in 1...2 { try await world.run(.auditor, "SELECT seal_audit()") }
        try await world.run(.companyA, "UPDATE case_file SET summary = '새 요약' WHERE case_file_id = 1")
        try await world.run(.auditor, "SELECT seal_audit()")
        let tracker = try Tracker(world.test.conninfo(as: world.login(.auditor)))
        let verdict = try await tracker.answer(AuditVerify())
        await tracker.close()
        #expect(verdict.breaks == [])
        #expect(verdict.seals == 3)
        #expect(verdict.events > 100)
        #expect(verdict.chains > 15)
    }

    @Test("a change of any column of an event is found at that event") func columns() async throws {
        let world = try await World.make()
        let events = try await world.test.administrator.read { session in
            try session.all("SELECT event_id FROM event ORDER BY random() LIMIT 6", as: Int64.self)
        }
        let columns = try await world.test.administrator.read { session in
            try session.all(
                """
                SELECT attname::text, format_type(atttypid, NULL) FROM pg_attribute
                WHERE attrelid = 'event'::regclass AND attnum > 0
                """
            ) { (name: String, type: String) in (name, type) }
        }
        #expect(columns.count == 17)
        for (column, type) in columns {
            for event in events {
                let change = try #require(Self.change(of: column, type), "\(column) is a \(type)")
                let breaks = try await world.verdict(
                    "UPDATE event SET \(column) = \(change) WHERE event_id = \(event)")
                #expect(!breaks.isEmpty, "\(column) of \(event)")
                // A number of its own or another chain puts the event somewhere else; it is then missed where it was.
                if !["event_id", "chain", "seq"].contains(column) {
                    #expect(breaks.first?.event == EventID(event), "\(column) of \(event): \(breaks)")
                }
            }
        }
    }

    /// The column with one bit or one character of it changed.
    private static func change(of column: String, _ type: String) -> String? {
        switch type {
        case "bigint": "coalesce(\(column), 0) # (1::bigint << (random() * 20)::int)"
        case "text": "overlay(\(column) PLACING chr(ascii(right(\(column), 1)) # 1) FROM length(\(column)))"
        case "timestamp with time zone": "\(column) + interval '1 microsecond'"
        case "boolean": "NOT \(column)"
        case "uuid":
            "overlay(\(column)::text PLACING CASE right(\(column)::text, 1) WHEN '0' THEN '1' ELSE '0' END FROM 36)::uuid"
        case "bytea":
            { "set_bit(\(column), \($0), 1 - get_bit(\(column), \($0)))" }(Int.random(in: 0...255))
        case "jsonb": "CASE WHEN \(column) IS NULL THEN '{}' ELSE \(column) || '{\"stage\": \"granted\"}' END"
        default: nil
        }
    }

    @Test("missing events are found: the first, one in the middle, the last, a whole chain") func missing() async throws
    {
        let world = try await World.make()
        let chain = "chain = 'case_file:2'"
        func problems(_ change: String) async throws -> [String] {
            // Rows of which the log tells no more are named beside; here it is about the log.
            try await world.verdict(change).filter { $0.row == nil }
                .map { "\($0.chain) \($0.sequence) \($0.problem)" }
        }
        let last = try await world.lines(.auditor, "SELECT length FROM event_chain WHERE \(chain)")[0].filter(
            \.isNumber)
        #expect(try await problems("DELETE FROM event WHERE \(chain) AND seq = 1") == ["case_file:2 2 missing-before"])
        #expect(
            try await problems("DELETE FROM event WHERE \(chain) AND seq IN (5, 6)") == ["case_file:2 7 missing-before"]
        )
        #expect(
            try await problems("DELETE FROM event WHERE \(chain) AND seq = \(last)") == [
                "case_file:2 \(last) missing-after"
            ])
        #expect(try await problems("DELETE FROM event WHERE \(chain)") == ["case_file:2 \(last) missing-after"])
        #expect(
            try await problems("DELETE FROM event WHERE \(chain); DELETE FROM event_chain WHERE \(chain)")
                == ["case_file:2 0 chain-missing"])
        #expect(
            try await problems("DELETE FROM event_chain WHERE \(chain)").first == "case_file:2 \(last) head-missing")
        #expect(
            try await problems("UPDATE event_chain SET head = sha256('x') WHERE \(chain)") == [
                "case_file:2 \(last) head-differs"
            ])
        #expect(
            try await problems("UPDATE event_chain SET length = length - 1 WHERE \(chain)").map {
                $0.split(separator: " ").last
            }
                == ["head-differs"])
    }

    @Test("a whole chain that is gone is found, whatever it was about") func chains() async throws {
        let world = try await World.make()
        try await world.run(
            .desk,
            """
            SELECT announce_holidays('kr', ARRAY[ROW(date '2028-01-05', '임시공휴일', NULL, 'temporary', NULL, NULL)::holiday]);
            INSERT INTO summit_topic (summit_id, topic_no, title) VALUES (1, 1, '반도체');
            INSERT INTO expert_council (summit_topic_id, name) SELECT summit_topic_id, '협의체' FROM summit_topic;
            INSERT INTO commitment (summit_id, kind, owner, body) VALUES (1, 'data', '에이', '공개');
            INSERT INTO commitment_evidence (commitment_id, kind, body) VALUES (1, 'progress', '준비');
            INSERT INTO paper_official (role_name, title, phone) VALUES (current_user, '주무관', '044-202-0000');
            INSERT INTO official_paper (paper, template_no, case_file_id, addressee_id, language, verification, title, official,
                content)
            SELECT 'receipt', (SELECT min(template_no) FROM paper_template WHERE paper = 'receipt'), 5, o.organisation_id, 'ko',
                new_verification(), '접수증', current_user, '접수증'
            FROM organisation AS o WHERE o.name = '비이';
            INSERT INTO case_assignment (case_file_id, role_name) VALUES (5, current_user);
            INSERT INTO case_note (case_file_id, body) VALUES (5, '메모');
            INSERT INTO absence (deputy, from_on, until_on)
            SELECT min(p.role_name::text), authority_date('kr-ict'), authority_date('kr-ict') FROM person AS p
            WHERE p.role_name <> current_user AND p.disabled_at IS NULL AND p.group_role = 'sandbox_desk';
            """)
        let (kinds, watched) = try await world.test.administrator.read { session in
            (
                try session.all(
                    "SELECT DISTINCT split_part(chain, ':', 1) FROM event_chain ORDER BY 1", as: String.self),
                try session.all(
                    """
                    SELECT DISTINCT CASE c.name WHEN 'role_name' THEN 'person' ELSE split_part(c.name, '_id', 1) END
                    FROM pg_trigger AS t, split_part(encode(t.tgargs, 'escape'), '\\000', 1) AS c (name)
                    WHERE t.tgname = 'log_insert' ORDER BY 1
                    """, as: String.self)
            )
        }
        #expect(Set(kinds) == Set(watched))
        for kind in kinds {
            let breaks = try await world.verdict(
                """
                DELETE FROM event WHERE chain LIKE '\(kind):%'; DELETE FROM event_chain WHERE chain LIKE '\(kind):%'
                """)
            #expect(!breaks.isEmpty && breaks.allSatisfy { $0.chain.hasPrefix("\(kind):") }, "\(kind)")
        }
    }

    @Test("events that changed places are found") func swapped() async throws {
        let world = try await World.make()
        // All but the number within the chain is exchanged; then the numbers in the log as well.
        for kept in ["seq", "event_id, seq"] {
            let columns = try await world.test.administrator.read { session in
                try session.one(
                    """
                    SELECT string_agg(attname, ', ') FROM pg_attribute WHERE attrelid = 'event'::regclass AND attnum > 0
                        AND NOT attname::text = ANY (string_to_array(\(kept), ', '))
                    """, as: String.self)
            }
            let target = columns.split(separator: ", ").map { "o.\($0)" }.joined(separator: ", ")
            let breaks = try await world.verdict(
                """
                UPDATE event AS e SET (\(columns)) = ROW(\(target)) FROM event AS o
                WHERE e.chain = 'case_file:2' AND o.chain = e.chain AND (e.seq, o.seq) IN ((4, 5), (5, 4))
                """)
            #expect(
                breaks.contains { $0.chain == "case_file:2" && (4...6).contains($0.sequence) }, "\(kept): \(breaks)")
        }
    }

    /// Rewrites what a company said, in its row and in the chain, and every hash after it, as a program with the owner's rights
    /// could.
    private static let rewrite = """
        UPDATE exemption_item SET exemption = '다른 말' WHERE case_file_id = 2;
        UPDATE event SET new = jsonb_set(new, '{exemption}', '"다른 말"') WHERE chain = 'case_file:2' AND new ? 'exemption';
        DO $$
        DECLARE e event; last bytea := decode(repeat('00', 32), 'hex');
        BEGIN
            FOR e IN SELECT * FROM event WHERE chain = 'case_file:2' ORDER BY seq LOOP
                UPDATE event SET previous_hash = last, hash = sha256(last || event_canonical(e))
                WHERE event_id = e.event_id RETURNING hash INTO last;
            END LOOP;
            UPDATE event_chain SET head = last WHERE chain = 'case_file:2';
        END $$;

        """
    /// Forges every seal anew over what is there.
    private static let reseal = """
        DO $$
        DECLARE s audit_seal; last bytea := decode(repeat('00', 32), 'hex'); before bigint := 0;
        BEGIN
            FOR s IN SELECT * FROM audit_seal ORDER BY seal_no LOOP
                SELECT c.events, c.heads INTO s.events, s.heads FROM seal_contents(ARRAY[before, s.up_to]) AS c;
                last := sha256(last || seal_canonical(s));
                UPDATE audit_seal SET events = s.events, heads = s.heads, digest = last WHERE seal_no = s.seal_no;
                before := s.up_to;
            END LOOP;
        END $$;

        """

    @Test("a chain that was rewritten as a whole is caught by the seal, and forged seals by a token kept outside")
    func rewritten() async throws {
        let world = try await World.make()
        let seal = try await world.sealed()
        try await world.run(.companyA, "UPDATE case_file SET summary = 'x' WHERE case_file_id = 1")
        let later = try await world.sealed()

        #expect(try await world.verdict("SELECT 1", token: seal.token) == [])
        let breaks = try await world.verdict(Self.rewrite)
        #expect(breaks.map(\.problem) == [.eventsChanged])
        #expect(breaks.first?.chain == "seal:1")
        #expect(try await world.verdict(Self.rewrite + Self.reseal) == [])
        for token in [seal.token, later.token] {
            #expect(
                try await world.verdict(Self.rewrite + Self.reseal, token: token).map(\.problem) == [.tokenDiffers])
        }
        #expect(
            try await world.verdict("DELETE FROM audit_seal WHERE seal_no = 2", token: later.token).map(\.problem)
                == [.tokenUnknown])
        #expect(try await world.verdict("DELETE FROM audit_seal WHERE seal_no = 1").map(\.problem) == [.sealMissing])
        let foreign = SealToken(number: 1, upTo: seal.token.upTo, digest: String(repeating: "0", count: 64))
        #expect(try await world.verdict("SELECT 1", token: foreign).map(\.problem) == [.tokenDiffers])
    }
}
