import SandboxDomain
import Testing

@Suite("How a meeting is quoted")
struct MeetingReferenceTests {
    private let meeting = MeetingReference(committee: "main", number: 43)

    @Test("a meeting is quoted by committee and number", arguments: ["main/43", " MAIN/43", "ｍａｉｎ／４３"])
    func reference(text: String) throws {
        #expect(try MeetingReference(text) == meeting)
    }

    @Test(
        "what is not a meeting is refused",
        arguments: ["main", "main/", "main/0", "main/x", "/1", "main/1/2", "main/99999"])
    func notAReference(text: String) {
        #expect(throws: InputProblem.notAMeetingReference(text)) { try MeetingReference(text) }
    }
}
