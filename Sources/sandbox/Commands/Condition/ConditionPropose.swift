import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Condition {
    struct Propose: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "propose",
            abstract: "Put conditions before the committee, with a case that is tabled (조건안).",
            discussion: """
                  sandbox condition propose DE-2026-0001 --conditions conditions.yaml
                  sandbox condition propose DE-2026-0001 --condition 'before:책임보험에 가입한다.' \\
                      --purpose '이용자 피해의 배상' --evidence '보험증서 사본' --due 'before commencement'

                Those proposed before are replaced, until the agenda is frozen. \
                Each condition says what it is for and how to
                tell that it is met. committee decide takes them unless it names others.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .reference) var reference: String
        @OptionGroup var list: ConditionOptions
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("조건안을 올리지 않았습니다", "no conditions were proposed") }

        func run(_ tracker: Tracker) async throws {
            let conditions = try list.list()
            if conditions.isEmpty { throw BadInput(.missingName(.condition)) }
            let act = ProposeConditions(try CaseReference.one(reference), conditions)
            let proposed = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(proposed), dryRun: writing.dryRun)
        }
    }
}
