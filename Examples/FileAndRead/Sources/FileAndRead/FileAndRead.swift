import SandboxCore
import SandboxDomain

/// Files a question to the authority as a company, then reads what waits for the desk.
///
///     swift run FileAndRead postgresql://kim@host/sandbox postgresql://desk@host/sandbox
@main
struct FileAndRead {
    static func main() async throws {
        let connections = CommandLine.arguments.dropFirst()
        guard let company = connections.first, let desk = connections.last, connections.count == 2 else {
            print("usage: FileAndRead COMPANY-CONNECTION DESK-CONNECTION")
            return
        }
        let reference = try await file(as: company)
        print("\(reference) was filed")
        for line in try await inbox(of: desk) { print(line) }
    }

    /// Files: is this service allowed as the law is now?
    static func file(as company: String) async throws -> CaseReference {
        let tracker = try Tracker(company)
        let service = Proposal.Service(name: "문서 요약", type: .service, summary: "긴 문서를 몇 문장으로 줄입니다.")
        var proposal = Proposal(track: "rapid-confirmation", service: service)
        var item = Proposal.Exemption(law: "저작권법", article: "제35조의5", ministry: "문화체육관광부")
        item.obstacle = "판단 기준이 없습니다."
        item.question = "허가가 필요합니까?"
        proposal.exemptions = [item]
        proposal.sections = [.init("description", "긴 문서를 요약하는 서비스입니다.")]
        let paper = PaperFile(
            paper: "technology-description", name: "기술.txt", mediaType: "text/plain", content: Array("설명".utf8))
        let filed = try await tracker.perform(FileCase(ProposalDocument(proposal), papers: [paper]))
        await tracker.close()
        return filed.reference
    }

    /// What waits for the desk, a line each.
    static func inbox(of desk: String) async throws -> [String] {
        let tracker = try Tracker(desk)
        let lines = try await tracker.answer(Inbox()).map { "\($0.reference) \($0.task): \($0.service)" }
        await tracker.close()
        return lines
    }
}
