import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Text that PostgreSQL takes", .database)
struct HiddenCharacterTests {
    /// Those of the texts that the domain and the rule do not judge alike.
    private func disputed(_ texts: [String], _ domain: SQL, _ rule: TextRule) async throws -> [String] {
        let taken = try await TestDatabase.current.administrator.write { session in
            try session.execute(
                """
                CREATE OR REPLACE FUNCTION pg_temp.fits(t text) RETURNS boolean LANGUAGE plpgsql AS $$
                DECLARE v \(domain);
                BEGIN v := t; RETURN true; EXCEPTION WHEN check_violation THEN RETURN false; END $$
                """)
            return try session.all(
                "SELECT pg_temp.fits(t) FROM unnest(\(texts)::text[]) WITH ORDINALITY AS u (t, n) ORDER BY n",
                as: Bool.self)
        }
        return zip(texts, taken).filter { text, taken in
            let checked = try? rule.checked(text)
            return (checked.map { Array($0.utf8) == Array(text.utf8) } ?? false) != taken
        }.map(\.0)
    }

    @Test("is what the program takes: of every character between two letters", arguments: [TextRule.label, .prose])
    func alone(rule: TextRule) async throws {
        let scalars = (1...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init).filter { scalar in
            scalar.value < 0x3400 || (0xA960...0xABFF).contains(scalar.value)
                || scalar.value > 0xD7A3
                    && scalar.value < 0x20000
                || (0xE0000...0xE0FFF).contains(scalar.value) || scalar.isHidden
        }
        let texts = Array(scalars).map { "a\($0)b" }.filter { Array(normalised($0).utf8) == Array($0.utf8) }
        let known = texts.filter { text in
            text.unicodeScalars.allSatisfy { $0.isHidden || ($0.properties.age.map { $0.major <= 14 } ?? true) }
        }
        #expect(known.count > 60_000)
        #expect(
            try await disputed(known, rule == .label ? "label" : "prose", rule).map { $0.unicodeScalars.map(\.value) }
                == [])
    }

    @Test("is what the program takes: of joiners and selectors in any company", arguments: [TextRule.label, .prose])
    func joined(rule: TextRule) async throws {
        var random = SeededGenerator.ofThisRun()
        let parts: [Unicode.Scalar] = [
            "a", "1", "#", "가", "葛", "\u{20000}", "👨", "❤", "🏴", "☎", "©", "〰", "\u{200D}", "\u{200C}", "\u{FE0E}",
            "\u{FE0F}",
            "\u{FE00}", "\u{E0100}", "\u{E0020}", "\u{E0067}", "\u{E007F}", "\u{115F}", "\u{1160}", "\u{1161}",
            "\u{1112}", "\u{A960}",
            "\u{D7B0}", "\u{11A8}", "\u{202E}", "\u{20E3}", "\u{1F3FB}", " ",
        ]
        let texts = (0..<20_000).map { _ in
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                text.append(parts.randomElement(using: &random) ?? "a")
            }
            return String(text)
        }.filter { Array(normalised($0).utf8) == Array($0.utf8) && trimmed($0) == $0 }
        #expect(
            try await disputed(texts, rule == .label ? "label" : "prose", rule).map { $0.unicodeScalars.map(\.value) }
                == [])
    }

    @Test("has no format character or other that Unicode calls ignorable") func complete() {
        for scalar in (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
        where scalar.properties.age.map({ $0.major <= 14 }) ?? false {
            let properties = scalar.properties
            let isUnseen = properties.generalCategory == .format || properties.isDefaultIgnorableCodePoint
            if isUnseen { #expect(scalar.isHidden, "U+\(String(scalar.value, radix: 16))") }
        }
    }

    @Test("is refused under its name, and a name that only looks like another is not taken") func twins() async throws {
        let test = try TestDatabase.current
        try await test.administrator.write { session in
            try session.execute("INSERT INTO organisation (kind, name) VALUES ('ministry', '예시문화부')")
        }
        for twin in ["예시문화부\u{200B}", "예시\u{AD}문화부", "\u{3164}예시문화부", "예시문화부\u{2800}"] {
            let error = await #expect(throws: PostgresError.self) {
                try await test.administrator.write { session in
                    try session.execute("INSERT INTO organisation (kind, name) VALUES ('ministry', \(twin))")
                }
            }
            #expect(error?.constraint == "label_form_check")
        }
    }

    @Test("a number that no column holds, and a text that no domain takes, are bad input; a full disk is told as that")
    func errors() async throws {
        let test = try TestDatabase.current
        func raised(_ statement: SQL) async -> (any Error)? {
            do {
                _ = try await translatingErrors { try await test.administrator.write { try $0.execute(statement) } }
                return nil
            } catch { return error }
        }
        #expect(await raised("SELECT 32768::smallint") as? BadInput == BadInput(.unstorable))
        #expect(await raised("SELECT E'a\\u200B'::label") as? BadInput == BadInput(.unstorable))
        let full = await raised(
            "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100', MESSAGE = 'No space left'; END $$")
        #expect(
            (full as? DatabaseUnavailable)?.reason == .diskFull
                && (full as? DatabaseUnavailable)?.nothingHappened == true)
    }
}
