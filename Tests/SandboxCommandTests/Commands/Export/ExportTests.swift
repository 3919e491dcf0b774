import ArgumentParser
import Postgres
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxTesting
import SandboxViews
import Spreadsheet
import Testing

@testable import sandbox

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@Suite("sandbox export", .database)
struct ExportTests {
    private func folder(_ body: (String) async throws -> Void) async throws {
        let path = "/tmp/sbx-export-\(UInt32.random(in: .min ... .max))"
        try FileSystem.makeDirectory(path, permissions: 0o700)
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body(path)) } catch { outcome = .failure(error) }
        for name in FileSystem.entries(of: path) { FileSystem.remove(path + "/" + name) }
        _ = unsafe rmdir(path)
        try outcome.get()
    }

    @Test(
        "every kind in every format; the rows are those the reader may see",
        arguments: ["cases", "consultations", "decisions", "grants", "conditions", "roadmap", "events"])
    func formats(_ kind: String) async throws {
        let registry = try await Registry()
        try await registry.fill()
        for format in ["csv", "json", "jsonl", "tsv", "table", "html"] {
            let analyst = try await registry.test.person(.analyst, named: "a-\(format)")
            let export = await registry.run("export", kind, "--format", format, as: analyst)
            #expect(export.status == .done, "\(format)")
            #expect(kind == "consultations" || export.out.count > 1000, "\(format)")
        }
        let company = try await registry.test.person(.company, of: "카카오페이")
        let own = await registry.run("export", "cases", as: company).out
        #expect(own.split(separator: "\n").count == 2 && own.contains("TP-P0001"))
    }

    @Test(
        "as of a past day it has what was there at its end; nothing entered later",
        arguments: ["cases", "consultations", "decisions", "grants", "conditions", "roadmap", "deadlines", "events"])
    func asOf(_ kind: String) async throws {
        let registry = try await Registry()
        try await registry.fill()
        let past = await registry.run("export", kind, "--as-of", "2026-01-01", "--format", "jsonl")
        #expect(past.status == .done && past.out.isEmpty, "\(past.error)")
        #expect(past.error.contains("knows nothing of how it was on 2026-01-01"), "\(past.error)")
        let now = await registry.run("export", kind, "--format", "jsonl").out
        let ahead = await registry.run("export", kind, "--as-of", "2099-01-01", "--format", "jsonl")
        #expect(ahead.out == now && ahead.error.contains("2099-01-01 is in the future"), "\(ahead.error)")
    }

    @Test("a file is written whole under its name, in the format of its ending, and replaces what was there")
    func file() async throws {
        let registry = try await Registry()
        try await registry.fill()
        try await folder { folder in
            let path = folder + "/roadmap.json"
            try OutputFile.create(path, Array("before".utf8))
            let export = await registry.run("export", "roadmap", "--output", path)
            #expect(export.status == .done && export.out.isEmpty && export.error.contains("19 rows"))
            #expect(FileSystem.text(of: path)?.hasPrefix("[\n{\"task\":\"ai-2020/P01\"") == true)
            #expect(FileSystem.entries(of: folder).sorted() == ["roadmap.json", "roadmap.json.manifest.json"])
        }
    }

    @Test("a new file is its owner's alone, one that is replaced keeps its permissions, and no link is followed")
    func privateFiles() async throws {
        let registry = try await Registry()
        try await registry.fill()
        try await folder { folder in
            let path = folder + "/x.csv"
            #expect(await registry.run("export", "cases", "--output", path).status == .done)
            for file in [path, path + ".manifest.json"] { #expect(FileSystem.status(of: file)?.permissions == 0o600) }
            #expect(unsafe chmod(path, 0o640) == 0)
            #expect(await registry.run("export", "cases", "--output", path).status == .done)
            #expect(FileSystem.status(of: path)?.permissions == 0o640)

            try OutputFile.create(folder + "/victim", Array("before".utf8))
            for (name, target) in [("a.csv", "victim"), ("b.csv", "nothing"), ("c.csv.manifest.json", "victim")] {
                #expect(unsafe symlink(folder + "/" + target, folder + "/" + name) == 0)
                let out = folder + "/" + name.replacing(".manifest.json", with: "")
                let refused = await registry.run("export", "cases", "--output", out)
                #expect(refused.status == .usage && refused.error.contains("symbolic link"), "\(name)")
            }
            #expect(FileSystem.text(of: folder + "/victim") == "before")
            #expect(!FileSystem.exists(folder + "/nothing") && !FileSystem.exists(folder + "/c.csv"))
            let report = folder + "/rep"
            try FileSystem.makeDirectory(report, permissions: 0o700)
            #expect(unsafe symlink(folder + "/victim", report + "/index.html") == 0)
            #expect(await registry.run("report", "all", "--output", report).status == .usage)
            #expect(FileSystem.text(of: folder + "/victim") == "before")
            _ = try await Program(path: "/bin/rm", user: ServerUser(id: 0, group: 0, name: "", isAnother: false))
                .run(["-rf", report], output: folder + "/rm")
        }
    }

    @Test("what a killed process left of a file is removed by the next, and what another writes is not")
    func leftovers()
        async throws
    {
        try await folder { folder in
            let path = folder + "/x.csv"
            for name in ["x.csv.1abc.part", "x.csv.zz9.part", "y.csv.1abc.part", "x.csv.notours!.part"] {
                try OutputFile.create(folder + "/" + name, [])
            }
            let other = unsafe open(folder + "/x.csv.zz9.part", O_RDONLY)
            #expect(flock(other, LOCK_EX) == 0)
            let file = try ReplacedFile(path)
            try file.write(Array("a".utf8))
            #expect(
                FileSystem.entries(of: folder).filter { !$0.hasPrefix("x.csv.") || $0.hasSuffix("9.part") }
                    == ["x.csv.zz9.part", "y.csv.1abc.part"])
            try file.finish()
            #expect(FileSystem.text(of: path) == "a" && !FileSystem.exists(folder + "/x.csv.1abc.part"))
            close(other)
        }
    }

    @Test("an export that fails midway leaves what was there, and no part of itself") func half() async throws {
        let registry = try await Registry()
        try await folder { folder in
            let path = folder + "/x.csv"
            try OutputFile.create(path, Array("before".utf8))
            let global = try GlobalOptions.parse(["--database-url", registry.test.conninfo(as: registry.desk)])
            let target = ExportTarget(path, .text(.csv), global.output)
            await #expect(throws: CancellationError.self) {
                try await global.withTracker { tracker in
                    try await target.write(Breaking(), at: tracker.instant(), tracker)
                }
            }
            #expect(FileSystem.text(of: path) == "before")
            #expect(FileSystem.entries(of: folder) == ["x.csv"])
            let full = await registry.run("export", "cases", "--output", "/dev/full", "--format", "csv")
            #expect(full.status == .unexpected && full.error.contains("/dev/full was not written: the disk is full"))
            #expect(FileSystem.exists("/dev/full"))
            #expect(await registry.run("export", "cases", "--output", folder).status == .usage)
            #expect(await registry.run("export", "cases", "--output", folder + "/no/x.csv").status == .usage)
            // Its manifest could not have a name: nothing is written.
            let long = folder + "/" + String(repeating: "x", count: 245) + ".csv"
            #expect(await registry.run("export", "cases", "--output", long).status == .usage)
            #expect(FileSystem.entries(of: folder) == ["x.csv"])
        }
    }

    @Test("a disk that takes no more ends with 1, a name that nothing can have with 64, and the file is named")
    func refusedBySystem() {
        let numbers = [ENOSPC, EDQUOT, EIO, EFBIG, ENOENT, ENOTDIR, EISDIR, EACCES, EROFS, ENAMETOOLONG]
        #expect(
            numbers.map { EndStatus(Failure.notReplaced("x.csv", $0).status).rawValue }
                == [1, 1, 1, 1, 64, 64, 64, 64, 64, 64])
        #expect(Failure.notReplaced("x.csv", EIO).what.en.contains("x.csv"))
    }

    @Test("for Excel: byte order mark, CR LF, and no cell that is a formula; for programs every text as it is")
    func spreadsheet() async throws {
        let registry = try await Registry()
        let header =
            "company,service,track,ministries,regulation,conditions,filed_on,decided_on,decision,meeting,note,inferred_fields,source\n"
        let row = "\"=HYPERLINK(\"\"http://evil\"\")\",-1+2,demonstration,,,,,2020-01-01,granted,,,,\n"
        _ = await registry.run("import", "cases", "-", input: header + row)
        let excel = await registry.run("export", "cases", "--bom").out
        #expect(excel.hasPrefix("\u{FEFF}reference,") && excel.hasSuffix("\r\n"))
        #expect(excel.contains("\"'=HYPERLINK(") && excel.contains(",'-1+2,"))
        let plain = await registry.run("export", "cases", "--format", "csv").out
        #expect(plain.contains("\"'=HYPERLINK(") && plain.contains(",'-1+2,") && !plain.contains("\r"))
        let json = await registry.run("export", "cases", "--format", "json").out
        #expect(json.contains(#""company":"=HYPERLINK(\"http://evil\")","service":"-1+2""#))
        #expect(await registry.run("export", "cases", "--bom", "--format", "json").status == .usage)
    }
}

@Suite("Workbooks", .database)
struct WorkbookTests {
    @Test("a program built without the trait says so and leaves no file; one built with it makes the same bytes again")
    func workbook() async throws {
        let registry = try await Registry()
        try await registry.fill()
        let folder = try ScratchFolder()
        let path = folder.path + "/cases.xlsx"
        let export = await registry.run("export", "cases", "--output", path)
        guard Workbook.isAvailable else {
            #expect(export.status == .usage && export.error.contains("--traits default,XLSX"))
            #expect(FileSystem.entries(of: folder.path) == [])
            return
        }
        #expect(export.status == .done)
        #expect(try InputFile.bytes(of: path).prefix(2) == Array("PK".utf8)[...])
        _ = await registry.run("register", "withhold", "TP-P0001", "--field", "company", "--ground", "trade-secret")
        #expect(await registry.run("report", "reproduce", path + ".manifest.json").status == .done)
    }

    @Test("the ending alone asks for one") func contradictions() async throws {
        let registry = try await Registry()
        let folder = try ScratchFolder()
        let path = folder.path + "/x.xlsx"
        #expect(await registry.run("export", "cases", "--output", path, "--format", "csv").status == .usage)
        #expect(await registry.run("export", "cases", "--output", path, "--bom").status == .usage)
    }
}

/// Fails after its first rows, as a connection that is lost does.
private struct Breaking: ExportSource {
    static let code = "breaking"

    func write(_ tracker: Tracker, to writer: ExportWriter) async throws -> ExportOutcome {
        _ = try await OrganisationsSheet().write(tracker, to: writer)
        throw CancellationError()
    }
}
