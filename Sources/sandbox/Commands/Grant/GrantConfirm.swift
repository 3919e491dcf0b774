import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct GrantConfirm: GrantActCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Confirm an insurance, a compensation plan, or that a condition is met: the desk.",
        discussion: """
              sandbox grant confirm DE-2026-0001 --insurance 2
              sandbox grant confirm DE-2026-0001 --condition 1 --text '현장 점검 결과'

            sandbox grant view shows the numbers.
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var subject: GrantOptions
    @Option(help: ArgumentHelp("The insurance or plan, by its number in the journal.", valueName: "n")) var insurance:
        Int?
    @Option(help: ArgumentHelp("The condition, by its number in the decision.", valueName: "n")) var condition: Int?
    @Option(parsing: .unconditional, help: .prose("What was seen.")) var text: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func act(_ reference: CaseReference) throws -> ActOnGrant {
        guard (insurance == nil) != (condition == nil) else {
            throw BadInput(
                insurance == nil ? .missingName("--insurance") : .contradiction("--insurance", "--condition"))
        }
        var act = ActOnGrant(reference, .confirm)
        (act.part, act.condition) = (insurance, condition)
        act.text = try text?.text("--text")
        return act
    }
}
