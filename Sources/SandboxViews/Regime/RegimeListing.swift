package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<RegimeSummary> {
    /// Regimes with their newest version, named in this language.
    package static func regimes(_ language: Language) -> Listing<RegimeSummary> {
        Listing(
            Wording("제도", "Regimes"),
            [
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
                Column("authority", "소관 기관", "Authority") { .text($0.authority) },
                Column("time_zone", "시간대", "Time zone") { .text($0.timeZone) },
                Column("basis", "근거", "Basis", for: .machines) { .text($0.basis) },
            ])
    }
}
