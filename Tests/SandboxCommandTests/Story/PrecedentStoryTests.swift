import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

/// As ``ConflictStoryTests``.
@Suite("Real cases and their precedents, by commands alone", .database)
struct PrecedentStoryTests {
    @Test("voice phishing: a precedent and two that follow it on the fast track") func precedent() async throws {
        var story = try await Story(
            companies: ["kt": "KT·국립과학수사연구원", "lgu": "LG유플러스·국립과학수사연구원", "skt": "SK텔레콤·국립과학수사연구원"],
            ministries: ["pipc": "개인정보보호위원회"])
        let service = "실시간 통화 기반 보이스피싱 탐지 서비스"
        for word in ["first", "second", "third"] {
            story.name(
                word,
                try story.proposal(
                    .demonstration, service, summary: "보이스피싱범의 음성을 학습하여 통화 중에 알린다.", law: "개인정보 보호법", article: "제23조"))
        }
        try await story.play(
            """
            2024-07-22
            $kt = kt case file $first
            desk case receive $kt
            desk consult send $kt --to 개인정보보호위원회
            2024-08-20
            pipc consult reply $kt --opinion agree-with-conditions --condition '정보주체의 권익 침해를 최소화한다.'
            2024-10-17
            """)
        try await story.convene("main/37", "$kt")
        try await story.play(
            """
            desk committee decide $kt --outcome granted-with-conditions --valid-from-commencement --condition 'before: 강화된 안전조치를 한다.' --purpose '정보주체의 권익 보호' --evidence '안전조치 점검표' --due 'before commencement' --condition 'during: 안전성과 효과성을 주기적으로 점검받는다.' --purpose '안전성 검증' --evidence '점검 결과' --due 'every 6 months' # 2 conditions
            2024-11-15
            pipc grant plan $kt --text '민감정보 처리 근거 마련' --provision '개인정보 보호법 제23조' --by 2027-12-31 --level act
            """)
        await story.shows("kt", "inbox", #""task":"submit-evidence""#, #""number":1"#)
        try await story.play(
            """
            2025-07-24
            kt! grant commence $kt  # conditions to be met before are not confirmed: no. 1
            kt condition submit-evidence $kt 1 --note '안전조치 점검표'
            2025-07-25
            pipc grant inspect $kt --text '합동 현장점검(7.22.~25.)으로 부가조건 이행을 확인하였다.'
            desk condition confirm $kt 1 --reason '합동 현장점검'
            """)
        try await story.insure("kt", "$kt", from: "2025-07-30", to: "2027-12-31")
        try await story.play(
            """
            2025-07-30
            kt grant commence $kt  # valid until 29 Jul 2027
            2025-08-01
            $lgu = lgu case file $second
            desk case receive $lgu
            desk case precedents $lgu  # KT
            desk case precedents $lgu --propose-fast-track $kt --reason '같은 법령과 기능의 통화 분석 서비스'
            desk consult send $lgu --to 개인정보보호위원회 --fast-track
            """)
        await story.shows("pipc", "deadline list", #""rule":"k5""#, #""due_on":"2025-08-18""#)
        try await story.play(
            """
            2025-08-14
            pipc consult reply $lgu --opinion agree
            2025-09-11
            """)
        try await story.convene("main/42", "$lgu")
        try await story.play(
            """
            desk committee decide $lgu --outcome granted --valid-from-commencement
            2025-11-03
            $skt = skt case file $third
            desk case receive $skt
            desk case precedents $skt --propose-fast-track $lgu --reason 'KT, LG유플러스와 같은 서비스'
            desk consult send $skt --to 개인정보보호위원회 --fast-track
            2025-11-14
            pipc consult reply $skt --opinion agree
            2025-12-23
            """)
        try await story.convene("main/43", "$skt")
        try await story.play("desk committee decide $skt --outcome granted --valid-from-commencement\n2026-11-26")
        await story.shows(
            "analyst", "grant list", "$kt", "$lgu", "$skt", #""state":"running""#, #""state":"preparing""#)
        await story.shows(
            "kt", "grant view $kt", #""commenced_on":"2025-07-30""#, #""end_on":"2027-07-29""#, #""level":"act""#)
        await story.shows("desk", "case view $skt", #""precedent":"#, "$lgu", #""rule":"k5""#)
        // Both have had the plan of the ministry overdue since: the one of a grant is due within 30 days, asked or not.
        await story.shows("pipc", "inbox", #""task":"plan""#, #""due_on":"2025-10-13""#, #""due_on":"2026-01-22""#)
    }

    @Test("original video of public cameras: one firm first, then several through a safe zone, which departs from it")
    func cameras() async throws {
        var story = try await Story(
            companies: ["kudo": "쿠도커뮤니케이션·부천시", "daegu": "대구광역시 컨소시엄"], ministries: ["pipc": "개인정보보호위원회"])
        for word in ["first", "second"] {
            story.name(
                word,
                try story.proposal(
                    .demonstration, "지자체 CCTV 원본 영상의 AI 학습 활용", summary: "관제 시스템의 성능을 높인다.", law: "개인정보 보호법",
                    article: "제25조"))
        }
        try await story.play(
            """
            2025-02-14
            $kudo = kudo case file $first
            desk case receive $kudo
            desk consult send $kudo --to 개인정보보호위원회
            2025-03-10
            pipc consult reply $kudo --opinion agree-with-conditions --condition '원본 영상 활용 시 안전조치 기준을 지킨다.'
            2025-03-28
            """)
        try await story.convene("main/40", "$kudo")
        let safety =
            "--condition 'before: 영상데이터 원본 활용 시 필수 안전조치 기준을 지킨다.' --purpose '개인정보 보호' --evidence '안전조치 점검표' --due 'before commencement'"
        try await story.play(
            """
            desk committee decide $kudo --outcome granted-with-conditions \(safety)
            2025-04-25
            pipc grant plan $kudo --text '원본 영상의 학습 허용' --provision '개인정보 보호법 제28조의2' --by 2026-12-31 --level act
            2025-10-15
            $daegu = daegu case file $second
            desk case receive $daegu
            desk consult send $daegu --to 개인정보보호위원회
            2025-11-07
            pipc consult reply $daegu --opinion agree
            2025-12-23
            """)
        await story.shows("desk", "case precedents $daegu", "$kudo", #""covers_all":true"#, "안전조치 기준")
        try await story.convene("main/43", "$daegu")
        try await story.play(
            """
            desk! committee decide $daegu --outcome granted-with-conditions --departs-from $kudo \(safety)  # a reason is required
            desk committee decide $daegu --outcome granted-with-conditions --departs-from $kudo --reason '데이터안심구역을 통하므로 여러 기업에 제공할 수 있다.' \(safety)
            2026-11-26
            """)
        await story.shows("analyst", "grant view $kudo", #""state":"preparing""#, #""end_on":"2027-03-27""#)
        await story.shows("analyst", "grant view $daegu", #""state":"preparing""#, #""end_on":"2027-12-22""#)
        await story.shows("desk", "case view $daegu", #""departures":["#, "데이터안심구역", "$kudo")
        await story.shows(
            "analyst", "report expiries", "$kudo", #""last_on":"2027-03-27""#, "$daegu", #""level":"act""#)
    }
}
