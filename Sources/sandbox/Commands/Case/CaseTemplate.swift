import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Case {
    struct Template: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "template",
            abstract: "Print the empty form of a track as YAML, with what filing needs.",
            discussion: """
                  sandbox case template --track demonstration > proposal.yaml
                  sandbox case template --track 임시허가 --output proposal.yaml
                """
        )
        @Option(help: "A track, by code or name; sandbox regime view lists them.") var track: String
        @Option(help: ArgumentHelp("Whose, if several regimes have the track.", valueName: "code")) var regime: String?
        @Option(help: ArgumentHelp("Write to this file, which must not exist yet.", valueName: "file")) var output:
            String?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("서식을 만들지 못했습니다", "no form was made") }

        func run(_ tracker: Tracker) async throws {
            let form = try await tracker.answer(
                CaseForm(try await tracker.track(named: track), of: regime.map { RegimeCode($0) }))
            let bytes = Array(form.yaml.utf8)
            guard let output, output != "-" else { return Console.current.writeOut(bytes) }
            try OutputFile.create(output, bytes)
            Console.current.say(Wording("\(output)에 썼습니다", "written to \(output)"), in: global.language)
        }
    }
}
