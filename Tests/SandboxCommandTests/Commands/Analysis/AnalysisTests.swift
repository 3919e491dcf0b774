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
        let root = #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
        let named = ProcessInfo.processInfo.environment["SANDBOX_ANALYSIS_PYTHON"]
        return [named, "/\(root)/.build/analysis/bin/python"].compactMap { $0 }.first { FileSystem.exists($0) }
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
        #expect(text.hasPrefix("\u{FEFF}reference,track,company,") && text.contains("카카오페이"))
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
            print(*duckdb.sql("SELECT count(DISTINCT reference), max(company) FILTER (reference = 'TP-2019-0001') FROM (SELECT reference, company, unnest(laws) AS law FROM 'cases.jsonl')").fetchall()[0])
            """
        let said = try run(python, ["-c", script], in: folder.path)
        #expect(said == "40 36 카카오페이\n12 10\n40 2019-02-14\n37 카카오페이\n")
    }
}
