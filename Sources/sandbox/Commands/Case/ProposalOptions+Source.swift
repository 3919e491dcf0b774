import SandboxCore
import SandboxDomain
import SandboxPresentation

extension ProposalOptions {
    /// The proposal in a file, in options or in answers, with its papers.
    func source(_ file: String?, _ global: GlobalOptions, _ tracker: Tracker) async throws -> ProposalFile {
        let added = try paper.map { try splitAssignment($0, option: .paper) }
        if let file {
            guard isEmpty else { throw BadInput(.contradiction(.value(file), .value("--track, --service, --law …"))) }
            var source = try ProposalFile(file, tracks: try await tracker.answer(TrackList()))
            source.add(try added.map { (.init($0.code, file: $0.value), try PaperFile($0.code, path: $0.value)) })
            return source
        }
        let papers = added.map { ProposalDocument.Paper($0.code, file: $0.value) }
        let proposal =
            if isEmpty && global.mayAsk {
                try await Interview(global: global, tracker: tracker).proposal()
            } else {
                try await proposal(tracker)
            }
        return try ProposalFile(ProposalDocument(proposal, papers: papers), folder: nil)
    }
}
