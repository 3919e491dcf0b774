import Testing

@testable import SandboxPresentation

@Suite("Numbers of things in English")
struct NumberTests {
    @Test("agree with what is counted and with what it did") func counted() {
        #expect([0, 1, 2, 1_234].map { Wording.counted($0, "row") } == ["no rows", "1 row", "2 rows", "1,234 rows"])
        #expect(
            [0, 1, 2].map { Wording.counted($0, "ministry was", "ministries were") }
                == ["no ministries were", "1 ministry was", "2 ministries were"])
        #expect(
            [0, 1, 2].map(Wording.known) == ["none was there already", "1 was there already", "2 were there already"])
        #expect([0, 1, 2].map { Wording.length(days: $0).en } == ["0 days", "1 day", "2 days"])
    }
}
