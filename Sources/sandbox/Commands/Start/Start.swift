import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

struct Start: AsyncParsableCommand, Explained {
    static let configuration = CommandConfiguration(
        name: "start",
        abstract: "Set up an office for the first time: the authority, the ministries and somebody at the desk.",
        discussion: """
              sandbox start
              sandbox start --authority 과학기술정보통신부 --desk park --name '박담당' --no-input

            On a terminal it asks what is not given; elsewhere it takes what the regime says. What is there already stays as it \
            is, so it can be run again. On another server connect as an operator.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Option(help: "The lead authority (default: the issuer that the regime names).") var authority: String?
    @Option(
        help: ArgumentHelp(
            "A ministry to enter; several times for several (default: all the regime knows).", valueName: "ministry"))
    var ministry: [String] = []
    @Option(help: ArgumentHelp("The login of somebody at the desk (default: desk).", valueName: "login"))
    var desk: String?
    @Option(help: "How the person at the desk is called.") var name: String?

    var notDone: Wording { Wording("준비하지 못했습니다", "the office was not set up") }

    func run() async throws {
        let isEmbedded: Bool
        var global = global
        if case .embedded = try global.connection() {
            isEmbedded = true
            // The one person that is there from the beginning, whoever acted last.
            global.person = global.person ?? ConnectionChoice.firstPerson
        } else {
            isEmbedded = false
        }
        let office = try await global.withTracker { [global] tracker in
            try await tracker.perform(try await act(global, tracker), dryRun: writing.dryRun)
        }
        if isEmbedded, !writing.dryRun, Console.current.isInteractive {
            try global.embeddedCluster().remember(office.desk.roleName)
        }
        try global.confirm(Confirmation(setUp: office, isEmbedded: isEmbedded), dryRun: writing.dryRun)
    }

    /// What the options say, and on a terminal whoever is asked for the rest.
    private func act(_ global: GlobalOptions, _ tracker: Tracker) async throws -> SetUpOffice {
        var act = SetUpOffice(
            authority: try authority.map { try OrganisationName(option: Field("authority"), $0) },
            ministries: ministry.isEmpty
                ? nil : try ministry.map { try OrganisationName(option: Field("ministry"), $0) },
            desk: try desk.map { try RoleName(option: Field("desk"), $0) },
            displayName: try name.map { try String.label(.name, $0) } ?? Self.deskName[global.language])
        guard global.mayAsk else { return act }
        let foreseen = try await tracker.perform(act, dryRun: true)
        if foreseen.isAuthorityNew, act.authority == nil {
            act.authority = try global.ask(
                Wording("주무부처 [\(foreseen.authority)]", "Lead authority [\(foreseen.authority)]"),
                checked: { text throws(InputProblem) in try OrganisationName(text) })
        }
        guard foreseen.isDeskNew else { return act }
        if act.desk == nil {
            act.desk = try global.ask(
                Wording("담당 창구의 로그인 [\(foreseen.desk.roleName)]", "Login at the desk [\(foreseen.desk.roleName)]"),
                checked: { text throws(InputProblem) in try RoleName(text) })
        }
        if name == nil {
            let asked = try global.ask(
                Wording("담당자의 이름 [\(act.displayName)]", "Name of the person at the desk [\(act.displayName)]"),
                checked: { text throws(InputProblem) in try TextRule.label.checked(text) })
            act.displayName = asked ?? act.displayName
        }
        return act
    }

    /// How somebody at the desk is called whom nobody has named.
    static let deskName = Wording("담당 창구", "Desk")
}
