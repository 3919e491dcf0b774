import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct RegimeCheck: AsyncParsableCommand, Explained {
    static let configuration = CommandConfiguration(
        commandName: "check",
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
        let (tracks, bodies, rules) = (document.tracks.count, document.bodies.count, document.rules.count)
        try global.confirm(
            Confirmation(
                name: document.code.code,
                said: Wording(
                    "\(document.code): 트랙 \(tracks)개, 위원회 \(bodies)개, 기한 규칙 \(rules)개, 문제없습니다.",
                    "\(document.code): \(tracks) tracks, \(bodies) committees, \(rules) clock rules, nothing wrong."),
                fields: [
                    .init("regime", "제도", "Regime", .text(document.code.code)),
                    .init("tracks", "트랙", "Tracks", .texts(document.tracks.map(\.code.code))),
                    .init("bodies", "위원회", "Committees", .texts(document.bodies.map(\.code))),
                    .init("rules", "기한 규칙", "Clock rules", .texts(document.rules.map(\.code))),
                ]))
    }
}
