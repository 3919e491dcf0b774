import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct RecordInterpretation: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "record-interpretation",
            abstract: "Record that today's law is read so that the grant is not needed any more (적극해석): the desk.",
            discussion: """
                  sandbox grant record-interpretation DE-P0001 --text '보건복지부 유권해석: 내원 안내는 현행 의료법상 가능하다.'
                  sandbox grant record-interpretation DE-P0001 --text @interpretation.txt --on 2020-03-12

                The grant ends: what it allowed is lawful without it. No plan for a law revision is owed any more.
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(parsing: .unconditional, help: .prose("Whose reading, and what it says.")) var text: Prose?

        var act: GrantAct { .recordInterpretation }

        func complete(_ act: inout ActOnGrant) throws {
            act.text = try global.asked(text, .text, Wording("해석의 내용", "Whose reading, and what it says"))
        }
    }
}
