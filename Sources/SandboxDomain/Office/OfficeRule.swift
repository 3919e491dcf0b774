/// The rules by which an organisation divides its work.
public enum OfficeRule {
    /// Whether a person's work, or the place of somebody who is away, can go to that person: a colleague of the same organisation who
    /// can log in, and somebody else.
    ///
    /// - Parameters:
    ///   - isColleague: acts for the same organisation, as its company, ministry or desk, and is not disabled.
    ///   - giver: whose work it is; nil: a case that is nobody's in particular.
    public static func mayReceive(_ login: String, isColleague: Bool, from giver: String? = nil) throws(Refusal) {
        guard isColleague, login != giver else { throw .office(.notColleague(login)) }
    }

    /// Whether somebody may be away from one day to another: not only in the past, not longer ahead than anybody plans, and once at
    /// a time.
    ///
    /// - Parameters:
    ///   - period: the first and the last day; both count.
    ///   - others: the absences of the person that are not withdrawn.
    public static func mayBeAway(
        _ login: String, _ period: ClosedRange<CivilDate>, others: [ClosedRange<CivilDate>], today: CivilDate,
        latest: CivilDate
    ) throws(Refusal) {
        guard (today...latest).contains(period.upperBound) else {
            throw .dateOutside(period.upperBound, earliest: today, latest: latest)
        }
        if let other = others.first(where: { $0.overlaps(period) }) {
            throw .office(.absenceOverlaps(login, from: other.lowerBound, until: other.upperBound))
        }
    }

    /// Whether an absence may be ended: of somebody who has one that is not over.
    public static func mayComeBack(_ login: String, isAbsent: Bool) throws(Refusal) {
        guard isAbsent else { throw .office(.notAbsent(login)) }
    }
}
