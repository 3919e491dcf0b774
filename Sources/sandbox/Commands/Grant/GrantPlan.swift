import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Plan: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "plan",
            abstract: "Say what law will change, or why not (규제법령정비계획): a ministry that owes it.",
            discussion: """
                  sandbox grant plan DE-2026-0001 --text '정보분석을 위한 복제를 허용' --provision '저작권법 제35조의5' --by 2027-06-30 \\
                      --level act --task ai-2020/P05
                  sandbox grant plan DE-2026-0001 --why-not '헌법재판소 결정을 기다립니다.'

                It ends the periods that run against the ministry on this grant, and links the case to the reform task.
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(parsing: .unconditional, help: .prose("What changes.")) var text: Prose?
        @Option(help: ArgumentHelp("Which provision.", valueName: "label")) var provision: String?
        @Option(help: ArgumentHelp("By when.", valueName: "date")) var by: String?
        @Option(parsing: .unconditional, help: .prose("Instead: why no change can be begun.")) var whyNot: Prose?
        @Option(help: "The highest level of the law that must change.") var level: LawLevel?
        @Option(help: .task) var task: String?

        var act: GrantAct { .plan }

        func complete(_ act: inout ActOnGrant) throws {
            act.level = level
            if let whyNot {
                if text != nil { throw BadInput(.contradiction(.field(.text), .field(.whyNot))) }
                act.detail = .plan(.whyNot(try whyNot.text(.whyNot)))
                return
            }
            guard let provision else { throw BadInput(.missingName(.provision)) }
            guard let by else { throw BadInput(.missingName(.by)) }
            act.detail = .plan(
                .change(
                    try global.asked(text, .text, Wording("정비 내용", "What changes")),
                    provision: try Prose(argument: provision).text(.provision, .label),
                    by: try CivilDate(option: .by, by), task: try task.map(TaskReference.one)))
        }
    }
}
