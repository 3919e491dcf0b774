import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

/// As ``ConflictStoryTests``.
@Suite("Real cases that wait for the law, by commands alone", .database)
struct LawStoryTests {
    @Test("shared lodging: an exemption that outlives its period by a request, and becomes a temporary permit")
    func lodging()
        async throws
    {
        var story = try await Story(companies: ["firm": "위홈"], ministries: ["mcst": "문화체육관광부"])
        story.name(
            "proposal",
            try story.proposal(
                .demonstration, "내·외국인 공유숙박 서비스", summary: "도심의 빈집을 내국인에게도 빌려준다.", law: "관광진흥법", article: "시행령 제2조"))
        story.name(
            "file",
            try story.proposal(
                .temporaryPermit, "내·외국인 공유숙박 서비스", summary: "도심의 빈집을 내국인에게도 빌려준다.", law: "관광진흥법", article: "시행령 제2조"))
        try await story.play(
            """
            2019-09-02
            $case = firm case file $proposal
            desk case receive $case
            desk consult send $case --to 문화체육관광부
            2019-10-01
            mcst consult reply $case --opinion agree-with-conditions --condition '서울 지하철역 1km 안에서 연 180일 이내로 한다.'
            2019-11-27
            """)
        try await story.convene("main/7", "$case")
        try await story.play(
            """
            desk committee decide $case --outcome granted-with-conditions --valid-from-commencement --condition 'during: 지하철역 반경 1km, 연 180일 이내로 한다.' --purpose '주거 환경 보호' --evidence '숙박 일수 기록' # 1 condition
            2019-12-20
            mcst grant plan $case --text '내국인 도시민박 허용' --provision '관광진흥법 시행령 제2조' --by 2021-12-31 --level decree
            2020-07-14
            """)
        try await story.insure("firm", "$case", from: "2020-07-15", to: "2026-12-31")
        try await story.play(
            """
            2020-07-15
            firm grant commence $case # valid until 14 Jul 2022
            2022-05-02
            firm grant ask-extension $case --reason '법 개정이 끝나지 않았다.'
            2022-07-08
            desk grant extend $case --months 24 # valid until 14 Jul 2024
            2024-05-15
            firm! grant request-revision $case --text '실증 결과' # the period for it ended on 2024-05-14
            2024-05-13
            firm grant request-revision $case --text '5년의 실증 결과'
            2024-07-15
            """)
        await story.shows(
            "firm", "grant view $case", #""state":"deemed-running""#, #""reason":"revision-pending""#,
            #""last_on":null"#)
        await story.shows("mcst", "inbox", #""task":"record-finding""#, #""task":"plan""#, #""due_on":"2024-07-12""#)
        try await story.play(
            """
            2025-03-28
            mcst grant record-finding $case needed --level act --text '제40차 심의위원회에 법령정비가 필요하다고 보고한다.'
            """)
        await story.shows(
            "firm", "grant view $case", #""reason":"revision-needed""#, #""last_on":"2025-06-30""#, #""rule":"k16""#)
        try await story.play(
            """
            2025-05-12
            $permit = firm case file $file
            firm grant apply-permit $case --case $permit
            desk case receive $permit
            desk consult send $permit --to 문화체육관광부
            2025-06-10
            mcst consult reply $permit --opinion agree
            2025-07-01
            """)
        await story.shows("firm", "grant view $case", #""state":"deemed-running""#, #""reason":"permit-pending""#)
        try await story.play("2025-09-11")
        try await story.convene("main/42", "$permit")
        try await story.play("desk committee decide $permit --outcome granted")
        try await story.insure("firm", "$permit", from: "2025-09-11", to: "2027-12-31")
        try await story.play("firm grant commence $permit\n2026-11-26")
        await story.shows("analyst", "grant view $case", #""state":"converted""#, #""since":"2025-09-11""#, "$permit")
        await story.shows("analyst", "grant view $permit", #""state":"running""#, #""end_on":"2027-09-10""#, "$case")
        let expiries = await story.type("analyst", ["report", "expiries", "--format", "tsv"]).out
        #expect(expiries.contains("2027-09-10") && !expiries.contains(story.names["$case"] ?? "?"))
        let due = await story.type("firm", ["deadline", "list"]).out
        #expect(due.contains("k13-permit\t") && !due.contains("k15\t") && !due.contains("k14\t"))
    }

    @Test("a watch that takes an electrocardiogram: granted first, and made unnecessary by interpretation") func watch()
        async throws
    {
        var story = try await Story(
            companies: ["firm": "휴이노", "lg": "LG전자·에임메드"], ministries: ["mohw": "보건복지부"])
        for (word, service) in [("first", "손목시계형 심전도 장치를 활용한 심장 관리"), ("second", "홈케어 건강관리서비스")] {
            story.name(
                word, try story.proposal(.demonstration, service, summary: "내원을 안내한다.", law: "의료법", article: "제34조"))
        }
        try await story.play(
            """
            2019-01-17
            $case = firm case file $first
            desk case receive $case
            desk consult send $case --to 보건복지부
            2019-02-08
            mohw consult reply $case --opinion agree-with-conditions --condition '의료기기 허가를 받은 뒤에 개시한다.'
            2019-02-14
            """)
        try await story.convene("main/1", "$case")
        try await story.play(
            """
            desk committee decide $case --outcome granted-with-conditions --condition 'before: 식품의약품안전처의 의료기기 허가를 받는다.' --purpose '기기의 안전' --evidence '허가증' --due 'before commencement' --condition 'during: 환자 2,000명 이내로 한다.' --purpose '제한된 실증' --evidence '환자 수' # 2 conditions
            2019-03-25
            firm condition submit-evidence $case 1 --note '2등급 의료기기 허가'
            desk condition confirm $case 1
            2019-12-02
            $lg = lg case file $second
            desk case receive $lg
            desk consult send $lg --to 보건복지부
            2019-12-20
            mohw consult reply $lg --opinion agree --reason '내원 안내는 현행법으로 할 수 있다.'
            2020-02-03
            """)
        try await story.insure("firm", "$case", from: "2020-02-03", to: "2021-12-31")
        try await story.play(
            """
            firm grant commence $case
            2020-03-12
            """)
        await story.shows("mohw", "inbox", #""task":"plan""#, #""due_on":"2019-03-18""#)
        try await story.convene("main/8", "$lg")
        try await story.play(
            """
            desk committee decide $lg --outcome positive-interpretation
            desk grant record-interpretation $case --text '보건복지부 유권해석: 의료기관을 통한 내원 안내는 현행 의료법상 가능하다.' # Unnecessary
            firm! grant incident $case --text x # the grant is “Unnecessary”
            2026-11-26
            """)
        await story.shows(
            "firm", "grant view $case", #""state":"unnecessary""#, #""reason":"interpreted""#, #""since":"2020-03-12""#,
            #""dues":[]"#)
        let none = await story.type("firm", ["grant", "view", story.names["$lg"] ?? ""])
        #expect(none.status == .notFound)
        await story.shows("lg", "case view $lg", #""outcome":"positive-interpretation""#)
        #expect(await story.type("analyst", ["report", "expiries", "--format", "jsonl"]).out.isEmpty)
        for person in ["firm", "mohw"] {
            #expect(await story.type(person, ["deadline", "list", "--format", "json"]).out == "[]\n")
            #expect(await story.type(person, ["inbox", "--seen"]).status == .done)
            #expect(await story.type(person, ["inbox", "--format", "json"]).out == "[]\n")
        }
    }

    @Test("public works for training: insurance as a condition, and the law it waits for on the roadmap") func works()
        async throws
    {
        var story = try await Story(
            companies: ["nia": "한국지능정보사회진흥원"], ministries: ["mcst": "문화체육관광부"])
        story.name(
            "proposal",
            try story.proposal(
                .demonstration, "공공저작물의 학습용 데이터 구축·제공", summary: "공공누리 저작물을 AI 학습에 쓴다.", law: "저작권법", article: "제24조의2")
        )
        story.name("roadmap", projectFolder + "/data/ai_law_roadmap_2025.csv")
        try await story.play(
            """
            2025-07-14
            $case = nia case file $proposal
            desk case receive $case
            desk consult send $case --to 문화체육관광부
            2025-08-12
            mcst consult reply $case --opinion agree-with-conditions --condition '책임보험에 가입하고 미리 안내한다.'
            2025-09-11
            """)
        try await story.convene("main/42", "$case")
        try await story.play(
            """
            desk committee decide $case --outcome granted-with-conditions --condition 'before: 저작권 책임보험에 가입한다.' --purpose '공동 저작권자의 보호' --evidence '보험증서' --due 'before commencement' --condition 'before: 저작권자에게 미리 안내한다.' --purpose '권리 침해의 예방' --evidence '안내문' --due 'within 30 days of grant' # 2 conditions
            2025-10-13
            """)
        // Thirty days from 2025-09-11 end on a Saturday, and Monday is the day.
        await story.shows("nia", "inbox", #""task":"submit-evidence""#, #""due_on":"2025-10-13","company""#)
        await story.shows("desk", "condition list $case", #""number":2"#, #""due_on":"2025-10-13","is_overdue":false"#)
        try await story.play("2025-10-14")
        await story.shows("desk", "condition list $case", #""due_on":"2025-10-13","is_overdue":true"#)
        try await story.play(
            """
            nia condition submit-evidence $case 1 --note '책임보험 증서'
            nia condition submit-evidence $case 2 --note '안내문'
            nia! grant commence $case # conditions to be met before are not confirmed: no. 1, 2
            desk condition confirm $case 1
            desk condition confirm $case 2
            nia! grant commence $case # no confirmed insurance
            """)
        try await story.insure("nia", "$case", from: "2025-10-14", to: "2027-12-31")
        try await story.play(
            """
            nia grant commence $case # valid until 10 Sep 2027
            2025-11-27
            desk roadmap import $roadmap --roadmap ai-2025 --name 'AI 규제합리화 로드맵' --adopted-on 2025-11-27
            2025-12-01
            mcst grant plan $case --text '학습용 공공저작물 유형 신설' --provision '저작권법 제24조의2' --by 2026-12-31 --task ai-2025/T02
            2026-11-26
            """)
        await story.shows("nia", "grant view $case", #""state":"running""#, #""end_on":"2027-09-10""#)
        await story.shows("nia", "report expiries", #""tasks":["ai-2025/T02"]"#, #""forecast_on":null"#)
        try await story.play("mcst roadmap forecast ai-2025/T02 --to 2028-03-31 --reason '저작권자 협의'")
        await story.shows("nia", "report expiries", #""forecast_on":"2028-03-31","gap_days":203"#)
        let feed = await story.type("nia", ["report", "expiries", "--format", "ics"]).out
        #expect(feed.contains("DTSTART;VALUE=DATE:20270910") && feed.contains("203 days late"))
    }
}
