/// What the rules for organisations and their persons refuse; a part of ``Refusal``.
public enum OrganisationRefusal: RefusalGroup {
    /// A company's person belongs to a company, a ministry's to a public body, the desk's to the lead authority.
    case wrongKind(GroupRole, OrganisationKind)
    /// Companies, ministries and the desk act for an organisation; none was named.
    case required(GroupRole)
    /// An organisation of that name exists.
    case exists(String)
    /// An organisation of the same name is there, spelt otherwise, under a short name or one of before.
    case same(String, as: String)
    /// No company can be registered under that number.
    case numberWrong(String)
    /// Another organisation has the registration number.
    case numberTaken(String, by: String)
    /// The organisation is closed: no new persons, no new consultations.
    case closed(String)
    /// A person of that login exists.
    case personExists(String)
    /// The PostgreSQL role of that name has administrative rights and cannot act for anybody.
    case personIsAdministrator(String)
    /// The person is disabled.
    case personDisabled(String)
    /// The person can log in already.
    case personEnabled(String)
    /// Nobody disables themselves.
    case personIsSelf
    /// Nobody else does casework, or checks the log: somebody takes the place of the last person first.
    case personIsLast(GroupRole)
    /// The person has not the right to do that for the organisation.
    case rightMissing(PersonRight)
    /// A password of so few characters is guessed; the fewest there may be.
    case passwordTooShort(Int)

    /// The stable codes.
    public enum Code: String, StableCode {
        case wrongKind = "organisation-kind"
        case required = "organisation-required"
        case exists = "organisation-exists"
        case same = "organisation-same"
        case numberWrong = "organisation-number-wrong"
        case numberTaken = "organisation-number-taken"
        case closed = "organisation-closed"
        case personExists = "person-exists"
        case personIsAdministrator = "person-is-administrator"
        case personDisabled = "person-disabled"
        case personEnabled = "person-enabled"
        case personIsSelf = "person-is-self"
        case personIsLast = "person-is-last"
        case rightMissing = "right-missing"
        case passwordTooShort = "password-too-short"
    }

    /// The code of the refusal, and what would make the refused act possible.
    public var rule: (code: Code, remedy: Remedy?) {
        switch self {
        case .wrongKind: (.wrongKind, .fittingOrganisation)
        case .required: (.required, .fittingOrganisation)
        case .exists: (.exists, .useExisting)
        case .same: (.same, .distinctOrganisation)
        case .numberWrong: (.numberWrong, .otherRegistrationNumber)
        case .numberTaken: (.numberTaken, .otherRegistrationNumber)
        case .closed: (.closed, .fittingOrganisation)
        case .personExists: (.personExists, .otherName)
        case .personIsAdministrator: (.personIsAdministrator, .otherName)
        case .personDisabled: (.personDisabled, .enablePerson)
        case .personEnabled: (.personEnabled, nil)
        case .personIsSelf: (.personIsSelf, .otherOperator)
        case .personIsLast: (.personIsLast, nil)
        case .rightMissing: (.rightMissing, .askOperator)
        case .passwordTooShort: (.passwordTooShort, nil)
        }
    }
}
