import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct ReportExpiries: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "expiries",
        abstract: "Show every grant in force with its end, and whether the law it waits for will be there in time.",
        discussion: """
              sandbox report expiries
              sandbox report expiries --as-of 2027-06-30 --format json

            The worst first: those whose law comes too late or nobody knows when, before those in time. Days late count
            from the last day in force to the day the last linked reform task is expected to be in force.
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions
    @OptionGroup var reading: ReadingOptions

    func run(_ tracker: Tracker) async throws {
        var report = ExpiriesReport()
        report.asOf = reading.asOf
        try await global.print(report, Self.listing, tracker)
    }

    static let listing = Listing<ExpiryRow>([
        Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
        Column("company", "기업", "Company") { .text($0.company) },
        Column("service", "서비스", "Service") { .text($0.service) },
        Column("state", "상태", "State") { .code($0.state) },
        Column("last_on", "효력 종료", "In force until", dates: .countdown) { .date($0.lastOn) },
        Column("tasks", "법령정비 과제", "Reform tasks") { .texts($0.tasks) },
        Column("forecast_on", "시행 전망", "Law expected") { .date($0.forecastOn) },
        Column("gap_days", "늦는 일수", "Days late") { .integer($0.gapDays) },
        Column("end_on", "유효기간", "Valid until", for: .machines) { .date($0.endOn) },
        Column("days_left", "남은 일수", "Days left", for: .machines) { .integer($0.daysLeft) },
        Column("reason", "이유", "Why", for: .machines) { .code($0.reason) },
        Column("certificate", "허가증·지정서", "Certificate", for: .machines) { .text($0.certificate) },
    ])
}
