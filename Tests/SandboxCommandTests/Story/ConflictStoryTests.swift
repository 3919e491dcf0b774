import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

/// Real stories of the sandbox, from the filing to today, 2026-11-26. Days of sessions, commencements and decisions are those
/// of the sources in `data/historic_cases.csv`; where no source gives a day, one is chosen.
@Suite("Real cases of conflict, by commands alone", .database)
struct ConflictStoryTests {
    @Test("a vending machine for medicines that waited three years to be tabled, and was extended") func machine()
        async throws
    {
        var story = try await Story(companies: ["firm": "쓰리알코리아"], ministries: ["mohw": "보건복지부"])
        story.name(
            "proposal",
            try story.proposal(
                .demonstration, "일반의약품 스마트 화상판매기", summary: "약사와 화상으로 상담하고 일반의약품을 산다.", law: "약사법", article: "제50조"))
        // Filed in 2019, the day chosen. The pharmacists object, and the case is taken off the agenda twice.
        try await story.play(
            """
            2019-04-15
            $case = firm case file $proposal
            desk case receive $case
            desk consult send $case --to 보건복지부
            2019-05-14
            mohw consult reply $case --opinion oppose --reason '약국이 아닌 장소에서 의약품을 팔 수 없다.'
            desk committee schedule main --number 9 --on 2020-05-13
            2020-05-12
            desk committee compose main/9 --member chair:위원장 --member 'private:위원 1'
            desk committee table main/9 $case
            desk committee table main/9 $case --remove
            2022-06-19
            desk deadline list --case $case --overdue   # k6
            desk! committee decide $case --outcome granted # the case is not on its agenda
            2022-06-20
            """)
        await story.shows("desk", "inbox", #""task":"table""#, #""due_on":"2019-07-15""#)
        try await story.convene("main/22", "$case")
        try await story.play(
            """
            desk committee decide $case --outcome granted-with-conditions --valid-from-commencement --condition 'during: 취급 품목을 11개 효능군으로 제한한다.' --purpose '오남용 방지' --evidence '월별 판매 품목' --due 'every 12 months' --condition 'during: 약국 10곳에서 3개월 시범 운영한 뒤 확대 여부를 정한다.' --purpose '단계적 실증' --evidence '시범 운영 결과' --due 'within 3 months of commencement' # 2 conditions
            2022-07-19
            mohw grant plan $case --why-not '실증 결과를 본 뒤에 판단한다.'
            firm! grant ask-extension $case --reason '실증이 시작되지 않았다.'  # its validity begins with the business
            2023-03-28
            """)
        await story.shows("firm", "grant view $case", #""state":"preparing""#, #""end_on":null"#)
        try await story.insure("firm", "$case", from: "2023-03-30", to: "2027-12-31")
        try await story.play(
            """
            2023-03-30
            firm grant commence $case  # valid until 29 Mar 2025
            2023-06-29
            firm condition submit-evidence $case 2 --note '10곳 시범 운영 결과'
            2023-07-03
            desk condition confirm $case 2
            desk condition recall-ruling $case 2 --reason '다른 조건의 자료'
            desk condition confirm $case 2
            2024-03-29
            firm condition submit-evidence $case 1 --note '1년 판매 품목'
            desk condition confirm $case 1
            2025-01-20
            firm grant ask-extension $case --reason '실증자료가 더 필요하다.'
            2025-03-28
            desk grant extend $case --months 24 --reason '제40차 심의위원회'  # valid until 29 Mar 2027
            desk! grant extend $case --months 6  # extended, which is possible once
            2026-11-26
            """)
        await story.shows(
            "analyst", "grant view $case", #""state":"running""#, #""commenced_on":"2023-03-30""#,
            #""end_on":"2027-03-29""#,
            #""is_extended":true"#, #""due_on":"2027-01-29""#)
        await story.shows("firm", "case view $case", #""meeting":"제22차 신기술·서비스심의위원회""#, #""opinion":"oppose""#)
        await story.shows("firm", "deadline list", #""rule":"k14","owed_by":"applicant""#, #""due_on":"2027-01-29""#)
        await story.shows(
            "desk", "report expiries", "$case", #""last_on":"2027-03-29""#, #""tasks":[]"#, #""gap_days":null"#)
        // The yearly list of what was sold: one was filed, the second has been due since 2025-03-31, a Monday.
        await story.shows("firm", "inbox", #""task":"submit-evidence""#, #""due_on":"2025-03-31""#)
        await story.shows("desk", "condition list $case", #""due_on":"2025-03-31","is_overdue":true"#)
    }

    @Test("telemedicine for pets: mediated, granted narrowly, widened from 4 to 100 clinics") func clinics()
        async throws
    {
        var story = try await Story(companies: ["firm": "에이아이포펫"], ministries: ["mafra": "농림축산식품부"])
        story.name(
            "proposal",
            try story.proposal(
                .demonstration, "AI를 활용한 수의사의 반려동물 건강상태 모니터링 서비스", summary: "수의사가 재진을 비대면으로 한다.", law: "수의사법",
                article: "제12조"))
        try await story.play(
            """
            2022-08-16
            $case = firm case file $proposal
            desk case receive $case
            desk consult send $case --to 농림축산식품부
            2022-09-14
            mafra consult reply $case --opinion oppose --reason '직접 진료 원칙에 어긋난다.'
            2022-11-10
            desk deadline extend $case/1 --reason '이해관계 조정'
            2022-12-10
            desk committee mediate $case --begin '갈등해결형 규제샌드박스 협의회'
            2023-03-02
            """)
        await story.shows("firm", "case view $case", #""waiting_on":"committee","organisation":null,"task":"mediate""#)
        await story.shows("desk", "deadline list --case $case --all", #""rule":"k6""#, #""state":"stopped""#)
        try await story.play(
            """
            2023-06-09
            desk committee mediate $case --end '안과 질환의 재진, 병원 4곳으로 합의'
            desk consult send $case --to 농림축산식품부
            2023-06-12
            mafra consult reply $case --opinion agree-with-conditions --condition '초진을 마친 반려동물의 안과 질환 재진에 한정한다.'
            2023-06-16
            """)
        await story.shows("desk", "deadline list --case $case --all", #""rule":"k6""#, #""due_on":"2023-06-14""#)
        try await story.convene("main/28", "$case")
        try await story.play(
            """
            desk committee decide $case --outcome granted-with-conditions --valid-from-commencement --condition 'during: 안과 질환의 재진에 한정한다.' --purpose '안전한 진료' --evidence '진료 기록' --condition 'during: 동물병원 4곳에서 실증한다.' --purpose '단계적 실증' --evidence '참여 병원 목록' --condition 'during: 갈등해결 협의회가 분기마다 점검한다.' --purpose '갈등 관리' --evidence '점검 결과' --due 'every 3 months' # 3 conditions
            2023-07-14
            mafra grant plan $case --why-not '실증 결과를 본 뒤에 판단한다.'
            2024-03-15
            """)
        try await story.insure("firm", "$case", from: "2024-03-18", to: "2026-12-31")
        try await story.play(
            """
            2024-03-18
            firm grant commence $case  # valid until 17 Mar 2026
            2024-11-04
            firm condition change $case 1 --text '안과·피부·치아·관절 질환의 재진에 한정한다.' --reason '안과 실증에서 사고가 없었다.'
            firm condition change $case 2 --text '동물병원 100곳 이내에서 실증한다.' --reason '참여를 원하는 병원이 많다.'
            desk! condition accept $case 2  # the periods for their replies still run: 농림축산식품부
            """)
        await story.shows("mafra", "inbox", #""task":"opine""#, #""due_on":"2024-12-04""#, #""number":2"#)
        await story.shows("mafra", "deadline list", #""rule":"k8""#)
        try await story.play(
            """
            2024-11-20
            mafra condition reply $case 1 --opinion agree
            mafra! condition reply $case 1 --opinion agree # owes no reply
            mafra condition reply $case 2 --opinion agree --reason '진료 품질을 분기마다 점검한다.'
            """)
        await story.shows("desk", "inbox", #""task":"rule""#)
        try await story.play(
            """
            2024-12-18
            desk condition accept $case 1 --reason '제38차 심의위원회 보고'
            desk condition accept $case 2 --reason '제38차 심의위원회 보고'
            """)
        await story.shows("mafra", "deadline list --case $case --all", #""rule":"k8""#, #""state":"met""#)
        await story.shows(
            "firm", "condition list $case --diff", "동물병원 4곳에서 실증한다.", "동물병원 100곳 이내에서 실증한다.")
        await story.shows("analyst", "grant view $case", #""state":"running""#, #""end_on":"2026-03-17""#)
        // What no source tells any more, the law does: the exemption ended, and the result report is overdue.
        try await story.play("2026-11-26")
        await story.shows(
            "firm", "grant view $case", #""state":"expired""#, #""reason":"validity-ended""#, #""since":"2026-03-18""#)
        await story.shows("firm", "deadline list --overdue", #""rule":"k15""#, #""due_on":"2026-04-16""#)
    }
}
