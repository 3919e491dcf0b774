/// The party to which a day of a case is attributed (누구의 시간인가).
public enum AttributedParty: String, StableCode {
    /// 신청인: a supplement is open.
    case applicant
    /// 관계부처: it was told of a consultation and has not replied.
    case ministry
    /// 접수·담당 창구: nobody else is waited for.
    case desk
    /// 심의위원회: the case is tabled.
    case committee
    /// 입법: the exemption is granted, and the law that must change is not in force yet.
    case legislature
}
