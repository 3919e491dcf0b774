import SandboxCore
import SandboxDomain
import SandboxTesting
import Testing

@Suite("Papers", .database)
struct AttachmentTests {
    @Test("come out byte for byte, with the digest PostgreSQL computed") func bytes() async throws {
        let casework = try await Casework()
        let reference = try await casework.drafted()
        let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = PaperFile(paper: "other", name: "자료.bin", mediaType: "application/octet-stream", content: bytes)
        let numbers = try await casework.company.perform(AttachPapers(reference, [file, .text("other", "abc")]))
        #expect(numbers == [4, 5])
        let read = try await casework.company.answer(ReadPaper(reference, number: 4))
        #expect(read.content == bytes)
        #expect(read.name == "자료.bin")
        let listed = try await casework.company.answer(CasePapers(reference))
        #expect(
            listed.last?.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(listed.last?.size == 3)
    }

    @Test("that are required and missing are listed as such") func missing() async throws {
        let casework = try await Casework()
        let draft = try await casework.company.perform(DraftCase(.complete(.demonstration)))
        let papers = try await casework.company.answer(CasePapers(draft.reference))
        #expect(papers.map(\.paper) == ["demonstration-plan", "eligibility-statement", "user-protection-plan"])
        #expect(papers.allSatisfy { $0.isRequired && $0.number == nil })
    }

    @Test("may not be empty, too large, or of a kind the track does not have") func refusals() async throws {
        let casework = try await Casework()
        let reference = try await casework.drafted()
        func attach(_ file: PaperFile) async throws {
            try await casework.company.perform(AttachPapers(reference, [.text("other", "gut"), file]))
        }
        await #expect(throws: Refusal.caseFile(.attachmentEmpty(name: "leer"))) {
            try await attach(.text("other", "", name: "leer"))
        }
        let large = PaperFile(
            paper: "other", name: "groß", mediaType: "x/y", content: Array(repeating: 1, count: Filing.maxBytes + 1))
        await expectRefusal(.caseFile(.attachmentTooLarge)) { try await attach(large) }
        let error = await #expect(throws: BadInput.self) { try await attach(.text("business-plann", "x")) }
        #expect(error?.issues.first?.problem.suggestion == nil)
        #expect(error?.issues.first?.field == .paper)
        // All or none.
        #expect(try await casework.company.answer(CasePapers(reference)).count == 3)
    }

    @Test("are taken out of a draft, all or none, and stay in what was filed") func detach() async throws {
        let casework = try await Casework()
        let reference = try await casework.drafted()
        await #expect(throws: NotFound(.attachment, "\(reference) #9")) {
            try await casework.company.perform(DetachPapers(reference, numbers: [1, 9]))
        }
        try await casework.company.perform(DetachPapers(reference, numbers: [1, 2]))
        #expect(try await casework.company.answer(CasePapers(reference)).compactMap(\.number) == [3])
        let filed = try await casework.filed()
        await #expect(throws: Refusal.caseFile(.draftOnly(.filed))) {
            try await casework.company.perform(DetachPapers(filed, numbers: [1]))
        }
        await #expect(throws: Refusal.caseFile(.attachmentNotEditable(.filed))) {
            try await casework.company.perform(AttachPapers(filed, [.text("other", "x")]))
        }
    }

    @Test("are added to a filed case while a supplement is open") func supplement() async throws {
        let casework = try await Casework()
        let reference = try await casework.filed()
        try await casework.desk.perform(AskSupplement(reference, request: "더 주십시오."))
        #expect(try await casework.company.perform(AttachPapers(reference, [.text("other", "x")])) == [4])
    }

    @Test("of others are not found") func access() async throws {
        let casework = try await Casework()
        let reference = try await casework.filed()
        await #expect(throws: NotFound.self) { try await casework.rival.answer(ReadPaper(reference, number: 1)) }
        await #expect(throws: NotFound(.attachment, "\(reference) #9")) {
            try await casework.desk.answer(ReadPaper(reference, number: 9))
        }
        #expect(try await casework.desk.answer(ReadPaper(reference, number: 1)).paper == "demonstration-plan")
    }
}
