import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

/// What a file of the past only lets one infer is not told as a fact.
@Suite("What a source only lets one infer", .database)
struct InferredTests {
    @Test(
        "is marked in every export, and in the public register",
        arguments: [["export", "cases"], ["export", "decisions"], ["export", "grants"], ["register", "export"]])
    func marked(_ words: [String]) async throws {
        let registry = try await Registry()
        let header = "company,service,track,ministries,conditions,regulation,filed_on,decided_on,decision,meeting,note,"
        let rows = """
            \(header)inferred_fields,source
            갑,하나,demonstration,국토교통부,,도로법 제1조,,2020-01-02,granted,,,ministries company regulation,x
            을,둘,demonstration,국토교통부,,,,2020-01-03,granted,,,,x
            """
        let folder = try ScratchFolder()
        #expect(await registry.run("import", "cases", try folder.file("old.csv", rows)).status == .done)
        let (_, written) = await run(
            words + ["--format", "jsonl", "--database-url", registry.test.conninfo(as: registry.desk)],
            environment: ["LANG": "C"])
        let lines = written.out.split(separator: "\n")
        let first = try #require(lines.first { $0.contains("하나") })
        let second = try #require(lines.first { $0.contains("둘") })
        #expect(first.contains(#""company""#) && second.contains(#""inferred":[]"#), "\(written.out)")
        let inferred = try #require(first.split(separator: #""inferred":["#, maxSplits: 1).last)
        #expect(inferred.contains("company"), "\(first)")
        if words == ["export", "cases"] {
            #expect(first.contains(#""ministries":["국토교통부?"]"#) && second.contains(#""ministries":["국토교통부"]"#))
            #expect(inferred.contains("ministries") && inferred.contains("laws"))
        }
        if words == ["register", "export"] { #expect(inferred.contains("provisions")) }
    }

    @Test("a file whose ending is no format is refused; one that is named in another way is as asked") func endings()
        async throws
    {
        let registry = try await Registry()
        let folder = try ScratchFolder()
        let refused = await registry.run("export", "cases", "--output", folder.path + "/cases.pdf")
        #expect(refused.status == .usage && refused.error.contains(".pdf") && refused.error.contains("csv"))
        #expect(FileSystem.entries(of: folder.path).isEmpty)
        let report = await registry.run("report", "decisions", "--output", folder.path + "/d.docx")
        #expect(report.status == .usage)
        let named = await registry.run(
            "export", "cases", "--format", "csv", "--output", folder.path + "/cases.txt")
        #expect(named.status == .done)
    }
}
