import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Random numbers that are the same again for the same seed (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True once in this many times.
    package mutating func isOne(in times: Int) -> Bool { Int.random(in: 1...times, using: &self) == 1 }

    /// Other numbers in every run. The running test says which, so that `SANDBOX_SEED` can repeat them.
    package static func ofThisRun() -> SeededGenerator {
        let given = unsafe getenv("SANDBOX_SEED").flatMap { unsafe UInt64(String(cString: $0)) }
        let seed = given ?? .random(in: 0 ... .max)
        print("SANDBOX_SEED=\(seed) repeats \(Test.current?.name ?? "this")")
        return SeededGenerator(seed: seed)
    }
}
