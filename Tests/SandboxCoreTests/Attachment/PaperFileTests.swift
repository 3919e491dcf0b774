import SandboxCore
import Testing

@Suite("A file to attach") struct PaperFileTests {
    @Test(
        "the ending of a paper's name says its media type, unless somebody else does",
        arguments: [
            ("계획.PDF", "application/pdf"), ("a.b.hwpx", "application/hwp+zip"), ("자료", "application/octet-stream"),
            ("x.unknown", "application/octet-stream"),
        ]
    )
    func mediaType(of name: String, type: String) {
        #expect(PaperFile(paper: "other", name: name, content: []).mediaType == type)
        #expect(PaperFile(paper: "other", name: name, mediaType: "x/y", content: []).mediaType == "x/y")
    }
}
