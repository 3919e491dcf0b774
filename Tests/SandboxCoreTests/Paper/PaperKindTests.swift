import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Kinds of official papers", .database)
struct PaperKindTests {
    @Test("are the same in the program and in the database") func kinds() async throws {
        let stored = try await TestDatabase.current.administrator.read { session in
            try session.all("SELECT paper, of_meeting, addressee, repeats FROM sandbox.paper_kind ORDER BY position") {
                (kind: PaperKind, ofMeeting: Bool, addressee: String?, repeats: Bool) in
                "\(kind) \(ofMeeting) \(addressee ?? "-") \(repeats)"
            }
        }
        #expect(
            stored
                == PaperKind.allCases.map { kind in
                    let addressee = kind.isOfMeeting ? "-" : kind.isToMinistry ? "ministry" : "company"
                    return "\(kind) \(kind.isOfMeeting) \(addressee) \(kind.repeats)"
                })
    }

    @Test("a regime whose paper asks for an unknown fact is refused, with its place and the facts there are")
    func unknown() throws {
        let shipped = try #require(FirstRegime.shipped.first { $0.file.document.code == .koreanICT })
        #expect(Set(shipped.file.document.officialPapers.map(\.kind)) == Set(PaperKind.allCases))
        for (wrong, word) in [
            ("{received-at}", "{nonsense}"), ("> applicant-rows", "> nowhere"), ("[papers?]", "[nonsense?]"),
        ] {
            let text = shipped.file.text.replacing(wrong, with: word, maxReplacements: 1)
            #expect(throws: BadInput.self, "\(word)") { try RegimeFile(yaml: Array(text.utf8), file: "x.yaml") }
        }
        let again = try RegimeFile(yaml: Array(shipped.file.document.yaml.utf8), file: nil)
        #expect(again.document == shipped.file.document)
    }

    @Test("a number is drawn once of two that are issued at the same moment") func race() async throws {
        let casework = try await Casework()
        let twin = try casework.twin(of: casework.desk)
        let cases = [try await casework.received(), try await casework.received()]
        try await casework.desk.perform(
            StateOffice(.koreanICT) { _ in IssuingOffice.of(division: "제도과") })
        try await casework.desk.perform(
            StateOfficial(nil, title: "주무관", phone: "044-202-0000", fax: nil, email: nil))
        func issue(_ reference: CaseReference) -> IssuePaper {
            IssuePaper(.receipt, .caseFile(reference), language: "ko") {
                ComposedPaper(title: $0.number.text, bytes: Array($0.number.text.utf8))
            }
        }
        async let one = casework.desk.perform(issue(cases[0]))
        async let other = twin.perform(issue(cases[1]))
        let numbers = [try await one.paper.number, try await other.paper.number].sorted()
        #expect(numbers.map { $0.suffix(2) } == ["-1", "-2"])
        let listed = try await casework.company.answer(PaperList())
        #expect(listed.count == 2 && listed.allSatisfy { $0.holds })
    }
}
