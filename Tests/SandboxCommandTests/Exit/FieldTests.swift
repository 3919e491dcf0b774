import SandboxDomain
import SandboxPresentation
import Testing

@testable import sandbox

@Suite("Fields and remedies on the command line")
struct FieldTests {
    @Test("a field is written as its option, or as the word of the usage") func arguments() {
        #expect(Field.validMonths.name == "valid_months" && Field.validMonths.argument.name == "--valid-months")
        #expect(Field.reference.argument.name == "REF")
        #expect(Field("sections.necessity").argument.name == "sections.necessity")
        #expect(Field("CODE=…").argument.name == "CODE=…" && Field.reference.argument.argument.name == "REF")
    }

    @Test("what was typed is told in the words of the command line, what is in a file in those of the file")
    func typed() {
        let input = BadInput([
            .init(.missingName(.regime, known: ["eu-ai-act"])),
            .init(.contradiction(.said(.form, "in-person"), .field(.until)), field: .until),
            .init(.missingValue, file: "cases.csv", field: Field("decided_on")),
        ]).asTyped
        #expect(
            input.issues.map(\.wording.en) == [
                "--regime (eu-ai-act) is missing", "--until: --form in-person and --until exclude each other",
                "cases.csv: decided_on: a value is required",
            ])
    }

    @Test("a remedy names its command; one without a command is a sentence") func remedies() {
        #expect(Remedy.resumeFirst.typed.en == "End that stop first: sandbox deadline resume.")
        #expect(Remedy.namePaper.typed.ko == "근거 문서를 쓰십시오: --paper.")
        #expect(Remedy.raiseLimit.typed.en == "Lift the limit to see all: --limit 0.")
        #expect(Remedy.giveReason.typed.ko == "사유를 쓰십시오: --reason.")
        #expect(Remedy.awaitDay.typed == Remedy.awaitDay.wording)
    }

    @Test("every command that a remedy names is there") func commands() throws {
        let commands = Set(CommandDump.all.all().map { $0.path.joined(separator: " ") })
        for remedy in Remedy.allCases {
            guard let start = remedy.typed.en.firstRange(of: ": sandbox ") else { continue }
            let named = remedy.typed.en[start.upperBound...].dropLast().split(separator: ", ").map(String.init)
            let noun = try #require(named.first?.split(separator: " ").first)
            for (index, verb) in named.enumerated() where !verb.hasPrefix("--") {
                let path = index == 0 ? verb : "\(noun) \(verb)"
                let isThere = commands.contains(path)
                #expect(isThere, "\(remedy): \(path)")
            }
        }
    }
}
