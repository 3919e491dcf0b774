import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct CaseAttach: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach",
        abstract: "Attach papers to a draft, or to a case whose supplement is open.",
        discussion: """
              sandbox case attach DRAFT-17 plan.pdf --paper demonstration-plan
              sandbox case attach DRAFT-17 a.pdf b.pdf --paper other

            At most 20 MiB each. All are attached, or none. sandbox case papers lists what is needed.
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Argument(help: "The files.") var file: [String]
    @Option(help: ArgumentHelp("Which of the track's papers they are, e.g. business-plan.", valueName: "code"))
    var paper: String
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("첨부하지 않았습니다", "nothing was attached") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let files = try file.map { try PaperFile(paper.lowercased(), path: $0) }
        let numbers = try await tracker.perform(AttachPapers(reference, files), dryRun: writing.dryRun)
        let confirmations = zip(numbers, files).map { number, file in
            Confirmation(
                name: "\(number)",
                said: Wording(
                    "\(reference) #\(number): \(file.name), 첨부했습니다.",
                    "\(reference) #\(number): \(file.name) was attached."),
                fields: [
                    .init("reference", "과제번호", "Reference", .text(reference.description)),
                    .init("number", "번호", "Number", .integer(number)),
                    .init("paper", "서류", "Paper", .text(file.paper)),
                    .init("file_name", "파일", "File", .text(file.name)),
                ])
        }
        try global.confirm(confirmations, dryRun: writing.dryRun)
    }
}

struct CaseDetach: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "detach",
        abstract: "Take papers out of a draft.",
        discussion: """
              sandbox case detach DRAFT-17 2
              sandbox case papers DRAFT-17
            """
    )
    @OptionGroup var writing: WritingOptions
    @Argument(help: .reference) var reference: String
    @Argument(help: "The files' numbers, as sandbox case papers lists them.") var number: [Int]
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("서류를 빼지 않았습니다", "nothing was detached") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        try await tracker.perform(DetachPapers(reference, numbers: number), dryRun: writing.dryRun)
        let confirmations = number.map { number in
            Confirmation(
                name: "\(number)",
                said: Wording("\(reference) #\(number): 뺐습니다.", "\(reference) #\(number) was detached."),
                fields: [
                    .init("reference", "과제번호", "Reference", .text(reference.description)),
                    .init("number", "번호", "Number", .integer(number)),
                ])
        }
        try global.confirm(confirmations, dryRun: writing.dryRun)
    }
}

struct CasePapersList: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "papers",
        abstract: "List the papers a case needs and has, with their digests.",
        discussion: """
              sandbox case papers DRAFT-17
              sandbox case papers DE-2026-0001 --format json
            """
    )
    @Argument(help: .reference) var reference: String
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        try await global.print(CasePapers(try CaseReference.one(reference)), Self.listing(global.language), tracker)
    }

    static func listing(_ language: Language) -> Listing<CasePaper> {
        Listing([
            Column("number", "번호", "No.") { .integer($0.number) },
            Column("paper", "서류", "Paper", mayShrink: false) { .text($0.paper) },
            Column("name", "이름", "Name") { .text(language == .korean ? $0.korean : $0.english) },
            Column("state", "상태", "State") { .code(PaperState($0)) },
            Column("file_name", "파일", "File") { .text($0.fileName) },
            Column("size", "바이트", "Bytes") { .integer($0.size) },
            Column("sha256", "SHA-256", "SHA-256") { .text($0.sha256) },
            Column("media_type", "형식", "Type", for: .machines) { .text($0.mediaType) },
            Column("required", "필수", "Required", for: .machines) { .boolean($0.isRequired) },
            Column("basis", "근거", "Basis", for: .machines) { .text($0.basis) },
            Column("attached_at", "첨부 시각", "Attached", for: .machines) {
                .timestamp($0.attachedAt.flatMap(Timestamp.init(postgres:)))
            },
        ])
    }
}

/// Whether a paper is there.
enum PaperState: String, Worded {
    case attached, missing

    init(_ paper: CasePaper) { self = paper.number == nil ? .missing : .attached }

    var wording: Wording {
        self == .attached ? Wording("있음", "Attached") : Wording("없음(필수)", "Missing")
    }
    var tone: Tone { self == .attached ? .good : .bad }
}

struct CaseSave: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "save",
        abstract: "Write attached papers to files, byte for byte.",
        discussion: """
              sandbox case save DE-2026-0001 1 2 --output papers/
              sandbox case save DE-2026-0001 1 --output - | sha256sum

            No file that is there already is overwritten.
            """
    )
    @Argument(help: .reference) var reference: String
    @Argument(help: "The files' numbers, as sandbox case papers lists them.") var number: [Int]
    @Option(
        help: ArgumentHelp(
            "A folder, a file for a single paper, or - for standard output (default: here).", valueName: "path"))
    var output: String?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    var notDone: Wording { Wording("저장하지 않았습니다", "nothing was saved") }

    func run(_ tracker: Tracker) async throws {
        let reference = try CaseReference.one(reference)
        let isFolder = output.map { $0.hasSuffix("/") || OutputFile.isFolder($0) } ?? true
        if let output, !isFolder, number.count > 1 { throw BadInput(.notAFileName(output), field: .output) }
        for number in number {
            let paper = try await tracker.answer(ReadPaper(reference, number: number))
            if output == "-" {
                Console.current.writeOut(paper.content)
                continue
            }
            let path = isFolder ? InputFile.path(paper.safeName, from: output ?? ".") : output ?? paper.safeName
            try OutputFile.create(path, paper.content)
            Console.current.print(path)
        }
    }
}

extension PaperFile {
    /// The name under which it is saved: a file somebody sent us does not become a hidden one.
    fileprivate var safeName: String { name.hasPrefix(".") ? "_" + name.dropFirst() : name }
}
