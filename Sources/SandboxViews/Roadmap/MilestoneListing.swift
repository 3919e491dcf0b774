package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<MilestoneRow> {
    /// Milestones beside their first promises.
    package static var milestones: Listing<MilestoneRow> {
        Listing(
            Wording("이정표", "Milestones"),
            [
                Column("task", "과제", "Task", mayShrink: false) { .text($0.reference.description) },
                Column("regime", "제도", "Regime", for: .machines) { .text($0.regime.code) },
                Column("title", "내용", "What") { .text($0.title) },
                Column("ministries", "소관", "Ministries", for: .machines) { .texts($0.ministries) },
                Column("milestone", "이정표", "Milestone") { .code($0.milestone) },
                Column("as_of", "기준일", "As of", for: .machines) { .date($0.asOf) },
                Column("promised", "약속", "Promised") { .text($0.promised) },
                Column("promised_to", "약속일", "Promised day", for: .machines) { .date($0.promisedTo) },
                Column("promised_on", "약속한 날", "Promised on", for: .machines) { .date($0.promisedOn) },
                Column("promises", "약속 횟수", "Promises", for: .machines) { .integer($0.promises) },
                Column("again", "재약속", "Promised again", for: .people) { row in
                    .text(row.forecastOn == row.promisedOn && row.forecast == row.promised ? nil : row.forecast)
                },
                Column("forecast", "전망", "Forecast", for: .machines) { .text($0.forecast) },
                Column("forecast_to", "전망일", "Forecast day", for: .machines) { .date($0.forecastTo) },
                Column("forecast_on", "전망한 날", "Forecast on", for: .machines) { .date($0.forecastOn) },
                Column("actual", "실제", "Actual") { .text($0.actual) },
                Column("actual_to", "도달일", "Actual day", for: .machines) { .date($0.actualTo) },
                Column("is_exact", "정확", "Exact", for: .machines) { .boolean($0.isExact) },
                Column("slip", "지연(일)", "Slip (days)", for: .people, alignment: .trailing) { row in
                    .text(row.slipDays.map { (row.isExact ? "" : "≤") + Wording.grouped($0) })
                },
                Column("slip_days", "지연(일)", "Slip (days)", for: .machines) { .integer($0.slipDays) },
                Column("standing", "상태", "Standing") { .code($0.standing) },
            ])
    }
}
