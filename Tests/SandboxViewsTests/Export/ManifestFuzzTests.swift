import SandboxTesting
import Testing

@testable import SandboxViews

@Suite("Reading manifests") struct ManifestFuzzTests {
    private static let manifest = """
        {
          "file": "x.csv", "manifest": 1, "program": "0.1", "reproducible": true,
          "request": {
            "bom": false, "filters": {"within": 90}, "format": "csv", "instant": "2026-11-30T16:44:52.918354Z",
            "language": "en", "source": "report-expiries", "zone": "Asia/Seoul"
          },
          "role": "desk", "rows": 0, "rules": {"kr-ict": 1}, "schema": 17,
          "sha256": "e7393b1774b2a0f0dc95ec4ee8edf0bf9ffafd5bcb556f4968a1e7d54b644003"
        }
        """

    @Test("tells a word from a number, and refuses a name that occurs twice, a second document and an anchor")
    func strict() {
        let whole = Self.manifest
        for (said, other) in [
            (#""rows": 0"#, #""rows": "0""#), (#""file": "x.csv""#, #""file": x.csv"#),
            (#""rows": 0"#, #""rows": 0, "rows": 0"#),
            (#""role": "desk""#, #""role": &a "desk""#), (#""reproducible": true"#, #""reproducible": "true""#),
        ] {
            #expect(whole.contains(said))
            #expect(ExportManifest(json: Array(whole.replacing(said, with: other).utf8)) == nil, "\(other)")
        }
        #expect(ExportManifest(json: Array((whole + "\n---\n{}").utf8)) == nil)
    }

    @Test("answers or refuses whatever it gets, soon") func mistakes() throws {
        #expect(ExportManifest(json: Array(Self.manifest.utf8)) != nil)
        var mutation = Mutation(.ofThisRun())
        for number in 0..<numberOfInputs(300) {
            let bytes = mutation.next([Array(Self.manifest.utf8)])
            keepInput(bytes, of: "manifest")
            let start = threadSeconds()
            _ = ExportManifest(json: bytes)
            #expect(threadSeconds() - start < 5, "input \(number)")
        }
    }

    @Test(
        "is not kept busy by aliases, odd keys and depth",
        arguments: [
            "{[1]: 2}", "a: &a [x]\nb: [*a, *a]\n", "{\"file\": \"x\", \"file\": \"y\"}",
            String(repeating: "[", count: 500_000),
            String(repeating: "{\"a\":", count: 200_000),
            String(repeating: "[[", count: 250), "{\"rows\": 1e400}", String(repeating: " ", count: 2_000_000),
        ])
    func hostile(text: String) {
        let start = threadSeconds()
        #expect(ExportManifest(json: Array(text.utf8)) == nil)
        #expect(threadSeconds() - start < 5)
    }
}
