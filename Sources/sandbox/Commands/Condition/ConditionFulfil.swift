import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct ConditionFulfil: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "fulfil",
        abstract: "File evidence that a condition is met (이행 자료).",
        discussion: """
              sandbox condition fulfil DE-2026-0001 1 --evidence policy.pdf
              sandbox condition fulfil DE-2026-0001 2 --note '1분기 제외 요청 3건을 모두 처리했습니다.'

            The desk confirms it, or rejects it with a reason. What was filed stays.
            """
    )
    @OptionGroup var writing: WritingOptions
    @OptionGroup var retry: RetryOptions
    @Argument(help: .reference) var reference: String
    @Argument(help: .condition) var number: Int
    @Option(help: ArgumentHelp("The document that shows it.", valueName: "file")) var evidence: String?
    @Option(parsing: .unconditional, help: .prose("What there is to say about it.")) var note: Prose?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("이행 자료를 제출하지 않았습니다", "no evidence was filed") }

    func run(_ tracker: Tracker) async throws {
        let act = try FulfilCondition(
            try CaseReference.one(reference), number: number, note: try note?.text(.note),
            file: try evidence.map { try PaperFile("evidence", path: $0) })
        let filed = try await tracker.perform(act, key: retry.key, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                filed, Wording("이행 자료를 제출했습니다(\(filed.evidence)번).", "evidence was filed (no. \(filed.evidence)).")),
            dryRun: writing.dryRun)
    }
}

struct ConditionSave: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "save",
        abstract: "Write a document filed as evidence to a file, byte for byte.",
        discussion: """
              sandbox condition save DE-2026-0001 1 --evidence 1 --output policy.pdf
              sandbox condition save DE-2026-0001 1 --evidence 1 --output - | sha256sum

            No file that is there already is overwritten.
            """
    )
    @Argument(help: .reference) var reference: String
    @Argument(help: .condition) var number: Int
    @Option(help: ArgumentHelp("The evidence's number, as sandbox condition view has it.", valueName: "no"))
    var evidence: Int
    @Option(help: ArgumentHelp("The file, or - for standard output.", valueName: "file")) var output: String
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("저장하지 않았습니다", "nothing was saved") }

    func run(_ tracker: Tracker) async throws {
        let paper = try await tracker.answer(
            ReadEvidence(try CaseReference.one(reference), number: number, evidence: evidence))
        if output == "-" { return Console.current.writeOut(paper.content) }
        try OutputFile.create(output, paper.content)
        Console.current.print(output)
    }
}

extension Confirmation {
    /// What became of a piece of evidence.
    init(_ filed: FiledEvidence, _ said: Wording) {
        let name = "\(filed.reference) #\(filed.number)"
        self.init(
            name: filed.reference.description,
            said: Wording("\(name): \(said.ko)", "\(name): \(said.en)"),
            fields: [
                .init("reference", "과제번호", "Reference", .text(filed.reference.description)),
                .init("number", "번호", "Number", .integer(filed.number)),
                .init("evidence", "이행 자료", "Evidence", .integer(filed.evidence)),
                .init("state", "이행", "State", .code(filed.state)),
            ])
    }
}
