import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension User {
    struct Edit: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "edit",
            abstract: "Change how a person is called, or which acts in the organisation's name the person may do.",
            discussion: """
                  sandbox user edit kim --name '김하늘'
                  sandbox user edit park --may decide,sign
                  sandbox user edit lee --may none

                file: what a company hands in. decide: a ministry's opinions, the desk's decisions and rulings. \
                sign: official papers. Everybody has all three until some are taken. \
                Whoever moves to another organisation or role gets another login: their acts stay told apart.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: "The login.") var login: String
        @Option(help: "How the person is called.") var name: String?
        @Option(
            help: ArgumentHelp(
                "The rights from now on: file, decide, sign, with commas between; or all, or none.", valueName: "rights"
            ))
        var may: String?

        var notDone: Wording { Wording("사용자를 고치지 않았습니다", "the person was not changed") }

        func run(_ tracker: Tracker) async throws {
            if name == nil, may == nil { throw BadInput(.missingName(.name)) }
            let act = EditPerson(
                try RoleName(option: .login, login), displayName: try name.map { try .label(.name, $0) },
                rights: try may.map(rights))
            let persons = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(persons.map(Confirmation.init(edited:)), dryRun: writing.dryRun)
        }

        private func rights(_ text: String) throws -> [PersonRight] {
            switch text.lowercased() {
            case "all": return PersonRight.allCases
            case "none": return []
            default: break
            }
            do {
                let named = try text.split(separator: ",").map { try PersonRight(chosen: String($0)) }
                return PersonRight.allCases.filter(named.contains)
            } catch let problem as InputProblem { throw BadInput(problem, field: .may) }
        }
    }
}
