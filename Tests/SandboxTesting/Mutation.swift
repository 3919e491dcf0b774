#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Good files made bad: bytes that a reader must answer or refuse, whatever they are.
package struct Mutation: Sendable {
    private var random: SeededGenerator

    package init(_ random: SeededGenerator) { self.random = random }

    /// One to six changes of one of these files.
    package mutating func next(_ files: [[UInt8]]) -> [UInt8] {
        var bytes = files[Int.random(in: 0..<files.count, using: &random)]
        for _ in 0..<Int.random(in: 1...6, using: &random) { change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let range = range(bytes)
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            if !bytes.isEmpty {
                bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
        case 1, 2: bytes.insert(contentsOf: token(), at: range.lowerBound)
        case 3: bytes.removeSubrange(range)
        case 4:
            let times = random.isOne(in: 60) ? 2_000 : Int.random(in: 1...20, using: &random)
            let part = Array(bytes[range])
            for _ in 0..<times where bytes.count < 200_000 { bytes.insert(contentsOf: part, at: range.upperBound) }
        case 5: bytes.replaceSubrange(range.prefix(8), with: token())
        case 6: bytes.removeLast(bytes.count - range.upperBound)
        default:
            let part = Array(bytes[range])
            bytes.insert(contentsOf: part, at: Int.random(in: 0...bytes.count, using: &random))
        }
    }

    private mutating func range(_ bytes: [UInt8]) -> Range<Int> {
        let start = Int.random(in: 0...bytes.count, using: &random)
        return start..<min(bytes.count, start + Int.random(in: 0...60, using: &random))
    }

    private mutating func token() -> [UInt8] {
        let times = random.isOne(in: 10) ? Int.random(in: 1...200, using: &random) : 1
        let token = Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &random)]
        return Array(repeatElement(token, count: times).joined())
    }

    /// What has a meaning to a reader, and what has broken one.
    private static let tokens: [[UInt8]] =
        [
            "\"", "\"\"", "'", ",", ";", "\n", "\r", "\r\n", "\t", ": ", ":\n", "- ", "? ", "[", "]", "{", "}", "&a ",
            "*a",
            "<<: *a\n", "!!binary ", "!", "|\n", ">-\n", "%TAG ! x\n", "%YAML 1.1\n", "---\n", "...\n", "#", "# x\n",
            "\\", "\\u",
            "\\ud800", "\0", "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{202E}",
            "\u{2028}",
            "\u{3164}", "\u{FEFF}", "\u{FFFE}", "\u{10FFFF}", "\u{301}\u{316}", "\u{F73}", "\u{1112}\u{1161}\u{11AB}",
            "가", "👨‍👩‍👧", "☎️",
            "9223372036854775807", "-9223372036854775808", "18446744073709551616", "32767", "-1", "0", "1e999", "0x7f",
            "NaN", "1_0",
            "~", "null", "true", "2026-02-30", "9999-12-31", "0000-00-00", "infinity", "2025.1~6월", "까지", "부터", "'25",
            "#-#", "1/4분기",
            "(", ")", " 등", "·", "(unconfirmed)", "=1+1", "@x", " ", "\u{3000}", "\u{A0}", "every 999 months",
            "30 days", "Asia/Seoul",
        ].map { Array($0.utf8) } + [
            [0xFF, 0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xB0, 0xA1], [0x80],
        ]
}

/// The processor time of this thread, in seconds: other work of the machine does not count.
package func threadSeconds() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// How many inputs a test of readers takes: few in every run, as many as `script/fuzz` says there.
package func numberOfInputs(_ few: Int) -> Int {
    unsafe getenv("SANDBOX_FUZZ").flatMap { unsafe Int(String(cString: $0)) } ?? few
}

/// Keeps an input where `script/fuzz` finds it if its reader ends the process.
package func keepInput(_ bytes: [UInt8], of reader: String) {
    guard let folder = unsafe getenv("SANDBOX_FUZZ_FOLDER") else { return }
    let path = unsafe String(cString: folder) + "/" + reader
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    _ = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    close(file)
}
