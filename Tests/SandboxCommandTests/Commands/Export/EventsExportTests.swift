import Postgres
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxTesting
import Synchronization
import Testing

@testable import SandboxViews

@Suite("Exporting the event log", .database)
struct EventsExportTests {
    private func bytes(
        _ source: EventsExport, _ tracker: Tracker, _ format: Format, _ csv: CSVDialect = .plain, copied: Bool
    ) async throws -> [UInt8] {
        let written = Mutex<[UInt8]>([])
        var output = Output(format: format, language: .english, csv: csv)
        if !copied { output.observe = { _ in } }
        let writer = ExportWriter(output) { bytes in written.withLock { $0 += bytes } }
        _ = try await source.write(tracker, to: writer)
        return written.withLock { $0 }
    }

    @Test(
        "PostgreSQL writes to the byte what the listing would, for whoever reads",
        arguments: [Format.csv, .tsv, .json, .jsonl])
    func sameBytes(_ format: Format) async throws {
        let registry = try await Registry()
        try await registry.fill()
        _ = try await registry.test.administrator.write { session in
            for name in [#"=1+"2"\, x"#, "「거꾸로」 – “둘”", "+82, 'x'", "개인·정보 🚗"] {
                try session.execute("INSERT INTO sandbox.organisation (kind, name) VALUES ('company', \(name))")
            }
        }
        let test = registry.test
        let persons: [String] = [
            try await test.person(.auditor), try await test.person(.operator), registry.desk,
            try await test.person(.company, of: "카카오페이"), try await test.person(.analyst),
        ]
        for person in persons {
            let tracker = try test.tracker(as: person)
            let all = EventsExport()
            let copied = try await bytes(all, tracker, format, copied: true)
            #expect(try await bytes(all, tracker, format, copied: false) == copied, "\(person)")
            #expect(copied.count > 500, "\(person)")
        }
        let auditor = try test.tracker(as: persons[0])
        let reference = CaseReference.past(prefix: "TP", number: 1)
        for source in [
            EventsExport(caseFile: reference), EventsExport(since: "2099-01-01"), EventsExport(since: "2020-01-01"),
        ] {
            let copied = try await bytes(source, auditor, format, copied: true)
            #expect(try await bytes(source, auditor, format, copied: false) == copied)
        }
        #expect(
            try await bytes(EventsExport(), auditor, .csv, .spreadsheet, copied: true)
                == bytes(EventsExport(), auditor, .csv, .spreadsheet, copied: false))
        await #expect(throws: NotFound.self) {
            let unknown = EventsExport(caseFile: .filed(prefix: "TP", year: 1999, number: 1))
            _ = try await bytes(unknown, auditor, format, copied: true)
        }
    }
}
