import Foundation
import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

/// The examples of docs/analysis.md, with the programs they name.
@Suite("Analysis with other programs", .database)
struct AnalysisTests {
    /// A Python that has pandas and DuckDB: the one named, or that of `.ci/run`.
    static let python: String? = {
        let named = ProcessInfo.processInfo.environment["SANDBOX_ANALYSIS_PYTHON"]
        return [named, "\(projectFolder)/.build/analysis/bin/python"].compactMap { $0 }.first { FileSystem.exists($0) }
    }()
    static let mustHavePython = ProcessInfo.processInfo.environment["SANDBOX_REQUIRE_ANALYSIS"] == "1"

    private func run(_ program: String, _ words: [String], in folder: String = "/tmp") throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + words
        process.currentDirectoryURL = URL(filePath: folder)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    @Test("Excel's csv: byte order mark, CR LF, as many rows as the manifest says") func excel() async throws {
        let registry = try await Registry()
        try await registry.fill()
        let folder = try ScratchFolder()
        _ = await registry.run("export", "grants", "--output", folder.path + "/grants.csv", "--bom")
        let text = try #require(FileSystem.text(of: folder.path + "/grants.csv"))
        #expect(text.hasPrefix("\u{FEFF}reference,regime,track,company,") && text.contains("카카오페이"))
        #expect(text.components(separatedBy: "\r\n").count == 36 + 2)
    }

    @Test("psql: the views of schema report, with their comments") func views() async throws {
        let registry = try await Registry()
        try await registry.fill()
        let analyst = try await registry.test.person(.analyst)
        let connection = registry.test.conninfo(as: analyst)
        let years = try run(
            "psql",
            [
                "-XAt", connection, "-c",
                """
                SELECT date_part('year', decided_on) AS year, count(*) FILTER (WHERE is_grant) AS grants
                FROM report.decisions GROUP BY 1 ORDER BY 1
                """,
            ])
        #expect(years.hasPrefix("2019|1\n2020|10\n"))
        let about = try run("psql", ["-XAt", connection, "-c", "\\d+ report.grants"])
        #expect(about.contains("whether a reform task it waits for is not ended"))
    }

    @Test(
        "pandas and DuckDB see the same counts and the same Korean text",
        .enabled(
            if: AnalysisTests.python != nil || AnalysisTests.mustHavePython,
            "no Python with pandas and DuckDB: .ci/run makes one in .build/analysis, or name it in SANDBOX_ANALYSIS_PYTHON"
        ))
    func notebooks() async throws {
        let python = try #require(Self.python, "SANDBOX_REQUIRE_ANALYSIS is set, and there is no Python for it")
        let registry = try await Registry()
        try await registry.fill()
        let folder = try ScratchFolder()
        _ = await registry.run("export", "decisions", "--output", folder.path + "/decisions.csv")
        _ = await registry.run("export", "cases", "--output", folder.path + "/cases.jsonl")
        let script = """
            import duckdb, pandas
            decisions = pandas.read_csv("decisions.csv", parse_dates=["decided_on"])
            print(len(decisions), int(decisions.is_grant.sum()), decisions.company[0])
            years = decisions.groupby(decisions.decided_on.dt.year).is_grant.agg(["size", "sum"])
            print(int(years.loc[2020, "size"]), int(years.loc[2020, "sum"]))
            print(*duckdb.sql("SELECT count(*), min(decided_on)::text FROM 'decisions.csv'").fetchall()[0])
            print(*duckdb.sql("SELECT count(DISTINCT reference), max(company) FILTER (reference = 'TP-P0001') FROM (SELECT reference, company, unnest(laws) AS law FROM 'cases.jsonl')").fetchall()[0])
            """
        let said = try run(python, ["-c", script], in: folder.path)
        #expect(said == "40 36 카카오페이\n12 10\n40 2019-02-14\n37 카카오페이\n")
    }

    @Test(
        "a program that is not ours reads the calendar feed: as many events as deadlines, Korean text whole",
        .enabled(
            if: AnalysisTests.python != nil || AnalysisTests.mustHavePython,
            "no Python with icalendar: .ci/run makes one in .build/analysis, or name it in SANDBOX_ANALYSIS_PYTHON"))
    func feed() async throws {
        let python = try #require(Self.python, "SANDBOX_REQUIRE_ANALYSIS is set, and there is no Python for it")
        let type = try await Shell()
        _ = try await type.casework.decided()
        let folder = try ScratchFolder()
        for ending in ["ics", "csv"] {
            let file = "\(folder.path)/deadlines.\(ending)"
            #expect(await type(\.desk, "export", "deadlines", "--output", file, "--lang", "ko").status == .done)
        }
        let script = """
            import csv, icalendar
            rows = list(csv.DictReader(open("deadlines.csv", encoding="utf-8")))
            events = icalendar.Calendar.from_ical(open("deadlines.ics", "rb").read()).walk("VEVENT")
            ends = sorted(row["due_on"] for row in rows if row["due_on"])
            assert sorted(str(event.decoded("dtstart")) for event in events) == ends and len(ends) > 1, ends
            assert len({str(event["uid"]) for event in events}) == len(events)
            texts = [str(event["summary"]) + str(event["description"]) for event in events]
            assert all(any(row["name_ko"] in text and row["basis"] in text for text in texts) for row in rows if row["due_on"])
            print("read")
            """
        #expect(try run(python, ["-c", script], in: folder.path) == "read\n")
    }

    private static let office = ["/usr/bin/soffice", "/usr/bin/libreoffice"].first { FileSystem.exists($0) }

    @Test(
        "LibreOffice opens the csv for spreadsheets: as many rows, Korean text whole, and nothing in it is a formula",
        .enabled(if: AnalysisTests.office != nil, "no LibreOffice on this machine"))
    func spreadsheet() async throws {
        let office = try #require(Self.office)
        let registry = try await Registry()
        try await registry.fill()
        let header =
            "company,service,track,ministries,regulation,conditions,filed_on,decided_on,decision,meeting,note,inferred_fields,source\n"
        let row = "수식회사,=1+1,demonstration,,,,,2020-01-01,granted,,,,\n"
        _ = await registry.run("import", "cases", "-", input: header + row)
        let folder = try ScratchFolder()
        _ = await registry.run("export", "grants", "--output", folder.path + "/grants.csv", "--bom")
        // To a page and not to csv: a csv would hold the result of what was a formula.
        _ = try run(
            office,
            [
                "-env:UserInstallation=file://\(folder.path)/office", "--headless",
                "--infilter=Text - txt - csv (StarCalc):44,34,76,1", "--convert-to", "html", "grants.csv",
            ], in: folder.path)
        let page = try #require(FileSystem.text(of: folder.path + "/grants.html"))
        #expect(page.components(separatedBy: "<tr").count - 1 == 37 + 1)
        #expect(page.contains(">reference<") && page.contains("카카오페이") && page.contains(">'=1+1<"))
        try FileManager.default.removeItem(atPath: folder.path + "/office")
    }
}
