import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct RegisterWithhold: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "withhold",
        abstract: "Keep a field of a grant out of the public register, on a ground of the law.",
        discussion: """
              sandbox register withhold DE-2026-0001 --field conditions --ground trade-secret
              sandbox register withhold DE-2026-0001 --field company --ground personal-data --dry-run

            Grounds: secret-by-law, deliberation, personal-data, trade-secret (정보공개법 제9조 제1항 제1·5·6·7호). The
            register shows the field empty, and the article.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(help: "What to withhold.") var field: RegisterField
    @Option(help: "Why.") var ground: String

    var notDone: Wording { Wording("비공개로 하지 않았습니다", "nothing was withheld") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let basis = try await tracker.perform(
            WithholdField(field, of: reference, ground: ground), dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: reference.description,
                said: Wording(
                    "\(reference): 공개 등록부에서 ‘\(field.rawValue)’ 항목을 비공개로 합니다(\(basis)).",
                    "\(reference): the public register withholds “\(field.rawValue)” (\(basis))."),
                fields: [
                    .init("reference", "과제번호", "Reference", .text(reference.description)),
                    .init("field", "항목", "Field", .text(field.rawValue)),
                    .init("ground", "사유", "Ground", .text(ground)), .init("basis", "근거", "Basis", .text(basis)),
                ]), dryRun: writing.dryRun)
    }
}

struct RegisterDisclose: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "disclose",
        abstract: "Show a field of a grant in the public register again.",
        discussion: """
              sandbox register disclose DE-2026-0001 --field conditions
              sandbox register disclose DE-2026-0001 --field company --dry-run
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Option(help: "What to show.") var field: RegisterField

    var notDone: Wording { Wording("공개하지 않았습니다", "nothing was disclosed") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let wasWithheld = try await tracker.perform(DiscloseField(field, of: reference), dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                name: reference.description,
                said: wasWithheld
                    ? Wording(
                        "\(reference): 공개 등록부에 ‘\(field.rawValue)’ 항목을 공개합니다.",
                        "\(reference): the public register shows “\(field.rawValue)”.")
                    : Wording(
                        "\(reference): ‘\(field.rawValue)’ 항목은 이미 공개되어 있습니다.",
                        "\(reference): “\(field.rawValue)” was not withheld."),
                fields: [
                    .init("reference", "과제번호", "Reference", .text(reference.description)),
                    .init("field", "항목", "Field", .text(field.rawValue)),
                    .init("was_withheld", "비공개였음", "Was withheld", .boolean(wasWithheld)),
                ]), dryRun: writing.dryRun)
    }
}
