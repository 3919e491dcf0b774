import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Case {
    struct Contact: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "contact",
            abstract: "Say whom to contact from now on of a case that was filed: the company.",
            discussion: """
                  sandbox case contact DE-2026-0001 --name '김하늘' --phone 02-0000-0000 --reason '담당자 변경'
                  sandbox case contact DE-2026-0001 --email lee@example.com --reason @reason.txt

                What is not given stays as it was; what it was before stays in the history. A draft is edited instead.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @Option(help: "The person in charge.") var name: String?
        @Option(help: "Telephone.") var phone: String?
        @Option(help: "E-mail.") var email: String?
        @Option(help: "Address.") var address: String?
        @Option(help: "The company's representative.") var representative: String?
        @Option(parsing: .unconditional, help: .prose("Why it is replaced.")) var reason: Prose?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("연락처를 바꾸지 않았습니다", "the contact was not replaced") }

        func run(_ tracker: Tracker) async throws {
            let contact = Proposal.Contact(
                name: try name.map { try .label(.name, $0) }, phone: try phone.map { try .label(.phone, $0) },
                email: try email.map { try .label(.email, $0) }, address: try address.map { try .label(.address, $0) },
                representative: try representative.map { try .label(.representative, $0) })
            if contact.isEmpty { throw BadInput(.missingName(.name)) }
            let act = ReplaceContact(
                try CaseReference.one(reference), contact,
                reason: try global.asked(reason, .reason, Wording("변경 사유", "Reason")))
            let moved = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(contactOf: moved), dryRun: writing.dryRun)
        }
    }
}
