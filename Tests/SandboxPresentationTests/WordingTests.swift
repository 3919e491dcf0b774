import SandboxDomain
import Testing

@testable import SandboxPresentation

@Suite("Wording")
struct WordingTests {
    private static let vocabularies: [(name: String, values: [any HasWording])] = [
        ("stage", Stage.allCases), ("act", Act.allCases), ("opinion", Opinion.allCases),
        ("outcome", DecisionOutcome.allCases), ("group role", GroupRole.allCases),
        ("reform status", ReformStatus.allCases), ("waiting on", WaitingOn.allCases),
        ("inbox task", InboxTask.allCases),
        ("organisation kind", OrganisationKind.allCases), ("service type", codes(.serviceTypes)),
        ("origin", codes(.origins)), ("condition phase", codes(.conditionPhases)), ("event", codes(.events)),
        ("entity", codes(.entities)), ("audit problem", AuditProblem.allCases),
        ("session form", MeetingForm.allCases), ("capacity", MemberCapacity.allCases),
        ("recusal", RecusalKind.allCases), ("ground", RecusalGround.allCases), ("vote", Vote.allCases),
        ("agenda result", AgendaResult.allCases), ("redeliberation", RedeliberationGround.allCases),
        ("disposition", DispositionKind.allCases), ("ruling", ObjectionRuling.allCases),
        ("phase", ConditionPhase.allCases), ("responsible", ResponsibleParty.allCases),
        ("condition state", ConditionState.allCases), ("condition diff", ConditionDiff.Kind.allCases),
        ("condition step", codes(.conditionSteps)),
    ]

    private static func codes(_ vocabulary: Vocabulary) -> [any HasWording] {
        vocabulary.words.keys.sorted().map { StableCodeWording($0, vocabulary) }
    }

    @Test("exists for every code in both languages, differs from the code and from its neighbours'")
    func complete() {
        for (name, values) in Self.vocabularies {
            #expect(!values.isEmpty, "\(name)")
            for value in values {
                let words = value.wording
                #expect(
                    words.ko.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }, "\(name) \(value.code)")
                #expect(
                    words.en.unicodeScalars.allSatisfy { $0.isASCII } && words.en.first?.isUppercase == true,
                    "\(value.code)")
                #expect(words.ko != value.code && words.en != value.code, "\(name) \(value.code)")
            }
            #expect(Set(values.map(\.wording.ko)).count == values.count, "\(name)")
            #expect(Set(values.map(\.wording.en)).count == values.count, "\(name)")
        }
    }

    @Test("of a code nobody knows is the code, so that a newer schema stops no listing")
    func unknown() {
        #expect(StableCodeWording("audit-sealed", .events).wording == Wording("audit-sealed", "audit-sealed"))
        #expect(TrackCode("bundled").wording[.korean] == "bundled")
    }

    @Test(
        "of times counts as people do",
        arguments: [
            (-3, "3일 전", "3 days ago", "D+3"), (-1, "어제", "yesterday", "D+1"), (0, "오늘", "today", "D-day"),
            (1, "내일", "tomorrow", "D-1"), (3, "3일 후", "in 3 days", "D-3"),
        ])
    func relative(_ days: Int, _ ko: String, _ en: String, _ countdown: String) {
        #expect(Wording.relative(days: days) == Wording(ko, en))
        #expect(Wording.countdown(days: days) == countdown)
    }

    @Test("of numbers groups digits and knows the singular")
    func numbers() {
        #expect([0, 999, 1_000, -1_234_567].map(Wording.grouped) == ["0", "999", "1,000", "-1,234,567"])
        #expect(Wording.grouped(.min) == "-9,223,372,036,854,775,808")
        #expect(Wording.count(1, ko: "건", "row", "rows") == Wording("1건", "1 row"))
        #expect(Wording.count(1_200, ko: "건", "row", "rows") == Wording("1,200건", "1,200 rows"))
        #expect(Wording.length(days: 1) == Wording("1일", "1 day"))
        #expect((1...12).map { Wording.month($0).ko }.last == "12월")
    }

    @Test(
        "is chosen by --lang, then the environment in its order",
        arguments: [
            ([:], Language.english), (["LANG": "ko_KR.UTF-8"], .korean), (["LANG": "en_US.UTF-8"], .english),
            (["LANG": "ko_KR.UTF-8", "LC_MESSAGES": "en_GB"], .english),
            (["LC_MESSAGES": "C", "LC_ALL": "ko-KR"], .korean),
            (["SANDBOX_LANG": "ko", "LC_ALL": "C"], .korean), (["SANDBOX_LANG": "", "LANG": "ko@hanja"], .korean),
            (["LANG": "kok_IN"], .english),
        ] as [([String: String], Language)])
    func language(_ environment: [String: String], _ language: Language) {
        #expect(Language(choice: nil, environment: environment) == language)
        #expect(Language(choice: .korean, environment: environment) == .korean)
        #expect(Language(choice: .english, environment: environment) == .english)
    }
}

@Suite("A Korean particle")
struct ParticleTests {
    @Test(
        "follows the sound the word ends in",
        arguments: [
            ("과제", "과제를 과제가 과제는 과제와 과제로"), ("의견", "의견을 의견이 의견은 의견과 의견으로"),
            ("서울", "서울을 서울이 서울은 서울과 서울로"),
            ("2", "2를 2가 2는 2와 2로"), ("3", "3을 3이 3은 3과 3으로"), ("1", "1을 1이 1은 1과 1로"),
            ("KT", "KT를 KT가 KT는 KT와 KT로"), ("LGCNS", "LGCNS를 LGCNS가 LGCNS는 LGCNS와 LGCNS로"),
        ])
    func forms(_ word: String, _ sentence: String) {
        let particles: [Particle] = [.object, .subject, .topic, .with, .toward]
        #expect(particles.map { word + $0.after(word) }.joined(separator: " ") == sentence)
    }

    @Test(
        "chooses 을 or 를 after every kind of word",
        arguments: [
            // Numbers as they are said: 십, 백, 천, 만, 억 end in a consonant, 조 does not.
            "0을", "10을", "100을", "1,000을", "10000을", "100000000을", "1000000000000를", "2026을", "12를", "2.5를", "3.0을",
            "TP-2026-0001을", "TP-2026-0002를", "DRAFT-17을", "제37조를", "50%를", "5G를", "LTE를",
            // Letters one by one.
            "SKT를", "NIPA를", "LGU를", "PDF를", "SQL을", "API를", "XML을", "GDPR을", "N을", "a를",
            // Transcribed words: 카카오, 네이버, 구글, 폰, 챗봇, 클라우드, 페이스북, 서비스, 마켓, 스타트업, 온라인, 모바일.
            "Kakao를", "Naver를", "NAVER를", "Google을", "Phone을", "Chatbot을", "Cloud를", "Facebook을", "Service를",
            "Market을", "Startup을", "Online을", "Mobile을", "Testing을", "Program을", "Street를", "Event를", "Slack을",
            "Bank를", "Music을", "Web을", "Square를",
            // Text in brackets or quotes after a word is not read.
            "과학기술정보통신부(MSIT)를", "개인정보 보호법(제28조)을", "“저작권법”을", "'과제'를", "(주)카카오를", "『특허법』을", "(법)을",
            "\u{1112}\u{1161}\u{11AB}을", "\u{1100}\u{1161}를", "\u{1105}\u{1165}\u{11AF}을", "ㄱ을", "ㅏ를",
            // Nobody knows how it is read.
            "法을(를)", "을(를)", "Владимир을(를)", "👍을(를)",
        ])
    func object(_ expected: String) {
        let word =
            ["을(를)", "을", "를"].first { expected.hasSuffix($0) }.map { String(expected.dropLast($0.count)) } ?? ""
        #expect(word + Particle.object.after(word) == expected)
    }

    @Test("after ㄹ is 로 and not 으로", arguments: ["서울로", "1로", "7로", "8로", "SQL로", "Google로", "ㄹ로", "DRAFT-17로"])
    func toward(_ expected: String) {
        let word = String(expected.dropLast())
        #expect(word + Particle.toward.after(word) == expected)
    }

    @Test("is chosen for every syllable by its final alone")
    func syllables() throws {
        for value in UInt32(0xAC00)...0xD7A3 {
            let syllable = try #require(Unicode.Scalar(value).map(String.init))
            let final = (value - 0xAC00) % 28
            #expect(Particle.subject.after(syllable) == (final == 0 ? "가" : "이"))
            #expect(Particle.toward.after(syllable) == (final == 0 || final == 8 ? "로" : "으로"))
        }
    }

    @Test("comes in a phrase after the word it belongs to")
    func phrase() {
        func filed(_ company: String, _ reference: String) -> Wording {
            Wording("\(company, .subject) \(reference, .object) 제출했습니다(\(3)건).", "\(company) has filed \(reference).")
        }
        #expect(filed("카카오페이", "TP-2026-0001")[.korean] == "카카오페이가 TP-2026-0001을 제출했습니다(3건).")
        #expect(filed("KT", "DE-2026-0002")[.korean] == "KT가 DE-2026-0002를 제출했습니다(3건).")
        #expect(filed("KT", "DE-2026-0002")[.english] == "KT has filed DE-2026-0002.")
    }
}
