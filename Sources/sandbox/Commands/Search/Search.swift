import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct Search: TrackerCommand {
    static let configuration = CommandConfiguration(
        name: "search",
        abstract: "Find cases by words in what you may read of them, the best first.",
        discussion: """
              sandbox search 가명처리 카카오
              sandbox search 정보통신망법
              sandbox search ㄱㅇㅈㅂ --format json

            A case is found if one of its documents has all words: its proposal, \
            which counts with the company, the laws and
            the ministries that were asked; its contact data; or a paper that is \
            text. Spaces, marks and upper case do not
            count. A word may be a part of one (정보), a number (DE-2026-0001), \
            a short name (산업부, 정보통신망법) or the
            initials of a name (초성); one letter finds the words that begin with it.
            """
    )
    @Argument(help: ArgumentHelp("What to look for.", valueName: "words")) var words: [String]
    @Option(help: ArgumentHelp("At most n rows; 0 for all (default: 50 on a terminal, else all).", valueName: "n"))
    var limit: Int?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        let limit = try global.output.limit(asked: global.checked(limit: limit), table: 50)
        var search = try CaseSearch(words.joined(separator: " "))
        search.limit = limit
        try await global.print(search, .hits, tracker, limit: limit)
    }
}
