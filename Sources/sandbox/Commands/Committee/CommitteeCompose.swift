import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Committee {
    struct Compose: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "compose",
            abstract: "Name those who sit in a meeting (위원 구성).",
            discussion: """
                  sandbox committee compose main/43 --member chair:장관 --member standing-agency:보건복지부 \\
                      --member private:민간위원1 --member private:민간위원2
                  sandbox committee compose fast-track/2 --like fast-track/1 --member agency:금융위원회

                Names replace those named before, until the agenda is frozen. \
                Members need no login. How many there must be,
                and how many of them private, the regime says.
                """
        )
        @OptionGroup var writing: WritingOptions
        @Argument(help: .meeting) var meeting: String
        @Option(
            parsing: .unconditionalSingleValue,
            help: ArgumentHelp(
                "A member: chair, standing-agency, agency or private, a colon, the name. May be given several times.",
                valueName: "capacity:name"))
        var member: [String] = []
        @Option(
            parsing: .unconditionalSingleValue,
            help: ArgumentHelp("A member named by --member who sits on the main committee as well.", valueName: "name"))
        var fromMain: [String] = []
        @Option(help: ArgumentHelp("A meeting whose members sit again.", valueName: "meeting")) var like: String?
        @OptionGroup(title: "Everywhere") var global: GlobalOptions

        var notDone: Wording { Wording("위원을 구성하지 않았습니다", "the meeting was not composed") }

        func run(_ tracker: Tracker) async throws {
            var members = try member.map(CommitteeMember.init(word:))
            for name in try fromMain.map({ try Prose(argument: $0).text(.fromMain, .label) }) {
                guard let index = members.firstIndex(where: { normalised($0.name) == normalised(name) }) else {
                    throw BadInput(.unknownWord(name, known: members.map(\.name)), field: .fromMain)
                }
                members[index].isFromMain = true
            }
            let act = try ComposeMeeting(
                try MeetingReference.one(meeting), members: members,
                like: try like.map { try MeetingReference.one($0, .like) })
            let composed = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(composed), dryRun: writing.dryRun)
        }
    }
}

extension CommitteeMember {
    /// `private:민간위원1`.
    fileprivate init(word: String) throws {
        let parts = word.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        guard parts.count == 2 else {
            throw BadInput(
                .unknownWord(word, known: MemberCapacity.allCases.map { $0.rawValue + ":NAME" }), field: .member)
        }
        do {
            let capacity = try MemberCapacity(said: String(parts[0]))
            self.init(try TextRule.label.checked(parts[1]), capacity)
        } catch { throw BadInput(error, field: .member) }
    }
}
