import SandboxCore
import SandboxDomain
import SandboxPresentation
import Testing

@testable import SandboxViews

@Suite("Manifests of exports")
struct ManifestTests {
    private static let instant = Instant("2026-11-26T06:50:01.123456Z")

    /// A request for this source, and what comes back when its manifest was written and read.
    private func again(_ source: any ExportSource, as format: FileFormat = .text(.csv)) throws -> ExportManifest {
        let request = ExportRequest(
            source, at: try #require(Self.instant), zone: "Asia/Seoul", as: format, hasByteOrderMark: true,
            language: .korean)
        let manifest = ExportManifest(
            request, role: "ministry", organisation: "문화체육관광부", rules: ["kr-ict": 2], program: "0.1",
            file: "\"x\"/\t.csv", rows: 3, sha256: "ab")
        return try #require(ExportManifest(json: try manifest.json()))
    }

    @Test("every source comes back from a manifest as it was, with its filters")
    func sources() throws {
        let day = try #require(try? CivilDate(iso: "2026-02-28"))
        let roadmap = try RoadmapCode("ai-2020")
        let reference = try CaseReference("DE-2026-0001")
        let sources: [any ExportSource] = [
            CasesExport(changedSince: day), ConsultationsExport(ministry: "문화체육관광부"), DecisionsExport(since: day),
            GrantsExport(), ConditionsExport(since: day), RoadmapExport(roadmap: roadmap),
            MilestonesExport(roadmap: roadmap, asOf: day, knownBy: day),
            DeadlinesExport(includesEnded: true, organisation: "네이버"), EventsExport(caseFile: reference, since: day),
            RegisterExport(), PipelineSheet(track: "demonstration", asOf: day), AgeingSheet(track: "demonstration"),
            DecisionsSheet(by: .month, since: day, until: day, track: "demonstration"),
            ConditionsSheet(by: .track, since: day), OrganisationsSheet(kind: .company),
            RoadmapSheet(roadmap: roadmap, ministry: "법무부"), SlipSheet(by: .ministry, asOf: day),
            CommitmentsSheet(by: .owner, summit: 2, asOf: day), ExpiriesSheet(within: 180, asOf: day),
            TimeWithWhomSheet(by: .caseFile, cases: [reference], from: day, to: day, regime: "kr-ict"),
            ConsultationsSheet(by: .track, regime: "kr-ict", asOf: day),
        ]
        for source in sources {
            let back = try again(source).request.source
            #expect(AnyHashable(back) == AnyHashable(source), "\(type(of: source).code)")
        }
        #expect(sources.map { type(of: $0).code }.sorted() == exportSources.map { $0.code }.sorted())
        #expect(Set(exportSources.map { $0.code }).count == exportSources.count)
    }

    @Test("the rest of a manifest comes back as it was", arguments: ["csv", "html", "xlsx", "ics"])
    func rest(_ ending: String) throws {
        let format = try #require(FileFormat(rawValue: ending))
        let manifest = try again(GrantsExport(), as: format)
        #expect(manifest.request.instant == Self.instant && manifest.request.zone == "Asia/Seoul")
        #expect(manifest.request.format == format && manifest.request.language == .korean)
        #expect(manifest.request.hasByteOrderMark && manifest.role == "ministry" && manifest.rules == ["kr-ict": 2])
        #expect(manifest.organisation == "문화체육관광부" && manifest.file == "\"x\"/\t.csv")
        #expect(manifest.rows == 3 && manifest.sha256 == "ab" && manifest.isReproducible)
        #expect(manifest.schema == Tracker.schemaVersion && manifest.program == "0.1")
    }

    /// As another tool writes it: other order, tabs, escapes, a key nobody asked for.
    private static let foreign = #"""
        {"sha256":"ab","rows":3,"reproducible":true,
        	"rules":{"kr-ict":1},"file":"reports\/\uac1c\ud669 \ud83d\udcc4.csv","schema":43,"program":"0.1","role":"desk",
        	"request":{"language":"ko","bom":false,"format":"csv","zone":null,"instant":"2026-11-26T06:50:01.123456Z",
        		"filters":{"changed_since":"2026\u002D01-01"},"source":"cases"},
        	"comment":"made by hand","manifest":1}
        """#.replacing("\\t", with: "\t")

    @Test("a manifest that another JSON tool wrote is read") func another() throws {
        let manifest = try #require(ExportManifest(json: Array(Self.foreign.utf8)))
        let source = manifest.request.source as? CasesExport
        #expect(source == CasesExport(changedSince: try CivilDate(iso: "2026-01-01")))
        #expect(manifest.file == "reports/개황 📄.csv" && manifest.organisation == nil && manifest.request.zone == nil)
    }

    @Test(
        "anything else is not a manifest",
        arguments: [
            ("\"manifest\":1", "\"manifest\":2"), ("\"cases\"", "\"user-add\""), ("\"csv\"", "\"exe\""),
            ("\\u002D01-01", "\\u002D13-01"), ("06:50:01.123456Z", "06:50"), ("\"rows\":3,", ""),
            ("\"manifest\":1}", "\"manifest\":1"),
        ])
    func unreadable(_ part: String, _ instead: String) {
        let text = Self.foreign.replacing(part, with: instead)
        #expect(text != Self.foreign)
        #expect(ExportManifest(json: Array(text.utf8)) == nil)
    }
}
