import SandboxDomain
import Testing

@Suite("A regime") struct RegimeTests {
    private func regime(_ change: (inout RegimeDocument) -> Void = { _ in }) -> RegimeDocument {
        let rule = RegimeDocument.Rule(
            code: "reply", name: .init("회신", "reply"), basis: "제1조", owedBy: .ministry,
            start: .event("consultation-notified"), endsOn: ["replied"], length: PeriodLength(30, .day),
            counting: .civil)
        let track = RegimeDocument.Track(
            code: "trial", prefix: "TR", name: .init("시험", "trial"), basis: "제2조", grants: true, since: "2020-01-01",
            opinions: [.oppose, .agree], outcomes: [.granted], importedOutcomes: [],
            sections: [.init("scope", name: .init("범위", "scope"), isRequired: true)],
            papers: [.init("plan", name: .init("계획서", "plan"), basis: "제3조", isRequired: true)])
        var document = RegimeDocument(
            code: "test", name: .init("시험 제도", "test regime"), basis: "시험법", timeZone: "Asia/Seoul",
            meetingName: .init("제{no}차 {committee}", "{committee}, meeting {no}"),
            calendar: .init(
                code: "kr", name: .init("달력", "calendar"), closedWeekdays: [.saturday, .sunday], opensAt: "09:00",
                closesAt: "18:00"), tracks: [track], rules: [rule])
        change(&document)
        return document
    }

    @Test("that says the same differs in nothing, whatever the order of its opinions") func same() {
        #expect(regime().differences(since: regime()) == [])
        #expect(regime().tracks[0].opinions == [.agree, .oppose])
    }

    @Test("tells every field that changed with both values, and what was added or left out as one thing")
    func differences() {
        let changed = regime { document in
            document.rules[0].length = PeriodLength(1, .month)
            document.rules[0].cap = PeriodLength(90, .day)
            document.tracks[0].papers = []
            document.tracks[0].sections.append(.init("aim", name: .init("목표", "aim"), isRequired: false))
        }
        let found = changed.differences(since: regime())
        #expect(
            found.map(\.place) == [
                "tracks.trial.sections", "tracks.trial.papers", "tracks.trial.sections.aim", "rules.reply.length",
                "rules.reply.cap", "tracks.trial.papers.plan",
            ])
        #expect(found[3].before == "30 days" && found[3].after == "1 month")
        #expect(found[4].before == nil && found[4].after == "90 days")
        #expect(found[5].before == "계획서" && found[5].after == nil)
    }

    @Test("keeps the time zone and the prefixes that dates and numbers rest on") func fixed() throws {
        let standing = regime()
        try regime { $0.rules = [] }.mayFollow(standing)
        #expect(throws: Refusal.regime(.fixed("time_zone", from: "Asia/Seoul", to: "Asia/Tokyo"))) {
            try regime { $0.timeZone = "Asia/Tokyo" }.mayFollow(standing)
        }
        #expect(throws: Refusal.regime(.fixed("tracks.trial.prefix", from: "TR", to: "TX"))) {
            try regime { $0.tracks[0].prefix = "TX" }.mayFollow(standing)
        }
    }

    @Test("goes on making grants, by the prefix and the rules of those that were made") func fixedGrants() throws {
        var grant = RegimeDocument.Grant(
            prefix: "TRC", certificate: .init("확인서", "certificate"), validityRule: "validity", atEnd: .ends,
            maySuspend: false)
        grant.extensionRule = "extension"
        let standing = regime { $0.tracks[0].grant = grant }
        try standing.mayFollow(regime())
        try regime {
            var later = grant
            (later.revisionRule, later.maySuspend, later.atEnd) = ("revision", true, .untilLawChanges)
            later.certificate = .init("증서", "paper")
            $0.tracks[0].grant = later
        }.mayFollow(standing)
        let place = "tracks.trial.grant"
        #expect(throws: Refusal.regime(.fixed(place, from: "TRC", to: "-"))) { try regime().mayFollow(standing) }
        let changes: [(String, String, String, (inout RegimeDocument.Grant) -> Void)] = [
            ("prefix", "TRC", "TRX", { $0.prefix = "TRX" }),
            ("validity", "validity", "other", { $0.validityRule = "other" }),
            ("extension", "extension", "-", { $0.extensionRule = nil }),
        ]
        for (field, before, after, change) in changes {
            var later = grant
            change(&later)
            #expect(throws: Refusal.regime(.fixed("\(place).\(field)", from: before, to: after))) {
                try regime { $0.tracks[0].grant = later }.mayFollow(standing)
            }
        }
    }

    @Test("a closed track takes nothing new") func closed() throws {
        try Filing.mayUse("trial", isOpen: true)
        #expect(throws: Refusal.caseFile(.trackClosed("trial"))) { try Filing.mayUse("trial", isOpen: false) }
    }

    @Test(
        "a length reads as it is written", arguments: ["30 days", "1 day", "2 weeks", "2 months", "1 year", "0 days"])
    func lengths(text: String) throws {
        #expect(try PeriodLength(text).text == text)
    }

    @Test("no other text is a length", arguments: ["", "30", "days", "30 moons", "-1 days", "1.5 days", "99999 days"])
    func noLength(text: String) {
        #expect(throws: InputProblem.notALength(text)) { try PeriodLength(text) }
    }

    @Test("a track is known by its code and by its names, in any regime") func tracks() throws {
        let known = [
            KnownTrack(regime: "kr", code: "trial", korean: "실증", english: "trial run"),
            KnownTrack(regime: "eu", code: "ai-sandbox", korean: "인공지능", english: "AI sandbox"),
        ]
        for text in ["trial", "실증", " Trial Run "] { #expect(try TrackCode(text, among: known) == "trial") }
        #expect(try TrackCode("AI-Sandbox", among: known) == "ai-sandbox")
        #expect(throws: InputProblem.unknownWord("trail", known: ["trial", "ai-sandbox"])) {
            try TrackCode("trail", among: known)
        }
        #expect(try TrackCode("any", among: []) == "any")
    }
}
