import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Publish: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "publish",
            abstract: "Record where a grant was published (관보·누리집 게재).",
            discussion: """
                  sandbox grant publish DE-2026-0001 --reference '관보 제21234호'
                  sandbox grant publish DE-2026-0001 --reference https://www.msit.go.kr/notice/1 --on 2026-12-01
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(name: .customLong("reference"), help: ArgumentHelp("The gazette or page.", valueName: "label"))
        var place: String

        var act: GrantAct { .publish }

        func complete(_ act: inout ActOnGrant) throws {
            act.label = try Prose(argument: place).text(.reference, .label)
        }
    }
}
