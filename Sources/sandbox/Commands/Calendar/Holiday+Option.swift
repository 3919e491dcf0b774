import SandboxCore
import SandboxDomain

extension Holiday {
    /// A holiday in the value of an option: `2026-10-02=임시공휴일`, or the day alone.
    init(option field: Field, _ text: String) throws {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let day = try CivilDate(option: field, String(parts[0]))
        guard Holiday.days.contains(day) else {
            let problem = InputProblem.dateOutside(
                day, earliest: Holiday.days.lowerBound, latest: Holiday.days.upperBound)
            throw BadInput(problem, field: field)
        }
        let name = parts.count == 2 ? String(parts[1]) : "임시공휴일"
        do { self.init(day, normalised(try TextRule.label.checked(name))) } catch {
            throw BadInput(error, field: field)
        }
    }
}
