import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

/// A proposal in options, for what is short enough for a command line.
struct ProposalOptions: ParsableArguments {
    @Option(help: "A track, by code or name; sandbox regime view lists them.") var track: String?
    @Option(help: ArgumentHelp("Whose, if several regimes have the track.", valueName: "code")) var regime: String?
    @Option(help: "What the service is called.") var service: String?
    @Option(parsing: .unconditional, help: .prose("What the service does.")) var summary: Prose?
    @Option(help: "Whether it is a technology, a service or both.") var type: ServiceType?
    @Option(
        help: ArgumentHelp(
            "A law that is in the way, e.g. '저작권법 제35조의5'; several times for several.", valueName: "law"))
    var law: [String] = []
    @Option(parsing: .unconditionalSingleValue, help: .prose("What that law says; the nth for the nth law."))
    var obstacle: [Prose] = []
    @Option(parsing: .unconditionalSingleValue, help: .prose("The exemption needed; the nth for the nth law."))
    var exemption: [Prose] = []
    @Option(parsing: .unconditionalSingleValue, help: .prose("How it is to be applied; the nth for the nth law."))
    var application: [Prose] = []
    @Option(
        parsing: .unconditionalSingleValue,
        help: .prose("What is asked, in a rapid confirmation; the nth for the nth law."))
    var question: [Prose] = []
    @Option(
        help: ArgumentHelp("A section of the form; the codes are in sandbox case template.", valueName: "code=text"))
    var section: [String] = []
    @Option(help: ArgumentHelp("A paper to attach; the codes are in sandbox case template.", valueName: "code=file"))
    var paper: [String] = []

    /// Whether nothing but papers was given.
    var isEmpty: Bool {
        track == nil && regime == nil && service == nil && summary == nil && type == nil && law.isEmpty
            && obstacle.isEmpty
            && exemption.isEmpty && application.isEmpty && question.isEmpty && section.isEmpty
    }

    /// The proposal, if a track and a service were given.
    /// - Throws: `BadInput` with everything that is wrong or missing.
    func proposal(_ tracker: Tracker) async throws -> Proposal {
        var missing: [BadInput.Issue] = []
        if track == nil { missing.append(.init(.missingName(.track))) }
        if service == nil { missing.append(.init(.missingName(.service))) }
        let longest = [obstacle.count, exemption.count, application.count, question.count].max() ?? 0
        if longest > law.count { missing.append(.init(.missingName(.law))) }
        guard let track, let service, missing.isEmpty else { throw BadInput(missing) }
        var proposal = Proposal(
            track: try await tracker.track(named: track),
            service: .init(
                name: try Prose(argument: service).text(.service, .label), type: type,
                summary: try summary?.text(.summary)))
        proposal.regime = regime.map { RegimeCode($0) }
        proposal.exemptions = try law.indices.map { index in
            var item = try Proposal.Exemption(option: .law, law[index])
            item.obstacle = try obstacle.text(index, .obstacle)
            item.exemption = try exemption.text(index, .exemption)
            item.application = try application.text(index, .application)
            item.question = try question.text(index, .question)
            return item
        }
        proposal.sections = try section.map { word in
            let (code, text) = try splitAssignment(word, option: .section)
            return .init(code, try Prose(argument: text).text(Field("sections.\(code)")))
        }
        return proposal
    }
}

extension Proposal.Exemption {
    fileprivate init(option field: Field, _ provision: String) throws {
        do { try self.init(provision: provision) } catch { throw BadInput(error, field: field) }
    }
}

extension [Prose] {
    fileprivate func text(_ index: Int, _ field: Field) throws -> String? {
        index < count ? try self[index].text(field) : nil
    }
}
