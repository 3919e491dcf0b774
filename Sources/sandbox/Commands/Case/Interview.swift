import SandboxCore
import SandboxDomain
import SandboxPresentation

/// Drafts a proposal by asking: the track, the service, and for each provision what the law says, what is needed
/// instead and how it is to be applied.
struct Interview {
    let global: GlobalOptions
    let tracker: Tracker

    func proposal() async throws -> Proposal {
        // Nobody answers ten questions to be told that it was for nothing.
        let person = try await tracker.answer(WhoAmI())
        guard person.role == .company else { throw NotPermitted(role: person.role, needed: [.company]) }
        let real = Console.current
        let answers = ResumedAnswers("draft-\(person.roleName)", real.environment)
        if answers.isBegun {
            let goesOn = try global.ask(
                Wording("쓰다 만 제안이 있습니다. 이어서 씁니까? (예/아니요)", "A proposal was begun. Go on with it? (yes/no)"),
                checked: { text throws(InputProblem) in try Wording.isYes(text) })
            if goesOn == false { answers.forget() }
        }
        var console = real
        console.readLine = { answers.next($0, real) }
        do {
            let proposal = try await Console.$current.withValue(console) { try await asked() }
            answers.forget()
            return proposal
        } catch let interrupted as CancellationError {
            if answers.isBegun {
                say(
                    Wording(
                        "쓴 답은 남아 있습니다. 같은 명령을 다시 하면 이어서 씁니다.",
                        "The answers are kept. Run the same command again to go on."))
            }
            throw interrupted
        }
    }

    private func asked() async throws -> Proposal {
        say(
            Wording(
                "몇 가지를 묻습니다. 모르는 것은 Enter로 넘어가고 나중에 채울 수 있습니다.",
                "A few questions. Press Enter to leave something open; it can be filled in later."))
        let form = try await tracker.answer(CaseForm(try await track()))
        var proposal = Proposal(track: form.track, service: .init(name: try name()))
        proposal.service.summary = try ask(Wording("서비스의 주요 내용", "What it does"))
        proposal.service.type = try global.chosen(ServiceType.self, Wording("유형", "Type"))
        repeat {
            guard let item = try exemption(form, number: proposal.exemptions.count + 1) else { break }
            proposal.exemptions.append(item)
        } while true
        return proposal
    }

    private func track() async throws -> TrackCode {
        let known = try await tracker.answer(TrackList()).filter(\.isOpen)
        for track in known { say(Wording("  \(track.code) \(track.korean)", "  \(track.code) \(track.english)")) }
        return try needed(Wording("트랙", "Track")) { text throws(InputProblem) in try TrackCode(text, among: known) }
    }

    private func name() throws -> String {
        try needed(Wording("서비스명", "Name of the service")) { text throws(InputProblem) in
            try TextRule.label.checked(text)
        }
    }

    /// One provision; nil when there is none, or no further one.
    private func exemption(_ form: TrackForm, number: Int) throws -> Proposal.Exemption? {
        let question =
            number == 1
            ? Wording(
                "걸림돌이 되는 법령과 조항 (예: 저작권법 제35조의5)", "The law and article in the way (e.g. Copyright Act Article 35-5)")
            : Wording("또 다른 법령과 조항 (없으면 Enter)", "Another law and article (Enter if there is none)")
        guard let provision = try ask(question, .label) else { return nil }
        var item = try Proposal.Exemption(provision: provision)
        item.obstacle = try ask(Wording("그 법령은 무엇을 정하며 왜 걸림돌입니까", "What that law says, and why it is in the way"))
        if form.grants {
            item.exemption = try ask(Wording("어떤 특례가 필요합니까", "The exemption needed"))
            item.application = try ask(Wording("그 특례를 어떻게 적용합니까", "How it is to be applied"))
        } else {
            item.question = try ask(Wording("무엇을 확인하고 싶습니까", "What you ask about it"))
        }
        return item
    }

    private func ask(_ question: Wording, _ rule: TextRule = .prose) throws -> String? {
        try global.ask(question) { text throws(InputProblem) in try rule.checked(text) }
    }

    private func needed<Value>(
        _ question: Wording, _ check: (String) throws(InputProblem) -> Value
    ) throws -> Value {
        while true {
            if let value = try global.ask(question, checked: check) { return value }
            say(Wording("  꼭 필요합니다.", "  This one is needed."))
        }
    }

    private func say(_ line: Wording) {
        Console.current.writeError(Array((line[global.language] + "\n").utf8))
    }
}
