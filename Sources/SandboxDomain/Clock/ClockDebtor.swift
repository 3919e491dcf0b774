/// Who owes the act that a clock waits for.
public enum ClockDebtor: String, Coded {
    case applicant, ministry, desk, committee
}
