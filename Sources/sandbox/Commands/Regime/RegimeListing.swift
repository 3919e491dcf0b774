import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

struct RegimeListing: TrackerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the regimes with their newest version.",
        discussion: """
              sandbox regime list
              sandbox regime list --format json
            """
    )
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(_ tracker: Tracker) async throws {
        try await global.print(RegimeList(), Self.listing(global.language), tracker)
    }

    private static func listing(_ language: Language) -> Listing<RegimeSummary> {
        Listing([
            Column("regime", "제도", "Regime", mayShrink: false) { .text($0.code.code) },
            Column("name", "이름", "Name", for: .people) {
                .text(language == .korean ? $0.name.korean : $0.name.english)
            },
            Column("name_ko", "한국어 이름", "Korean name", for: .machines) { .text($0.name.korean) },
            Column("name_en", "영어 이름", "English name", for: .machines) { .text($0.name.english) },
            Column("version", "판", "Version") { .integer($0.version) },
            Column("valid_from", "적용일", "Valid from") { .date($0.validFrom) },
            Column("in_force", "오늘의 판", "In force") { .integer($0.inForce) },
            Column("tracks", "트랙", "Tracks") { .integer($0.tracks) },
            Column("rules", "기한 규칙", "Rules") { .integer($0.rules) },
            Column("calendar", "달력", "Calendar") { .text($0.calendar) },
            Column("time_zone", "시간대", "Time zone") { .text($0.timeZone) },
            Column("basis", "근거", "Basis", for: .machines) { .text($0.basis) },
        ])
    }
}
