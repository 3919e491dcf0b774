import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Graduate: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "graduate",
            abstract: "Record that the holder has the regular permit of the changed law (정식 허가): the desk.",
            discussion: """
                  sandbox grant graduate DE-2026-0001 --permit '자동차관리사업 등록 제12호'
                  sandbox grant graduate DE-2026-0001 --permit '등록 제12호' --on 2028-04-02
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(help: ArgumentHelp("The regular permit and its number.", valueName: "label")) var permit: String

        var act: GrantAct { .graduate }

        func complete(_ act: inout ActOnGrant) throws {
            act.label = try Prose(argument: permit).text(.permit, .label)
        }
    }
}
