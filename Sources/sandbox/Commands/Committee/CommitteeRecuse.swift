import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct CommitteeRecuse: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "recuse",
        abstract: "Record that a member takes no part in an item (제척·기피·회피).",
        discussion: """
              sandbox committee recuse DE-2026-0001 --member 민간위원2 --ground employed
              sandbox committee recuse DE-2026-0001 --member 민간위원1 --kind challenged --ground fairness

            The case names the item: it stands on one open agenda. A member who has voted on it cannot be recused.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(help: ArgumentHelp("The member, as named in the session.", valueName: "name")) var member: String
    @Option(help: "In which way.") var kind: RecusalKind = .barred
    @Option(help: "On which ground.") var ground: RecusalGround
    @Option(parsing: .unconditional, help: .prose("What there is to say about it.")) var note: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("기록하지 않았습니다", "nobody was recused") }

    func run(_ tracker: Tracker) async throws {
        let act = try RecuseMember(
            try CaseReference.one(reference), member: try Prose(argument: member).text(.member, .label), kind: kind,
            ground: ground, note: try note?.text(.note))
        let recused = try await tracker.perform(act, dryRun: writing.dryRun)
        let (name, kind, ground) = (recused.reference.description, recused.kind.wording, recused.ground.wording)
        try global.confirm(
            Confirmation(
                name: name,
                said: Wording(
                    "\(name): \(recused.member) 위원의 \(kind.ko) 기록(\(ground.ko))",
                    "\(name): \(recused.member) takes no part: \(kind.en.lowercased()) (\(ground.en.lowercased()))"),
                fields: [
                    .init("reference", "과제번호", "Reference", .text(name)),
                    .init("session", "회차", "Session", .text(recused.session.description)),
                    .init("member", "위원", "Member", .text(recused.member)),
                    .init("kind", "구분", "Kind", .code(recused.kind)),
                    .init("ground", "사유", "Ground", .code(recused.ground)),
                ]), dryRun: writing.dryRun)
    }
}
