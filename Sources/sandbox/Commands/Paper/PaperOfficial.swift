import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Paper {
    struct Official: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "official",
            abstract: "State how to reach whoever is in charge of papers (담당자).",
            discussion: """
                  sandbox paper official --title 주무관 --phone 044-202-0000 --email kim@korea.kr
                  sandbox paper official lee --title 사무관 --phone 044-202-0001
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("Of whom (default: who acts).", valueName: "login")) var login: String?
        @Option(help: "What the person is (직위).") var title: String
        @Option(help: "Telephone.") var phone: String
        @Option(help: "Fax.") var fax: String?
        @Option(help: "E-mail.") var email: String?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("담당자 정보를 적지 않았습니다", "how to be reached was not stated") }

        func run(_ tracker: Tracker) async throws {
            let act = StateOfficial(
                login, title: try String.label(.title, title), phone: try String.label(.phone, phone),
                fax: try fax.map { try String.label(.fax, $0) }, email: try email.map { try String.label(.email, $0) })
            let official = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(official: official), dryRun: writing.dryRun)
        }
    }
}
