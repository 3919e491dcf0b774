import Digest
import SandboxPresentation
import Testing

@Suite("SHA-256")
struct DigestTests {
    @Test(
        "gives the digests of the standard",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func vectors(_ text: String, _ digits: String) { #expect(SHA256.digits(Array(text.utf8)) == digits) }

    @Test("is the same however the bytes are cut") func pieces() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for size in [1, 3, 55, 56, 63, 64, 65, 127, 999] {
            var digest = SHA256()
            for start in stride(from: 0, to: bytes.count, by: size) {
                digest.update(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            #expect(digest.digits() == SHA256.digits(bytes), "\(size)")
        }
    }

    @Test("what COPY wrote becomes an array, lines for Excel, or stays as it is") func copied() {
        func all(_ format: Format, _ csv: CSVDialect, _ pieces: [String]) -> String {
            var copied = CopiedBytes(Output(format: format, language: .english, csv: csv))
            return String(decoding: pieces.flatMap { copied.bytes(Array($0.utf8)) } + copied.end(), as: UTF8.self)
        }
        #expect(
            all(.json, .plain, ["{\"a\":1}\n{\"a\":2}\n", "{\"a\":3}\n"])
                == "[\n{\"a\":1},\n{\"a\":2},\n{\"a\":3}\n]\n")
        #expect(all(.json, .plain, []) == "[]\n" && all(.jsonl, .plain, []) == "")
        #expect(all(.jsonl, .plain, ["{\"a\":\"\u{202E}가\"}\n"]) == "{\"a\":\"\\u202e가\"}\n")
        #expect(all(.csv, .spreadsheet, ["a,b\n\"x\ny\",", "2\n"]) == "\u{FEFF}a,b\r\n\"x\ny\",2\r\n")
        #expect(all(.csv, .plain, ["a,b\n1,2\n"]) == "a,b\n1,2\n")
    }
}
