/// A generator whose numbers are the same on every run.
package struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    package init(_ seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var x = state ^ (state >> 33)
        x = x &* 0xFF51_AFD7_ED55_8CCD
        return x ^ (x >> 33)
    }

    /// True once in so many times.
    package mutating func isOne(in times: Int) -> Bool { Int.random(in: 1...times, using: &self) == 1 }
}
