import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// Who acts on a grant in plain SQL, past the library.
@Suite("What the server refuses of a grant", .database)
struct GrantForgeryTests {
    private func refused(_ person: Casework.Person, _ script: String) async throws -> String? {
        let database = try TestDatabase.current.database(as: person.name)
        do {
            try await database.write(dryRun: true) { try $0.simple("\(unsafe: script)") }
            return nil
        } catch let error as PostgresError { return error.constraint ?? error.state?.rawValue ?? error.message }
    }

    /// An act as psql would enter it; the columns beside grant and case, and their values.
    private func insert(_ reference: CaseReference, _ act: String, _ more: [(String, String)] = []) -> String {
        let names = more.map { ", " + $0.0 }.joined()
        let values = more.map { ", " + $0.1 }.joined()
        return """
            INSERT INTO grant_act (exemption_grant_id, case_file_id, act\(names))
            SELECT exemption_grant_id, case_file_id, '\(act)'\(values) FROM exemption_grant
            JOIN case_file USING (case_file_id) WHERE reference = '\(reference)';
            """
    }

    @Test("another's grant, another's act, and what nobody writes") func persons() async throws {
        let casework = try await Casework()
        let reference = try await casework.running()
        let ids: [Int64] = try await TestDatabase.current.administrator.read {
            try $0.all("SELECT exemption_grant_id FROM exemption_grant", as: Int64.self)
        }
        let id = try #require(ids.first)
        let blind = """
            INSERT INTO grant_act (exemption_grant_id, case_file_id, act, text)
            SELECT \(id), c.case_file_id, 'report', 'x' FROM (VALUES (1), (2)) AS c (case_file_id);
            """
        #expect(try await refused(casework.rival, blind) == "42501")
        #expect(try await refused(casework.pipc, insert(reference, "inspect", [("text", "'x'")])) == nil)
        #expect(try await refused(casework.desk, insert(reference, "commence")) == "42501")
        #expect(try await refused(casework.company, insert(reference, "suspend", [("text", "'x'")])) == "42501")
        #expect(try await refused(casework.company, insert(reference, "convert")) == "42501")
        for statement in [
            "UPDATE grant_act SET text = 'y'", "DELETE FROM grant_act",
            "UPDATE exemption_grant SET granted_on = current_date",
            "INSERT INTO exemption_grant DEFAULT VALUES", "UPDATE deadline SET length = 1",
        ] {
            for person in [casework.company, casework.desk, casework.mcst, casework.auditor, casework.analyst] {
                #expect(try await refused(person, statement) == "42501", "\(person.name): \(statement)")
            }
        }
        for person in [casework.rival, casework.pipc] {
            let seen = try await TestDatabase.current.database(as: person.name).read {
                try $0.all("SELECT state FROM grant_state()", as: String.self)
            }
            #expect(seen == [])
        }
    }
}
