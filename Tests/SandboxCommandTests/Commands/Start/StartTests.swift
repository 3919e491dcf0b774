import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("sandbox start", .database)
struct StartTests {
    /// An empty register with an operator.
    private struct Empty {
        let test: TestDatabase
        let operating: String
        let desk: String

        init() async throws {
            test = try TestDatabase.current
            operating = test.conninfo(as: try await test.person(.operator))
            desk = test.roleName("desk")
        }

        func start(
            _ words: String..., as url: String? = nil, answers: [String]? = nil
        ) async -> (status: EndStatus, written: Console.Saved) {
            await run(
                ["start", "--database-url", url ?? operating] + words, environment: ["LANG": "ko_KR.UTF-8"],
                answers: answers)
        }

        func listed(_ what: String) async -> String {
            await run([what, "list", "--database-url", operating], environment: ["LANG": "C"]).written.out
        }
    }

    @Test("sets up the authority that the regime names, the ministries and a empty.desk, and says what comes next")
    func first() async throws {
        let empty = try await Empty()
        let first = await empty.start("--desk", empty.desk)
        #expect(first.status == .done && first.written.out == "\(empty.desk)\n")
        let said = first.written.error
        #expect(said.contains("주무부처 과학기술정보통신부를 등록했습니다."))
        #expect(said.contains(/부처 [0-9]+곳을 등록했습니다\./))
        #expect(said.contains("사용자 \(empty.desk)") && said.contains("다음에 할 일:") && said.contains("sandbox inbox"))
        #expect(!said.contains("--as"), "on a server PostgreSQL says who acts")
        let inbox = await run(
            ["inbox", "--database-url", empty.test.conninfo(as: empty.desk)], environment: ["LANG": "C"])
        #expect(inbox.status == .done)
        let listed = await empty.listed("org")
        #expect(listed.contains("과학기술정보통신부\tauthority\tMinistry of Science and ICT"))
        #expect(listed.contains("개인정보보호위원회\tministry") && !listed.contains("과학기술정보통신부\tministry"))
    }

    @Test("a second time changes nothing and says what is there") func again() async throws {
        let empty = try await Empty()
        _ = await empty.start("--desk", empty.desk)
        let again = await empty.start()
        #expect(again.status == .done && again.written.out == "\(empty.desk)\n")
        #expect(again.written.error.contains("주무부처: 과학기술정보통신부(이미 있음)"))
        #expect(again.written.error.contains("담당 창구: \(empty.desk)(담당 창구, 이미 있음)"))
        let object = await empty.start("--format", "json").written.out
        #expect(object.contains(#""is_authority_new": false"#) && object.contains(#""entered": 0"#))
        #expect(object.contains(#""is_desk_new": false"#))
    }

    @Test("on a terminal it asks, with what the regime says in brackets") func asked() async throws {
        let empty = try await Empty()
        let asked = await empty.start("--desk", empty.desk, "--ministry", "국토교통부", answers: ["개인정보보호위원회", "김담당"])
        #expect(asked.status == .done)
        #expect(asked.written.error.contains("주무부처 [과학기술정보통신부]: "))
        #expect(asked.written.error.contains("담당자의 이름 [담당 창구]: "))
        let people = await empty.listed("user")
        #expect(people.contains("\(empty.desk)\tdesk\t개인정보보호위원회\t김담당"))
        let enter = await empty.start(answers: [])
        #expect(enter.status == .done, "what is there is not asked for")
    }

    @Test("what cannot be is refused, and nothing is kept") func refused() async throws {
        let empty = try await Empty()
        _ = try await empty.test.organisation("국토교통부", kind: "ministry")
        let refused = await empty.start("--authority", "국토교통부", "--desk", empty.desk)
        #expect(refused.status == .refused)
        let listed = await empty.listed("org")
        #expect(!listed.contains("개인정보보호위원회"))
        let other = empty.test.conninfo(as: try await empty.test.person(.analyst))
        #expect(await empty.start(as: other).status == .notPermitted)
        #expect(await empty.start("--desk", empty.desk, "--dry-run").status == .done)
        #expect(await empty.start("--desk", "Ö").status == .usage)
    }
}
