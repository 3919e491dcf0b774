import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct CommitteeTable: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "Put cases on the agenda of a session (상정), or take them off it.",
        discussion: """
              sandbox committee table main/43 DE-2026-0001 TP-2026-0003
              sandbox committee table main/43 DE-2026-0001 --remove

            All are tabled, or none. A deferred case is tabled again at a later session. sandbox committee freeze ends
            the changes.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .session) var session: String
    @Argument(help: .references) var references: [String]
    @Option(
        parsing: .unconditional,
        help: .prose("For a committee that decides what is delegated to it: the resolution that did."))
    var delegatedBy: Prose?
    @Flag(help: "Take them off the agenda, as long as it is not frozen.") var remove = false
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("안건을 바꾸지 않았습니다", "the agenda was not changed") }

    func run(_ tracker: Tracker) async throws {
        let session = try SessionReference.one(session)
        let references = try CaseReference.all(references)
        let resolution = try delegatedBy?.text(.delegatedBy)
        let places: [TabledCase]
        if remove {
            let acts = references.map { (name: $0.description, act: UntableCase($0, from: session)) }
            places = try await tracker.perform(Several(acts), dryRun: writing.dryRun)
        } else {
            let acts = references.map {
                (name: $0.description, act: TableCase($0, at: session, delegatedBy: resolution))
            }
            places = try await tracker.perform(Several(acts), dryRun: writing.dryRun)
        }
        try global.confirm(
            places.map { place in
                let (name, session, number) = (place.reference.description, place.session, place.number)
                return Confirmation(
                    place,
                    said: remove
                        ? Wording("\(name): \(session)의 안건에서 뺐습니다.", "\(name) was taken off the agenda of \(session).")
                        : Wording(
                            "\(name): \(session)의 \(number)번 안건으로 상정했습니다.",
                            "\(name) was tabled at \(session) as item \(number)."))
            }, dryRun: writing.dryRun)
    }
}

struct CommitteeDefer: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "defer",
        abstract: "Put an item off to a later session (보류). The case is not decided.",
        discussion: """
              sandbox committee defer DE-2026-0001 --reason '안전성 자료를 보완한 뒤 다시 심의한다.'
              sandbox committee defer DE-2026-0001 --reason @reason.txt
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(parsing: .unconditional, help: .prose("Why; the parties are told.")) var reason: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("보류하지 않았습니다", "the item was not deferred") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let reason = try global.asked(reason, .reason, Wording("보류 사유", "Reason"))
        let place = try await tracker.perform(DeferItem(reference, reason: reason), dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                place,
                said: Wording(
                    "\(place.reference): \(place.session)에서 보류했습니다.",
                    "\(place.reference) was deferred by \(place.session)."),
                next: try await global.next(place.reference, tracker, dryRun: writing.dryRun)),
            dryRun: writing.dryRun)
    }
}

extension Confirmation {
    /// A case and its place on an agenda.
    fileprivate init(_ place: TabledCase, said: Wording, next: [Wording] = []) {
        self.init(
            name: place.reference.description, said: said, next: next,
            fields: [
                .init("reference", "과제번호", "Reference", .text(place.reference.description)),
                .init("session", "회차", "Session", .text(place.session.description)),
                .init("item", "안건", "Item", .integer(place.number)),
                .init("held_on", "개최일", "Held", .date(place.heldOn)),
            ])
    }
}
