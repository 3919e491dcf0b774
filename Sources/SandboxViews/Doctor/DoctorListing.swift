package import SandboxCore
package import SandboxPresentation

extension Listing where Row == Finding {
    /// The findings of `sandbox doctor`, a sentence and a remedy each.
    package static func findings(_ language: Language) -> Listing<Finding> {
        Listing(
            Wording("설치 점검", "The installation"),
            [
                Column("verdict", "판정", "Verdict", mayShrink: false) { .code($0.verdict) },
                Column("check", "항목", "Check", for: .machines) { .text($0.check.rawValue) },
                Column("subject", "대상", "Subject", for: .machines) { .text($0.subject) },
                Column("found", "값", "Found", for: .machines) { .text($0.found) },
                Column("expected", "기준", "Expected", for: .machines) { .text($0.expected) },
                Column("says", "내용", "Finding", for: .people, wraps: true) { .text($0.sentence[language]) },
                Column("remedy", "조치", "Remedy", for: .people, wraps: true) { .text($0.remedy?[language]) },
                Column("says_ko", "내용", "Finding (Korean)", for: .machines) { .text($0.sentence.ko) },
                Column("says_en", "영문 내용", "Finding", for: .machines) { .text($0.sentence.en) },
                Column("remedy_ko", "조치", "Remedy (Korean)", for: .machines) { .text($0.remedy?.ko) },
                Column("remedy_en", "영문 조치", "Remedy", for: .machines) { .text($0.remedy?.en) },
            ])
    }
}

extension Finding.Verdict: HasWording {
    package var wording: Wording {
        switch self {
        case .ok: Wording("정상", "ok")
        case .notice: Wording("참고", "notice")
        case .problem: Wording("문제", "problem")
        case .hidden: Wording("볼 수 없음", "hidden")
        }
    }

    package var tone: Tone {
        switch self {
        case .ok: .good
        case .notice: .caution
        case .problem: .bad
        case .hidden: .muted
        }
    }
}
