/// The code of a calendar of office days, e.g. `kr`.
public struct CalendarCode: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The code as it is written in SQL and JSON.
    public let code: String

    /// Takes a code as it is; whether such a calendar exists, the reference data decides.
    public init(_ code: String) { self.code = code }
    /// A literal code, for constants and tests.
    public init(stringLiteral code: String) { self.code = code }

    /// The code itself.
    public var description: String { code }
}

/// A day on which offices are closed, besides the closed days of the week.
public struct Holiday: Hashable, Sendable {
    /// The day.
    public let day: CivilDate
    /// Its name in Korean.
    public let korean: String
    /// Its name in English.
    public let english: String?
    /// Why it is one.
    public let kind: Kind
    /// The day it was announced; nil: known all along.
    public let announcedOn: CivilDate?
    /// Where it is said.
    public let source: String?
    /// Whether nobody has announced it: the rules of the calendar foresee it.
    public let isForeseen: Bool

    /// Why a day is a public holiday.
    public enum Kind: String, StableCode {
        /// Every year, by the decree on the holidays of public offices (관공서의 공휴일에 관한 규정 제2조).
        case regular
        /// In place of one that falls on a closed day (제3조, 대체공휴일).
        case substitute
        /// By a decision of the Cabinet (제4조, 임시공휴일).
        case temporary
        /// An election at the end of a term (공직선거법 제34조).
        case election
    }

    /// The days a calendar can have.
    public static let days: ClosedRange<CivilDate> = "2000-01-01"..."2060-12-31"

    /// A holiday.
    public init(
        _ day: CivilDate, _ korean: String, english: String? = nil, kind: Kind = .temporary,
        announcedOn: CivilDate? = nil, source: String? = nil, isForeseen: Bool = false
    ) {
        self.isForeseen = isForeseen
        (self.day, self.korean, self.english, self.kind) = (day, korean, english, kind)
        (self.announcedOn, self.source) = (announcedOn, source)
    }
}
