import SandboxCore
import SandboxDomain
import SandboxPresentation

/// The regime of a report: its code for programs, its name for people.
struct RegimeName: HasWording {
    let code: String
    let wording: Wording

    init?(of regime: ReportedRegime.Taken?) {
        guard let regime else { return nil }
        (code, wording) = (regime.code.code, Wording(regime.korean, regime.english))
    }
}
