import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct AuditSealing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Seal the event log and print the token for an outsider to keep.",
        discussion: """
              sandbox audit seal --as auditor | mail -s 'seal of the sandbox' records@example.org
              sandbox audit seal --list --format jsonl > seals.jsonl

            Whoever keeps the token can have it checked at any time: sandbox audit verify --seal TOKEN.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Flag(help: "Seal nothing; list the seals there are.") var list = false

    var notDone: Wording {
        list ? Wording("보여 드리지 못했습니다", "nothing was shown") : Wording("봉인하지 않았습니다", "nothing was sealed")
    }

    func run(_ tracker: Tracker) async throws {
        if list { return try await global.print(AuditSeals(), Self.listing, tracker) }
        let seal = try await tracker.perform(AuditSeal(), dryRun: writing.dryRun)
        let token = seal.token.description
        try global.confirm(
            Confirmation(
                name: token, said: Wording(token, token),
                next: [
                    Wording(
                        "기록 \(Wording.grouped(seal.events))건을 봉인했습니다. 이 줄을 밖에 보관하십시오.",
                        "\(Wording.grouped(seal.events)) events were sealed; keep this line where nobody here can change it."
                    )
                ],
                fields: Self.fields(seal)),
            dryRun: writing.dryRun)
    }

    private static func fields(_ seal: BookedSeal) -> [Confirmation.Field] {
        [
            .init("token", "봉인", "Token", .text(seal.token.description)),
            .init("seal_no", "번호", "Number", .integer(seal.token.number)),
            .init("up_to", "마지막 기록", "Up to event", .integer(seal.token.upTo)),
            .init("events", "기록 수", "Events", .integer(seal.events)),
        ]
    }

    /// Every column that is digested, under the name it has in the table `audit_seal`.
    static let listing = Listing<BookedSeal>([
        Column("seal_no", "번호", "Number") { .integer($0.token.number) },
        Column("up_to", "마지막 기록", "Up to event") { .integer($0.token.upTo) },
        Column("events", "기록 수", "Events") { .integer($0.events) },
        Column("heads", "마지막 해시", "Heads", for: .machines) { .text($0.heads) },
        Column("sealed_at", "일시(UTC)", "Sealed at (UTC)") { .text($0.sealedAt) },
        Column("sealed_by", "사용자", "By") { .text($0.sealedBy) },
        Column("digest", "해시", "Digest", for: .machines) { .text($0.token.digest) },
        Column("token", "보관할 줄", "Token", mayShrink: false) { .text($0.token.description) },
    ])
}
