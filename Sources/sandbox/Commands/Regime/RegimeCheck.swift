import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Regime {
    struct Check: AsyncParsableCommand, Explained {
        static let configuration = CommandConfiguration(
            name: "check",
            abstract: "Check a regime file, without a database unless you ask for it.",
            discussion: """
                  sandbox regime check regimes/kr-ict.yaml
                  sandbox regime check regimes/eu-ai-act.yaml --register --format json

                Every problem is listed with line and column (exit 65). What only the register can tell, such as whether a
                prefix or the code of a committee is free, it is asked with --register: by anybody who may log in.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file.yaml")) var file: String

        @Flag(help: "Also ask the register: what other regimes have taken, and what of this one is fixed.")
        var register = false

        private static let zones = "/usr/share/zoneinfo/"

        var notDone: Wording { Wording("제도 파일을 쓸 수 없습니다", "the regime file cannot be used") }

        func run() async throws {
            let read = try RegimeFile(yaml: try InputFile.bytes(of: file), file: file)
            // As PostgreSQL does, by the machine's list of zones; a machine without one cannot tell.
            if FileSystem.status(of: Self.zones + "UTC", followingLinks: true)?.isRegularFile == true,
                FileSystem.status(of: Self.zones + read.document.timeZone, followingLinks: true)?.isRegularFile != true
            {
                throw read.unknownTimeZone
            }
            if register {
                try await global.withTracker { try await $0.answer(CheckRegime(read)) }
            }
            try global.confirm(Confirmation(checked: read.document))
        }
    }
}
