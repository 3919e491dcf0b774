/// Whose turn it is: the party a case file waits for today.
public enum WaitingOn: String, StableCode {
    /// The company: to file, or to answer a request for a supplement.
    case applicant
    /// The lead authority's desk.
    case desk
    /// One or more consulted ministries.
    case ministry
    /// The committee whose agenda it is on, until the day of the meeting.
    case committee
    /// Nobody: the application has come to its end.
    case nobody
}
