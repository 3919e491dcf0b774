import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct RegimeApply: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Make a regime what a file says.",
        discussion: """
              sandbox regime apply regimes/kr-ict.yaml --dry-run
              sandbox regime apply regimes/eu-ai-act.yaml

            A file that says what stands there changes nothing. Any other makes a new version; cases keep the version they
            were filed under, unless the file says applies_to: open-cases: then every open clock that moves is shown with
            its old and new end. What a file no longer names is closed for new cases, never removed.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file.yaml")) var file: String

    var notDone: Wording { Wording("제도를 바꾸지 않았습니다", "the regime was not changed") }

    func run(_ tracker: Tracker) async throws {
        let act = ApplyRegime(try RegimeFile(yaml: try InputFile.bytes(of: file), file: file))
        let applied = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(Confirmation(applied), dryRun: writing.dryRun)
    }
}

extension Confirmation {
    fileprivate init(_ applied: ApplyRegime.Applied) {
        let (name, version) = (applied.regime.code, applied.version)
        var next = applied.differences.prefix(40).map { difference in
            let line = "  \(difference.place): \(difference.before ?? "-") → \(difference.after ?? "-")"
            return Wording(line, line)
        }
        let rest = applied.differences.count - next.count
        if rest > 0 { next.append(Wording("  … 그 밖에 \(rest)건", "  … and \(rest) more")) }
        if !applied.moved.isEmpty {
            next.append(
                Wording("진행 중인 기한 \(applied.moved.count)건:", "Open clocks that moved (\(applied.moved.count)):"))
        }
        next += applied.moved.map { clock in
            let owner = clock.organisation.map { " \($0)" } ?? ""
            let line = "  \(clock.reference) #\(clock.number) \(clock.rule)\(owner): "
            return Wording(
                line + "\(clock.before?.description ?? "정지 중") → \(clock.after?.description ?? "정지 중")",
                line + "\(clock.before?.description ?? "stopped") → \(clock.after?.description ?? "stopped")")
        }
        let from = applied.validFrom
        self.init(
            name: name,
            said: applied.isNew
                ? Wording(
                    "\(name): \(version)판을 적용했습니다. \(from.map { "\($0)부터 제출하는 과제에 씁니다." } ?? "모든 과제에 씁니다.")",
                    "\(name): version \(version) was applied, for cases filed "
                        + (from.map { "from \($0) on." } ?? "on any day."))
                : Wording(
                    "\(name): \(version)판과 같은 내용이어서 바꾸지 않았습니다.",
                    "\(name) says the same as version \(version); nothing was changed."),
            next: next,
            fields: [
                .init("regime", "제도", "Regime", .text(name)),
                .init("version", "판", "Version", .integer(version)),
                .init("valid_from", "적용일", "Valid from", .date(from)),
                .init("is_new", "새 판", "New", .boolean(applied.isNew)),
                .init(
                    "changed", "바뀐 것", "Changed",
                    .texts(applied.differences.map { "\($0.place): \($0.before ?? "-") → \($0.after ?? "-")" })),
                .init(
                    "moved_clocks", "옮긴 기한", "Moved clocks",
                    .texts(
                        applied.moved.map {
                            "\($0.reference)#\($0.number) \($0.rule): \($0.before?.description ?? "-") → "
                                + ($0.after?.description ?? "-")
                        })),
            ])
    }
}
