import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct CasePrecedents: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "precedents",
        abstract: "Earlier grants like a case, best first, with the conditions they carry (동일·유사 과제).",
        discussion: """
              sandbox case precedents DE-2026-0001
              sandbox case precedents DE-2026-0001 --propose-fast-track DE-2024-0007 \\
                  --reason '같은 법령, 같은 기능의 통화 분석 서비스'

            Compared are the laws, their articles, and what the services are about. The fast track is proposed by the desk, from
            a grant of the same track that concerned every law of this case; the fast-track committee then may decide.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(help: ArgumentHelp("The grant the case is the same as or similar to.", valueName: "ref"))
    var proposeFastTrack: String?
    @Option(parsing: .unconditional, help: .prose("What makes the two the same or similar.")) var reason: Prose?
    @Option(help: ArgumentHelp("At most so many.", valueName: "n")) var limit = 10
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording {
        proposeFastTrack == nil
            ? Wording("보여 드리지 못했습니다", "nothing was shown") : Wording("지정하지 않았습니다", "no fast track was proposed")
    }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        guard let word = proposeFastTrack else {
            guard limit > 0 else { throw BadInput(.notInRange("\(limit)", least: 1, most: .max), field: .limit) }
            var query = Precedents(reference)
            query.limit = limit
            return try await global.print(query, Self.listing, tracker)
        }
        let reason = try global.asked(reason, .reason, Wording("동일·유사 사유", "What makes them alike"))
        let act = ProposeFastTrack(reference, precedent: try CaseReference.one(word), reason: reason)
        let proposed = try await tracker.perform(act, dryRun: writing.dryRun)
        let (name, precedent) = (proposed.reference.description, proposed.precedent.description)
        try global.confirm(
            Confirmation(
                name: name,
                said: Wording(
                    "\(name): \(precedent)의 동일·유사 과제로 지정했습니다.",
                    "\(name) was proposed for the fast track after \(precedent)."),
                fields: [
                    .init("reference", "과제번호", "Reference", .text(name)),
                    .init("precedent", "선례", "Precedent", .text(precedent)),
                ]), dryRun: writing.dryRun)
    }

    /// Inside a case: what is worth a look.
    static let hint = Listing<Precedent>(
        listing.columns.filter { ["reference", "score", "service", "decided_on", "covers_all"].contains($0.key) })

    static let listing = Listing<Precedent>([
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("score", "점수", "Score") { .integer($0.score) },
        Column("company", "기업", "Company") { .text($0.company) },
        Column("service", "서비스", "Service") { .text($0.service) },
        Column("decided_on", "의결일", "Decided") { .date($0.decidedOn) },
        Column("shared_laws", "같은 법령", "Laws in common") { .texts($0.sharedLaws) },
        Column("shared_articles", "같은 조항", "Articles in common", for: .machines) { .texts($0.sharedArticles) },
        Column("covers_all", "법령 일치", "All laws") { .boolean($0.coversAll) },
        Column("likeness", "유사도", "Likeness") { .integer($0.likeness) },
        Column("outcome", "의결", "Outcome", for: .machines) { .code($0.outcome) },
        Column("track", "트랙", "Track", for: .machines) { .code($0.track) },
        Column("laws", "법령", "Laws", for: .machines) { .texts($0.laws) },
        Column("conditions", "부가조건", "Conditions") { .texts($0.conditions) },
    ])
}
