import SandboxPresentation
import SandboxViews

extension GlobalOptions {
    /// Says what was done. People read sentences: on a terminal from standard output, else from standard error beside
    /// the bare name on standard output, which the next command takes with `-`. With `--format` programs get an object,
    /// or a list of them from a command that takes several.
    func confirm(_ confirmations: [Confirmation], isList: Bool = true, dryRun: Bool = false) throws {
        let console = Console.current
        if let observe = console.observe, !confirmations.isEmpty {
            observe(.output(PrintedShape(confirmations, isList: isList)))
        }
        let output = output.unobserved
        let sentences = confirmations.flatMap { [$0.said] + $0.next }.map { $0[language].visible() + "\n" }.joined()
        switch output.format {
        case .table: console.writeOut(Array(sentences.utf8))
        case .json where !isList, .jsonl where !isList:
            for confirmation in confirmations { try print(Detail(confirmation), output) }
        default:
            if format == nil {
                var last: String?
                for name in confirmations.map(\.name) where name != last {
                    console.print(name)
                    last = name
                }
                console.writeError(Array(sentences.utf8))
            } else if let first = confirmations.first {
                try print(confirmations, Listing(like: first), output)
            }
        }
        if dryRun { console.say(Wording("시험 실행이어서 아무것도 남기지 않았습니다", "dry run: nothing was kept"), in: language) }
    }

    /// Says what the one thing was that was done.
    func confirm(_ confirmation: Confirmation, dryRun: Bool = false) throws {
        try confirm([confirmation], isList: false, dryRun: dryRun)
    }
}
