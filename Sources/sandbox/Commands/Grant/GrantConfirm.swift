import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Confirm: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "confirm",
            abstract: "Confirm an insurance or a compensation plan, or that an order was followed: the desk.",
            discussion: """
                  sandbox grant confirm DE-2026-0001 --insurance 2
                  sandbox grant confirm DE-2026-0001 --insurance 2 --text '증권 원본 대조'
                  sandbox grant confirm DE-2026-0001 --order 5 --text '표지 부착을 확인하였습니다.'

                sandbox grant view shows the numbers. That a condition is met, sandbox condition confirm says.
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(help: ArgumentHelp("The insurance or plan, by its number in the journal.", valueName: "n"))
        var insurance: Int?
        @Option(help: ArgumentHelp("The order of correction, by its number in the journal.", valueName: "n"))
        var order: Int?
        @Option(parsing: .unconditional, help: .prose("What was seen.")) var text: Prose?

        var act: GrantAct { .confirm }

        func complete(_ act: inout ActOnGrant) throws {
            try BadInput.checkOne(of: [(.insurance, insurance != nil), (.order, order != nil)])
            act.part = insurance ?? order
            act.text = try text?.text(.text)
        }
    }
}
