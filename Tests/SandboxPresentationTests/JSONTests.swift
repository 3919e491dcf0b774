import Foundation
import Testing

@testable import SandboxPresentation

@Suite("JSON")
struct JSONTests {
    @Test("keeps the order of keys and nests")
    func order() {
        let error: JSON = ["code": "evidence-missing", "b": 1, "a": [true, nil, ["x": "y"]], "empty": [], "none": [:]]
        #expect(
            String(decoding: error.bytes(), as: UTF8.self)
                == #"{"code":"evidence-missing","b":1,"a":[true,null,{"x":"y"}],"empty":[],"none":{}}"#)
    }

    @Test("is indented for people by two spaces a level")
    func indented() {
        let value: JSON = ["a": [1, 2], "b": [:]]
        #expect(
            String(decoding: value.bytes(indented: true), as: UTF8.self) == """
                {
                  "a": [
                    1,
                    2
                  ],
                  "b": {}
                }
                """)
    }

    @Test(
        "escapes what JSON must and what could steer a terminal",
        arguments: [
            ("따옴표 \" 역빗금 \\", #""따옴표 \" 역빗금 \\""#), ("\n\r\t\u{8}", #""\n\r\t\u0008""#), ("\u{1B}[0m", #""\u001b[0m""#),
            ("\u{9B}", #""\u009b""#), ("\u{202E}", #""\u202e""#), ("\u{7F}", #""\u007f""#),
            ("\u{10FFFF}", #""\udbff\udfff""#),
            ("👍 “한글” ؟", #""👍 “한글” ؟""#),
        ])
    func escapes(_ text: String, _ json: String) {
        #expect(String(decoding: JSON.string(text).bytes(), as: UTF8.self) == json)
    }

    @Test("is read back as the same text by another reader, for every scalar of the first planes")
    func everyScalar() throws {
        for start in stride(from: UInt32(0), to: 0x30000, by: 0x400) {
            let text = (start..<start + 0x400).compactMap(Unicode.Scalar.init).map { String($0) + "a" }.joined()
            let bytes = JSON.array([.string(text)]).bytes()
            let read = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String])
            #expect(read.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
            #expect(!String(decoding: bytes, as: UTF8.self).steersTerminal)
        }
    }

    @Test(
        "writes decimals with every digit, and what is not a number as a text",
        arguments: [
            ("0.50", "0.50"), ("-12345678901234567890.12", "-12345678901234567890.12"), ("0", "0"), ("1e-7", "1e-7"),
            ("NaN", "\"NaN\""), ("Infinity", "\"Infinity\""), ("01", "\"01\""), ("1.", "\"1.\""), (".5", "\".5\""),
            ("", "\"\""), ("-", "\"-\""), ("+1", "\"+1\""), ("1e", "\"1e\""), ("1 ", "\"1 \""),
        ])
    func decimals(_ digits: String, _ json: String) {
        #expect(String(decoding: JSON.decimal(digits).bytes(), as: UTF8.self) == json)
    }

    @Test("hands PostgreSQL's JSON through on one line, its meaning unchanged")
    func passedThrough() throws {
        let text = "{\"법\": [1, 2.50],\n\t\"b\": \"\u{202E}x\u{9B}\"}"
        let bytes = JSON.object([.init("old", .text(text))]).bytes()
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"old":{"법": [1, 2.50],  "b": "\u202ex\u009b"}}"#)
        let read = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [String: Any]])
        #expect(read["old"]?["b"] as? String == "\u{202E}x\u{9B}")
    }
}
