package import SandboxCore
package import SandboxDomain

/// The people of a case, each with a tracker of their own, on the running test's database.
///
/// ```swift
/// let casework = try await Casework()
/// let reference = try await casework.received(.demonstration)
/// try await casework.desk.perform(SendConsultation(reference, to: [casework.mcst.organisation]))
/// ```
package struct Casework: Sendable {
    package let database: TestDatabase
    /// 한빛에이아이, the company of the story.
    package let company: Person
    /// Another company, which sees nothing of it.
    package let rival: Person
    /// The desk of 과학기술정보통신부.
    package let desk: Person
    /// 문화체육관광부.
    package let mcst: Person
    /// 개인정보보호위원회.
    package let pipc: Person
    /// Reads what is filed, but no papers.
    package let analyst: Person
    /// Reads everything.
    package let auditor: Person

    /// Somebody with a connection.
    package struct Person: Sendable {
        /// The login.
        package let name: String
        /// For whom they act.
        package let organisation: String
        /// Their tracker, on a connection of its own.
        package let tracker: Tracker

        /// Does an act.
        @discardableResult
        package func perform<O: Operation>(_ operation: O, dryRun: Bool = false) async throws -> O.Outcome {
            try await tracker.perform(operation, dryRun: dryRun)
        }

        /// Does an act once.
        @discardableResult
        package func perform<O: OnceOnly>(
            _ operation: O, key: String? = nil, dryRun: Bool = false
        ) async throws -> O.Outcome {
            try await tracker.perform(operation, key: key.map { IdempotencyKey($0) }, dryRun: dryRun)
        }

        /// Asks a question.
        package func answer<Q: Query>(_ query: Q) async throws -> Q.Answer { try await tracker.answer(query) }
    }

    package init() async throws {
        let test = try TestDatabase.current
        func person(_ role: GroupRole, _ name: String, of organisation: String?) async throws -> Person {
            let login = try await test.person(role, of: organisation, named: name)
            return Person(name: login, organisation: organisation ?? "", tracker: try test.tracker(as: login))
        }
        database = test
        company = try await person(.company, "hanbit", of: "한빛에이아이")
        rival = try await person(.company, "rival", of: "다른회사")
        desk = try await person(.desk, "desk", of: "과학기술정보통신부")
        mcst = try await person(.ministry, "mcst", of: "문화체육관광부")
        pipc = try await person(.ministry, "pipc", of: "개인정보보호위원회")
        analyst = try await person(.analyst, "analyst", of: nil)
        auditor = try await person(.auditor, "auditor", of: nil)
    }

    /// Another person of the same role and organisation.
    package func colleague(of person: Person, _ role: GroupRole, named name: String) async throws -> Person {
        let login = try await database.person(role, of: person.organisation, named: name)
        return Person(name: login, organisation: person.organisation, tracker: try database.tracker(as: login))
    }

    /// A second connection of the same person: another process, for races.
    package func twin(of person: Person) throws -> Person {
        Person(
            name: person.name, organisation: person.organisation, tracker: try database.tracker(as: person.name))
    }

    /// A draft that lacks nothing.
    package func drafted(_ track: TrackCode = .demonstration) async throws -> CaseReference {
        try await company.perform(DraftCase(.complete(track), papers: PaperFile.complete(track))).reference
    }

    /// A filed case.
    package func filed(_ track: TrackCode = .demonstration) async throws -> CaseReference {
        var act = FileCase(.complete(track), papers: PaperFile.complete(track))
        // A story may have several cases; their contents do not matter.
        act.again = true
        return try await company.perform(act).reference
    }

    /// A case the desk has taken up.
    package func received(_ track: TrackCode = .demonstration) async throws -> CaseReference {
        try await desk.perform(ReceiveCase(try await filed(track))).reference
    }

    /// A case about which these ministries have been asked; 문화체육관광부, if none is named.
    package func consulting(
        _ track: TrackCode = .demonstration, with ministries: [String] = ["문화체육관광부"]
    ) async throws -> CaseReference {
        let reference = try await received(track)
        try await desk.perform(SendConsultation(reference, to: ministries))
        return reference
    }

    /// A case on which 문화체육관광부 has agreed.
    package func replied(_ track: TrackCode = .demonstration) async throws -> CaseReference {
        let reference = try await consulting(track)
        try await mcst.perform(ReplyToConsultation(reference, opinion: .agree))
        return reference
    }

    /// A meeting of the main committee today, composed, with these cases on its agenda, frozen.
    @discardableResult
    package func tabled(_ references: CaseReference...) async throws -> MeetingReference {
        let meeting = try await desk.perform(ScheduleMeeting(committee: "main")).reference
        try await desk.perform(ComposeMeeting(meeting, members: Self.members))
        for reference in references { try await desk.perform(TableCase(reference, at: meeting)) }
        try await desk.perform(FreezeAgenda(meeting))
        return meeting
    }

    /// Has the main committee vote on a case today: all members the same way.
    @discardableResult
    package func voted(_ reference: CaseReference, _ vote: Vote = .inFavour) async throws -> MeetingReference {
        let meeting = try await tabled(reference)
        try await desk.perform(CastVotes(reference, [], rest: vote))
        return meeting
    }

    /// Who sits in a meeting: five, three of them private.
    package static let members: [CommitteeMember] = [
        .init("위원장", .chair), .init("보건복지부", .standingAgency), .init("위원 1", .private),
        .init("위원 2", .private), .init("위원 3", .private),
    ]

    /// Has the case follow an earlier grant, which is made for it.
    package func followsPrecedent(_ reference: CaseReference) async throws {
        try await desk.perform(ProposeFastTrack(reference, precedent: try await decided(), reason: "같은 기술과 같은 법령"))
    }

    /// A granted case.
    package func decided(_ track: TrackCode = .demonstration) async throws -> CaseReference {
        let reference = try await replied(track)
        if track != .rapidConfirmation { try await voted(reference) }
        try await desk.perform(DecideCase(reference, outcome: .granted))
        return reference
    }
}

extension ProposalDocument {
    /// A proposal with everything the track demands, papers apart.
    package static func complete(_ track: TrackCode) -> ProposalDocument {
        var proposal = Proposal(
            track: track, service: .init(name: "초거대 AI 문서 요약", type: .service, summary: "긴 문서를 요약합니다."))
        proposal.regime = .koreanICT
        var item = Proposal.Exemption(law: "저작권법", article: "제35조의5", ministry: "문화체육관광부")
        item.obstacle = "판단 기준이 없습니다."
        if track == .rapidConfirmation {
            item.question = "허가가 필요합니까?"
        } else {
            (item.exemption, item.application) = ("정보분석을 위한 복제를 허용합니다.", "목록을 보관하고 요청이 있으면 제외합니다.")
        }
        proposal.exemptions = [item]
        let sections: [TrackCode: [String]] = [
            .rapidConfirmation: ["description"],
            .temporaryPermit: ["description", "necessity", "objectives", "user_protection"],
            .demonstration: ["description", "necessity", "objectives", "scope", "schedule", "user_protection"],
        ]
        proposal.sections = (sections[track] ?? []).map { .init($0, "\($0)에 대한 설명입니다.") }
        return ProposalDocument(proposal)
    }
}

extension PaperFile {
    /// The papers the track demands.
    package static func complete(_ track: TrackCode) -> [PaperFile] {
        let papers: [TrackCode: [String]] = [
            .rapidConfirmation: ["technology-description"],
            .temporaryPermit: ["business-plan", "eligibility-statement", "safety-evidence", "user-protection-plan"],
            .demonstration: ["demonstration-plan", "eligibility-statement", "user-protection-plan"],
        ]
        return (papers[track] ?? []).map { .text($0, "\($0)입니다.") }
    }

    /// A small paper.
    package static func text(_ paper: String, _ content: String, name: String? = nil) -> PaperFile {
        PaperFile(paper: paper, name: name ?? "\(paper).txt", mediaType: "text/plain", content: Array(content.utf8))
    }
}

extension Casework {
    /// The deadline of a case that follows from this rule, as the desk sees it.
    package func deadline(_ reference: CaseReference, _ rule: String) async throws -> DeadlineSummary {
        var list = DeadlineList()
        (list.reference, list.ended) = (reference, true)
        guard let found = try await desk.answer(list).first(where: { $0.rule == rule }) else {
            throw NotFound(.deadline, "\(reference) \(rule)")
        }
        return found
    }
}
