import Postgres
import SandboxTesting
import Testing

@Suite("Pairs of letters", .database)
struct BigramTests {
    @Test("1,000 random texts: the pairs are those that a walk over every place finds") func random() async throws {
        var numbers = SeededGenerator(seed: 20_261_130)
        let letters = ["개", "인", "정", "보", "A", "i", "é", "🚗", " ", "\t", ".", "·", "ㆍ", "(", "1"]
        let texts = (0..<1_000).map { _ in
            (0..<Int.random(in: 0...40, using: &numbers)).map { _ in letters.randomElement(using: &numbers) ?? "" }
                .joined()
        }
        let different = try await TestDatabase.current.administrator.read { session in
            try session.all(
                """
                SELECT t.words FROM unnest(\(texts)::text[]) AS t (words)
                WHERE bigrams(t.words) IS DISTINCT FROM (SELECT coalesce(array_agg(DISTINCT substr(l.letters, n, 2)), '{}')
                    FROM (SELECT regexp_replace(lower(t.words), '[[:space:][:punct:]·ㆍ]', '', 'g') AS letters) AS l,
                        generate_series(1, length(l.letters) - 1) AS n)
                """, as: String.self)
        }
        #expect(different == [])
    }
}
