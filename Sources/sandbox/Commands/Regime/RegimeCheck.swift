import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Regime {
    struct Check: AsyncParsableCommand, Explained {
        static let configuration = CommandConfiguration(
            name: "check",
            abstract: "Check a regime file, without a database.",
            discussion: """
                  sandbox regime check regimes/kr-ict.yaml
                  sandbox regime check regimes/kr-ict.yaml --format json

                Every problem is listed with line and column (exit 65). What only the register can tell, such as whether a
                prefix is free, sandbox regime apply --dry-run says.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file.yaml")) var file: String

        var notDone: Wording { Wording("제도 파일을 쓸 수 없습니다", "the regime file cannot be used") }

        func run() async throws {
            let document = try RegimeFile(yaml: try InputFile.bytes(of: file), file: file).document
            try global.confirm(Confirmation(checked: document))
        }
    }
}
