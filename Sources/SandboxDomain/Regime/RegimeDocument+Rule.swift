extension RegimeDocument {
    /// A rule by which a period runs: how long the law gives, counted how, stopped by what, and what follows when nothing
    /// happens (기한 규칙).
    public struct Rule: Hashable, Sendable {
        /// Its code, e.g. `k3`.
        public var code: String
        /// What it is called.
        public var name: Name
        /// The article.
        public var basis: String
        /// The tracks it holds for; none: all.
        public var tracks: [TrackCode]
        /// Who owes the act.
        public var owedBy: Debtor
        /// What starts it.
        public var start: Start
        /// It ends no earlier than the deadline of this rule: the later of three months and the expiry.
        public var noEarlierThan: String?
        /// The events that end it.
        public var endsOn: [String]
        /// How long it is.
        public var length: PeriodLength
        /// How it is counted.
        public var counting: Counting
        /// Causes whose time is not counted.
        public var stoppedBy: [StopCause]
        /// Its end in any case, stops and extensions or not.
        public var cap: PeriodLength?
        /// How it may be extended.
        public var extensions: Extensions?
        /// How else the law can be read.
        public var readings: [RuleReading]
        /// What follows when it ends without the act.
        public var whenMissed: Effect
        /// The same in the words of the law.
        public var missed: Name?
        /// The first day on which it starts deadlines; nil for always.
        public var validFrom: CivilDate?
        /// The last.
        public var validTo: CivilDate?

        /// A rule with nothing that may be left out.
        public init(
            code: String, name: Name, basis: String, owedBy: Debtor, start: Start, endsOn: [String],
            length: PeriodLength,
            counting: Counting
        ) {
            (self.code, self.name, self.basis, self.owedBy, self.start) = (code, name, basis, owedBy, start)
            (self.endsOn, self.length, self.counting) = (endsOn, length, counting)
            (tracks, stoppedBy, readings, whenMissed) = ([], [], [], .none)
        }
    }
}

extension RegimeDocument.Rule {
    /// Who owes the act a period runs for.
    public enum Debtor: String, StableCode {
        case applicant, ministry, desk, committee
    }

    /// What starts a period.
    public enum Start: Hashable, Sendable {
        /// An event of casework, by its code.
        case event(String)
        /// The end of another rule's period: two months before the end of the validity.
        case endOf(String)
        /// An event, or the end of another rule's period, whichever is earlier: the answer to an objection, or the end of the period for
        /// it (행정기본법 제36조 제4항).
        case eventOrEndOf(String, String)

        /// The rule whose end it names.
        public var anchor: String? {
            switch self {
            case .event: nil
            case .endOf(let rule), .eventOrEndOf(_, let rule): rule
            }
        }
    }

    /// The ways the law counts.
    public enum Counting: String, StableCode {
        /// First day out, an end on a closed day moves on (민법 제157조, 제161조).
        case civil
        /// First day in, the end does not move (행정기본법 제6조 제2항).
        case burden
        /// First day in, closed days out; five days or fewer in working hours (민원처리법 제19조).
        case petition
        /// First day in, the end does not move: the validity of a permit.
        case validity
        /// Back from the day a validity ends.
        case backward
        /// First day out, months and years end on the date of the event (Regulation 1182/71, Article 3).
        case sameDate = "same-date"
        /// The same, ending on the day that a paper states, which does not move.
        case validitySameDate = "validity-same-date"
    }

    /// How a period may be extended.
    public struct Extensions: Hashable, Sendable {
        /// How often.
        public var times: Int
        /// By how much each time, at most.
        public var length: PeriodLength
        /// From when it runs.
        public var from: From

        /// From when an extension runs.
        public enum From: String, StableCode {
            /// It is counted in one with the period.
            case period
            /// From the day after the period has ended, wherever that has moved (만료일 다음 날부터 기산).
            case expiry
        }

        /// Extensions.
        public init(_ times: Int, by length: PeriodLength, from: From = .period) {
            (self.times, self.length, self.from) = (times, length, from)
        }
    }

    /// What the law lets follow when a period ends without the act.
    public enum Effect: String, StableCode {
        /// Nothing of itself.
        case none
        /// Silence means that no permit is needed.
        case deemedNotNeeded = "deemed-not-needed"
        /// A right is lost.
        case rightLost = "right-lost"
        /// What the period gave ends.
        case ends
        /// The grant may be revoked.
        case groundForRevocation = "ground-for-revocation"
        /// A fine.
        case fine
    }

    /// The events of casework that start and end deadlines; the table `deadline_event` says the same.
    public static let events = [
        "application-received", "consultation-notified", "fast-track-consultation-notified", "replied",
        "replies-complete", "replies-reopened", "result-notified", "tabled", "decided", "returned", "withdrawn",
        "rejected", "granted", "redeliberation-requested", "redeliberated", "change-requested", "change-replied",
        "change-ruled", "validity-begun",
        "revision-requested", "revision-planned", "revision-found", "extension-applied", "revision-applied",
        "temporary-permit-applied", "expired", "result-reported", "commenced", "insured", "insurance-renewed",
        "insurance-copied", "claim-received", "claim-paid", "claim-settled", "claim-reported", "disposition-received",
        "objection-filed", "objection-answered", "exit", "exit-reported", "established", "annual-reported",
        "revoked", "renounced", "graduated", "interpreted", "converted",
    ]
}

extension PeriodLength {
    /// Reads `30 days`, `1 year`.
    /// - Throws: ``InputProblem/notALength(_:)``.
    public init(_ text: String) throws(InputProblem) {
        let words = foldedWord(text).split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), (0...3660).contains(count),
            let unit = PeriodUnit.allCases.first(where: { $0.rawValue == words[1] || $0.rawValue + "s" == words[1] })
        else { throw .notALength(text) }
        self.init(count, unit)
    }

    /// As a regime file writes it.
    public var text: String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
}
