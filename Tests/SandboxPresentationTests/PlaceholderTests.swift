import Testing

@Test("the target is built") func targetIsBuilt() { #expect(Bool(true)) }
