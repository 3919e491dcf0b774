import Postgres
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Text is composed as PostgreSQL composes it", .database)
struct NormalisedTests {
    /// The scalars that PostgreSQL 15 knows too.
    private static let known: [Unicode.Scalar] = (1...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(
        Unicode.Scalar.init
    )
    .filter { scalar in scalar.properties.age.map { ($0.major, $0.minor) <= (14, 0) } ?? false }

    /// Those of the texts whose bytes are not what PostgreSQL makes of the text.
    private func differing(_ texts: [String]) async throws -> [String] {
        let composed = try await SandboxCoreTests.texts(
            "SELECT normalize(t, NFC) FROM unnest(\(texts)::text[]) WITH ORDINALITY AS u (t, n) ORDER BY n")
        return zip(texts, composed).filter { Array(normalised($0).utf8) != Array($1.utf8) }.map(\.0)
    }

    @Test("every character alone") func alone() async throws {
        let texts = Self.known.map { String($0) }
        #expect(texts.count > 140_000)
        #expect(try await differing(texts) == [])
    }

    @Test("vowels of Tibetan that come to two marks, after another mark") func tibetan() async throws {
        let texts = ["\u{345}\u{F73}", "E\u{F18}\u{F81}\u{915}", "\u{33A}\u{F75}"]
        #expect(try await differing(texts) == [])
        #expect(Array(normalised(texts[0]).unicodeScalars) == ["\u{F71}", "\u{F72}", "\u{345}"])
    }

    @Test("letters, marks and parts of Hangul in any order") func random() async throws {
        var generator = SeededGenerator.ofThisRun()
        let marks = Self.known.filter { $0.properties.canonicalCombiningClass != .notReordered }
        let changing = Self.known.filter { Array(normalised(String($0)).unicodeScalars) != [$0] }
        // PostgreSQL loses U+11A7 after a syllable: it takes it for a final consonant, of which it is the one before the first.
        let parts = (0x1100...0x11FF as ClosedRange<UInt32>).filter { $0 != 0x11A7 }.compactMap(Unicode.Scalar.init)
        let syllables = (0xAC00...0xAC1D as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        let letters = Array("aeoAEO \u{3b1}\u{3c5}\u{915}".unicodeScalars)
        let pools = [marks, changing, parts, syllables, letters]
        let texts = (0..<50_000).map { _ in
            (0..<Int.random(in: 1...8, using: &generator)).reduce(into: "") { text, _ in
                let pool = pools[Int.random(in: 0..<pools.count, using: &generator)]
                text.unicodeScalars.append(pool[Int.random(in: 0..<pool.count, using: &generator)])
            }
        }
        #expect(try await differing(texts).map { $0.unicodeScalars.map(\.value) } == [])
    }
}
