/// Who owes the act that a deadline waits for.
public enum DeadlineDebtor: String, StableCode {
    case applicant, ministry, desk, committee
}
