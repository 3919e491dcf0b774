import Digest
import SandboxDomain
import Testing

@testable import SandboxCore

@Suite("What is built in")
struct EmbeddedTests {
    @Test("the digest written into the program is that of its files, in the order of their names") func digest() {
        let files = SchemaDefinitions.embedded.files.map { (name: $0.name, text: $0.text) }
        #expect(SchemaDefinitions(files) == .embedded)
        #expect(files.map(\.name) == files.map(\.name).sorted())
    }

    @Test("the digest tells names, texts and their order apart") func apart() {
        let digests = [[("a", "bc")], [("ab", "c")], [("a", "b"), ("c", "")], [("c", ""), ("a", "b")]].map {
            SHA256.digits(of: $0.map { (name: $0.0, text: $0.1) })
        }
        #expect(Set(digests).count == 4)
    }

    @Test("one regime ships, with the holidays of its calendar") func regimes() {
        #expect(FirstRegime.shipped.count == 1)
        #expect(FirstRegime.shipped.allSatisfy { $0.text.contains(",substitute,") })
    }
}
