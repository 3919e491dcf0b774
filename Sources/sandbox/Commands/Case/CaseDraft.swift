import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct CaseDraft: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Begin a proposal (작성). Only your company sees it until it is filed.",
        discussion: """
              sandbox case draft proposal.yaml --as kim
              sandbox case draft --track demonstration --service 'AI 상담 요약' --law '저작권법 제35조의5' \\
                  --exemption '정보분석을 위한 복제의 허용' --application @how.txt

            Without a file and options it asks, on a terminal. A draft may be incomplete; what filing still needs is \
            listed. sandbox case template prints the form.
            """
    )
    @OptionGroup(title: "The proposal, without a file") var options: ProposalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("The proposal as YAML; - for standard input.", valueName: "file.yaml")) var file:
        String?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("작성하지 않았습니다", "nothing was drafted") }

    func run(_ tracker: Tracker) async throws {
        let source = try await options.source(file, global, tracker)
        let draft = try await tracker.perform(DraftCase(source.document, papers: source.papers), dryRun: writing.dryRun)
        let name = draft.reference.description
        try global.confirm(
            Confirmation(
                draft,
                said: Wording(
                    "\(name): 작성했습니다. 아직 기업 밖에서는 보이지 않습니다.",
                    "\(name) was drafted; nobody outside your company sees it yet.")),
            dryRun: writing.dryRun)
    }
}

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

extension Confirmation {
    /// What a draft is now, and what filing still needs.
    init(_ draft: DraftedCase, said: Wording) {
        let name = draft.reference.description
        self.init(
            name: name, said: said, next: Self.next(draft),
            fields: [
                .init("reference", "과제번호", "Reference", .text(name)),
                .init("version", "판", "Version", .integer(draft.version)),
                .init("changed", "바뀐 항목", "Changed", .texts(draft.changed.map(\.name))),
                .init("missing", "빠진 것", "Missing", .texts(draft.gaps.map(\.code))),
            ])
    }

    private static func next(_ draft: DraftedCase) -> [Wording] {
        let name = draft.reference
        guard !draft.gaps.isEmpty else {
            return [
                Wording("다음: 제출할 수 있습니다. sandbox case file \(name)", "Next: it can be filed. sandbox case file \(name)")
            ]
        }
        let list = draft.gaps.map { Wording("  - \($0.wording.ko)", "  - \($0.wording.en)") }
        let hasPapers = draft.gaps.contains { $0.kind == .paper }
        return [
            Wording(
                "제출하려면 더 필요합니다(\(draft.gaps.count)가지):", "Still missing before it can be filed (\(draft.gaps.count)):")
        ]
            + list
            + [
                Wording(
                    "항목: sandbox case view \(name) --yaml > \(name).yaml 뒤 고쳐서 sandbox case edit \(name) \(name).yaml",
                    "Fields: sandbox case view \(name) --yaml > \(name).yaml, edit it, sandbox case edit \(name) \(name).yaml"
                )
            ]
            + (hasPapers
                ? [
                    Wording(
                        "서류: sandbox case attach \(name) 파일 --paper 종류",
                        "Papers: sandbox case attach \(name) FILE --paper CODE")
                ] : [])
    }
}
