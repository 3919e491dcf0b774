/// A regime as data: everything one sandbox's law says of committees, tracks, papers, grants, periods and the calendar they
/// are counted on.
///
/// It is what a regime file comes to and what the register holds; two files that say the same are the same document.
public struct RegimeDocument: Hashable, Sendable {
    /// Its code, e.g. `kr-ict`.
    public var code: RegimeCode
    /// What it is called.
    public var name: Name
    /// The law it is based on.
    public var basis: String
    /// The authority's time zone, e.g. `Asia/Seoul`: its midnight begins a legal day.
    public var timeZone: String
    /// What a meeting of a committee is called: `{no}` is its number, `{committee}` the committee.
    public var meetingName: Name
    /// The calendar its periods are counted on.
    public var calendar: Calendar
    /// The committees that decide, in the order of the law; none: the authority decides alone.
    public var committees: [Committee]
    /// The ways through the sandbox, in the order of the law.
    public var tracks: [Track]
    /// The rules by which periods run, in the order of the law.
    public var rules: [Rule]
    /// What a liability insurance covers at least, in the order of the law.
    public var insurance: [Cover]
    /// The grounds on which the public register withholds something, in the order of the law.
    public var disclosureGrounds: [DisclosureGround]
    /// What the name of a law ends with tells its level: the longest ending that fits.
    public var lawEndings: [LawEnding]
    /// By what other names laws and ministries are known.
    public var otherNames: [OtherNames]
    /// Over whose name its papers go out; nil: it has none.
    public var issuer: Issuer?
    /// What several of its papers say alike, in the order of the file.
    public var paperParts: [PaperPart]
    /// The words of its official papers, in the order of the file: of several that fit the first is taken.
    public var officialPapers: [PaperTemplate]

    /// A name in both languages.
    public struct Name: Hashable, Sendable {
        /// In Korean.
        public var korean: String
        /// In English.
        public var english: String

        /// A name.
        public init(_ korean: String, _ english: String) { (self.korean, self.english) = (korean, english) }
    }

    /// On which days a period may end, and the hours of a working day. Public holidays are entered one by one.
    public struct Calendar: Hashable, Sendable {
        /// Its code; several regimes may share one.
        public var code: String
        /// What it is called.
        public var name: Name
        /// The days of the week that are not working days, Monday first.
        public var closedWeekdays: [Weekday]
        /// When a working day begins, e.g. `09:00`.
        public var opensAt: String
        /// When it ends.
        public var closesAt: String
        /// What its rules say of the holidays of years that are not declared complete; nil: nothing but closed weekdays.
        public var foreseen: Foreseen?

        /// A calendar.
        public init(
            code: String, name: Name, closedWeekdays: [Weekday], opensAt: String, closesAt: String,
            foreseen: Foreseen? = nil
        ) {
            (self.code, self.name, self.closedWeekdays) = (code, name, closedWeekdays)
            (self.opensAt, self.closesAt, self.foreseen) = (opensAt, closesAt, foreseen)
        }
    }

    /// A day of the week.
    public enum Weekday: String, StableCode {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    }

    /// A way through the sandbox with its form.
    public struct Track: Hashable, Sendable {
        /// Its code, e.g. `temporary-permit`.
        public var code: TrackCode
        /// The first part of its reference numbers; no other track of any regime has it.
        public var prefix: String
        /// What it is called.
        public var name: Name
        /// The article.
        public var basis: String
        /// Whether a favourable decision is a grant, which needs a ministry's reply.
        public var grants: Bool
        /// The day its law came into force.
        public var since: CivilDate
        /// What a ministry may say, by code.
        public var opinions: [Opinion]
        /// How it is decided, by code.
        public var outcomes: [DecisionOutcome]
        /// How cases of the past were decided beside that.
        public var importedOutcomes: [DecisionOutcome]
        /// The sections of the form.
        public var sections: [Section]
        /// The papers that go with it.
        public var papers: [Paper]
        /// The committees that may decide it, by code; none: the authority decides alone.
        public var deciders: [Decider]
        /// What its grants are; nil: a favourable decision is all there is.
        public var grant: Grant?

        /// A track.
        public init(
            code: TrackCode, prefix: String, name: Name, basis: String, grants: Bool, since: CivilDate,
            opinions: [Opinion], outcomes: [DecisionOutcome], importedOutcomes: [DecisionOutcome],
            sections: [Section], papers: [Paper], deciders: [Decider] = [], grant: Grant? = nil
        ) {
            (self.code, self.prefix, self.name, self.basis) = (code, prefix, name, basis)
            (self.grants, self.since, self.sections, self.papers) = (grants, since, sections, papers)
            self.grant = grant
            // Their order means nothing; the same set is the same document.
            self.opinions = Set(opinions).sorted { $0.rawValue < $1.rawValue }
            self.outcomes = Set(outcomes).sorted { $0.rawValue < $1.rawValue }
            self.importedOutcomes = Set(importedOutcomes).sorted { $0.rawValue < $1.rawValue }
            self.deciders = deciders.sorted { $0.committee < $1.committee }
        }
    }

    /// A section of a track's form.
    public struct Section: Hashable, Sendable {
        /// Its code.
        public var code: String
        /// What it is called.
        public var name: Name
        /// Whether a proposal cannot be filed without it.
        public var isRequired: Bool

        /// A section.
        public init(_ code: String, name: Name, isRequired: Bool) {
            (self.code, self.name, self.isRequired) = (code, name, isRequired)
        }
    }

    /// A paper of a track.
    public struct Paper: Hashable, Sendable {
        /// Its code.
        public var code: String
        /// What it is called.
        public var name: Name
        /// The article that demands it.
        public var basis: String
        /// Whether a proposal cannot be filed without it.
        public var isRequired: Bool

        /// A paper.
        public init(_ code: String, name: Name, basis: String, isRequired: Bool) {
            (self.code, self.name, self.basis, self.isRequired) = (code, name, basis, isRequired)
        }
    }

    /// A regime.
    public init(
        code: RegimeCode, name: Name, basis: String, timeZone: String, meetingName: Name, calendar: Calendar,
        committees: [Committee] = [], tracks: [Track], rules: [Rule], insurance: [Cover] = [],
        disclosureGrounds: [DisclosureGround] = [],
        lawEndings: [LawEnding] = [], otherNames: [OtherNames] = [], issuer: Issuer? = nil,
        paperParts: [PaperPart] = [], officialPapers: [PaperTemplate] = []
    ) {
        (self.code, self.name, self.basis, self.timeZone) = (code, name, basis, timeZone)
        (self.meetingName, self.calendar) = (meetingName, calendar)
        (self.committees, self.tracks, self.rules) = (committees, tracks, rules)
        (self.insurance, self.disclosureGrounds, self.lawEndings) = (insurance, disclosureGrounds, lawEndings)
        self.otherNames = otherNames
        (self.issuer, self.paperParts, self.officialPapers) = (issuer, paperParts, officialPapers)
    }
}

extension RegimeDocument {
    /// Whether this may replace `standing`: all may change except what is part of numbers and dates already given.
    ///
    /// The time zone decides on which legal day something happened. The prefix of a track is part of reference numbers:
    /// if it changed, `DE-2026-0001` could no longer be told from another track's. A track that makes grants goes on
    /// making them, with the prefix of their certificates and the rules by which their deadlines were found.
    /// - Throws: ``RegimeRefusal/fixed(_:from:to:)``.
    public func mayFollow(_ standing: RegimeDocument) throws(Refusal) {
        if timeZone != standing.timeZone { throw .regime(.fixed("time_zone", from: standing.timeZone, to: timeZone)) }
        for track in tracks {
            guard let before = standing.tracks.first(where: { $0.code == track.code }) else { continue }
            if before.prefix != track.prefix {
                throw .regime(.fixed("tracks.\(track.code).prefix", from: before.prefix, to: track.prefix))
            }
            try before.grant?.mayBecome(track.grant, at: "tracks.\(track.code).grant")
        }
    }
}
