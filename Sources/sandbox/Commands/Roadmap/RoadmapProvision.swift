import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct RoadmapProvision: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provision",
        abstract: "What a reform task changes: laws, articles, and at which level (조항).",
        subcommands: [ProvisionAdd.self, ProvisionRemove.self]
    )
}

struct ProvisionOptions: ParsableArguments {
    @Argument(help: .task) var task: String
    @Option(help: "The law's name.") var law: String
    @Option(help: ArgumentHelp("The article, as it is quoted (default: the law as a whole).", valueName: "article"))
    var article: String?

    func provision(_ level: LawLevel? = nil) throws -> Provision {
        func label(_ field: Field, _ text: String) throws -> String {
            do { return try TextRule.label.checked(text) } catch { throw BadInput(error, field: field) }
        }
        return Provision(
            law: try label(.law, law), article: try article.map { try label(.article, $0) }, level: level)
    }
}

struct ProvisionAdd: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Note that a task changes a provision.",
        discussion: """
              sandbox roadmap provision add ai-2020/P05 --law 저작권법 --article 제35조의5
              sandbox roadmap provision add ai-2025/T05 --law '인공지능기본법 시행령' --level decree

            Without --level the ending of the law's name tells it, if it can. Cases that ask an exemption from the same
            provision are found by it: sandbox roadmap matches.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var options: ProvisionOptions
    @Option(help: "What kind of law has to change.") var level: LawLevel?

    var notDone: Wording { Wording("조항을 등록하지 않았습니다", "the provision was not noted") }

    func run(_ tracker: Tracker) async throws {
        let act = EditProvisions(try TaskReference.one(options.task), add: try options.provision(level))
        let edited = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(
                edited, Wording("조항으로 등록했습니다.", "was noted."), Wording("이미 등록되어 있습니다.", "was noted already.")),
            dryRun: writing.dryRun)
    }
}

struct ProvisionRemove: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Note that a task does not change a provision after all.",
        discussion: """
              sandbox roadmap provision remove ai-2020/P05 --law 저작권법
              sandbox roadmap provision remove ai-2020/P05 --law 저작권법 --article 제35조의5
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var options: ProvisionOptions

    var notDone: Wording { Wording("조항을 빼지 않았습니다", "the provision was not taken away") }

    func run(_ tracker: Tracker) async throws {
        let act = EditProvisions(try TaskReference.one(options.task), remove: try options.provision())
        let edited = try await tracker.perform(act, dryRun: writing.dryRun)
        try global.confirm(
            Confirmation(edited, Wording("조항에서 뺐습니다.", "was taken away."), Wording("등록되어 있지 않습니다.", "was not noted.")),
            dryRun: writing.dryRun)
    }
}

struct RoadmapMatches: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "matches",
        abstract: "List cases that name a provision the task changes, and are not linked to it yet.",
        discussion: """
              sandbox roadmap matches ai-2020/P05
              sandbox roadmap matches ai-2020/P05 | cut -f1 | tail -n +2 | sandbox roadmap link ai-2020/P05 -

            A provision without an article stands for every article of its law.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @Argument(help: .task) var task: String
    @Option(help: ArgumentHelp("At most so many; 0 for all (default: 100 on a terminal, else all).", valueName: "n"))
    var limit: Int?

    func run(_ tracker: Tracker) async throws {
        let limit = try global.output.limit(asked: global.checked(limit: limit), table: 100)
        var query = MatchingCases(try TaskReference.one(task))
        query.limit = limit
        try await global.print(query, Self.listing, tracker, limit: limit)
    }

    static let listing = Listing<MatchingCase>([
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("company", "기업", "Company") { .text($0.company) },
        Column("service", "서비스", "Service") { .text($0.service) },
        Column("stage", "단계", "Stage") { .code($0.stage) },
        Column("provisions", "조항", "Provisions") { .texts($0.provisions) },
    ])
}

extension Provision {
    /// The provision with the kind of law it is.
    func marked(_ language: Language) -> String {
        level.map { "\(description) (\($0.wording[language]))" } ?? description
    }
}

extension Confirmation {
    fileprivate init(_ edited: EditedProvision, _ done: Wording, _ idle: Wording) {
        let words = edited.isChanged ? done : idle
        self.init(
            name: edited.reference.description,
            said: Wording(
                "\(edited.reference) – \(edited.provision.marked(.korean)): \(words.ko)",
                "\(edited.reference) – \(edited.provision.marked(.english)): \(words.en)"),
            fields: [
                .init("task", "과제", "Task", .text(edited.reference.description)),
                .init("law", "법령", "Law", .text(edited.provision.law)),
                .init("article", "조항", "Article", .text(edited.provision.article)),
                .init("level", "법령 단계", "Level", .code(edited.provision.level)),
                .init("is_changed", "변경", "Changed", .boolean(edited.isChanged)),
            ])
    }
}
