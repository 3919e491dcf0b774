import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

@Suite("What was done is said to be done", .database)
struct AcknowledgedTests {
    @Test("an act is acknowledged also where it cannot be read whose turn it is now") func acknowledged() async throws {
        let type = try await Shell()
        let draft = try await type.casework.drafted()
        try await type.casework.database.administrator.write {
            try $0.execute("REVOKE SELECT ON sandbox.kept_open_task FROM sandbox_company")
        }
        let filed = await type(\.company, "case", "file", draft.description)
        #expect(filed.status == .done, "\(filed.error)")
        #expect(filed.error.contains("whose turn it is now could not be read"), "\(filed.error)")
        #expect(filed.name.hasSuffix("-0001"), "\(filed.out)")
    }

    @Test("the papers of a case are the same for programs in both languages") func papers() async throws {
        var type = try await Shell()
        let reference = try await type.casework.filed()
        var said: [String] = []
        for language in ["en", "ko"] {
            type.language = language
            for format in ["json", "csv", "tsv"] {
                said.append(await type(\.desk, "case", "papers", reference.description, "--format", format).out)
            }
        }
        #expect(Array(said.prefix(3)) == Array(said.suffix(3)) && said[0].contains("name_ko"), "\(said)")
    }

    @Test("numbers and names that cannot be are refused as they are typed") func impossible() async throws {
        let type = try await Shell()
        for number in ["32767", "10000", "0"] {
            let refused = await type(\.desk, "committee", "schedule", "main", "--number", number)
            #expect(refused.status == .usage, "\(refused.error)")
        }
        #expect(await type(\.desk, "committee", "schedule", "main", "--number", "9999").status == .done)
        #expect(await type(\.desk, "committee", "schedule", "main").status == .usage)
        let draft = try await type.casework.drafted()
        let folder = try ScratchFolder()
        let path = try folder.file("a\nb.txt", "x")
        let refused = await type(\.company, "case", "attach", draft.description, path, "--paper", "other")
        #expect(refused.status == .badInput, "\(refused.error)")
    }
}
