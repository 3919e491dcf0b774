/// How a committee meets.
public enum MeetingForm: String, StableCode {
    /// 대면: on one day.
    case inPerson = "in-person"
    /// 서면의결: votes are handed in over several days.
    case written
}

/// In what capacity somebody sits on a committee (Act 10의2; Decree 8의2②③).
public enum MemberCapacity: String, StableCode {
    /// 위원장.
    case chair
    /// 당연직: one of the agencies that always have a seat.
    case standingAgency = "standing-agency"
    /// An agency the chair named for the agenda.
    case agency
    /// 민간위원.
    case `private`
}

/// Why a member takes no part in an item (Decree 8의3).
public enum RecusalKind: String, StableCode {
    /// 제척: barred by the Decree itself.
    case barred
    /// 기피: a party asked for it, and the committee agreed.
    case challenged
    /// 회피: of the member's own accord.
    case steppedBack = "stepped-back"
}

/// The ground of a recusal (Decree 8의3①②).
public enum RecusalGround: String, StableCode {
    /// The member, or the spouse, is a party.
    case party
    /// A relative of a party.
    case relative
    /// Gave testimony, an opinion, advice or research on the matter.
    case adviceGiven = "advice-given"
    /// Employed by a party within the last three years.
    case employed
    /// Is or was a party's agent.
    case agent
    /// Fairness is in doubt for another reason: no ground to bar, but to challenge and to step back.
    case fairness
}

/// A member's vote on what is proposed. Whoever abstains is present.
public enum Vote: String, StableCode {
    /// 찬성.
    case inFavour = "in-favour"
    /// 반대.
    case against
    /// 기권.
    case abstained
    /// 불참: recorded as present by mistake, and corrected; nobody votes so.
    case absent
}

/// What became of an item of an agenda.
public enum AgendaResult: String, StableCode {
    /// 의결.
    case decided
    /// 보류·재상정: it returns to a later meeting; the case is not decided.
    case deferred
    /// The case was withdrawn or returned before.
    case withdrawn
}

/// What a committee must be given to decide a track.
public enum CommitteeNeed: String, StableCode {
    /// Nothing.
    case nothing
    /// A precedent the case is the same as or similar to (Act 37④, 38의2⑦).
    case precedent
    /// A resolution of the main committee that leaves the matter to it (Act 10의2③).
    case delegation
}

/// Why a rejected case may be deliberated again (RegAct 19의3⑥).
public enum RedeliberationGround: String, StableCode {
    /// New evidence.
    case newEvidence = "new-evidence"
    /// Circumstances have changed.
    case changedCircumstances = "changed-circumstances"
}
