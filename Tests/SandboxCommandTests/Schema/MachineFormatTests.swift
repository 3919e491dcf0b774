import SandboxDomain
import SandboxTesting
import Testing

@testable import sandbox

/// What the other tests do not print for machines. ``run`` compares everything with the schemas.
@Suite("For machines", .database)
struct MachineFormatTests {
    private static let data = projectFolder + "/data/"

    private func story() async throws -> Story {
        var story = try await Story(
            companies: ["firm": "한빛에이아이"], ministries: ["mcst": "문화체육관광부", "pipc": "개인정보보호위원회"])
        story.name("proposal", Self.data + "proposals/hyperscale-ai.yaml")
        return story
    }

    /// A case with a supplement, a consultation and a grant that is tried.
    private func granted(_ story: inout Story, _ name: String, at session: String) async throws {
        try await story.play(
            """
            \(name) = firm case file $proposal --again
            desk case receive \(name)
            desk case supplement \(name) --request '절차를 보완하십시오.'
            firm case answer \(name) --answer '드립니다.'
            desk consult send \(name) --to 문화체육관광부
            desk consult omit \(name) --ministry 개인정보보호위원회 --reason '가명정보만 씁니다.'
            mcst consult reply \(name) --opinion agree-with-conditions --condition '목록을 보관한다.'
            """)
        try await story.convene(session, name)
        try await story.play(
            """
            desk committee decide \(name) --outcome granted-with-conditions --condition 'during: 목록을 보관한다.' --purpose '저작자 보호' --evidence '목록'
            firm condition submit-evidence \(name) 1 --note '목록'
            """)
        try await story.insure("firm", name, from: "2026-01-01", to: "2060-01-01")
        try await story.play("firm grant commence \(name)")
    }

    @Test("drafts and cases, also several at once") func cases() async throws {
        var story = try await story()
        try await story.play("2026-03-02")
        for act in ["draft", "file"] {
            for language in ["ko", "en"] {
                for format in ["json", "jsonl"] {
                    let again = act == "file" ? " --again" : ""
                    try await story.play(
                        "firm case \(act) $proposal\(again) --format \(format) --lang \(language)")
                }
            }
        }
        try await story.play(
            """
            $one = firm case file $proposal --again
            $two = firm case file $proposal --again
            desk case receive $one $two
            firm case withdraw $two --reason '계획 변경'
            """)
        try await granted(&story, "$old", at: "main/1")
        try await story.play(
            """
            desk case view $one
            desk case view $old
            desk condition view $old 1
            """)
    }

    @Test("the ends of grants") func grants() async throws {
        var story = try await story()
        try await story.play("2026-03-02")
        try await granted(&story, "$one", at: "main/1")
        try await granted(&story, "$two", at: "main/2")
        try await story.play("desk grant graduate $two --permit '등록 제1호'")
        let claim = ["grant", "claim", story.names["$one"] ?? "", "--claimant", "이용자", "--amount", "1000"]
        let claimed = await story.type("firm", claim + ["--format", "jsonl"])
        let number = try #require(claimed.out.firstMatch(of: /"number":([0-9]+)/), "\(claimed.error)").1
        try await story.play(
            """
            firm grant close-claim $one --claim \(number) --amount 500
            firm grant request-revision $one --text '실증 결과'
            mcst grant record-finding $one needed --level decree
            mcst grant revise $one started --level decree
            desk grant record-hearing $one --ground condition-unmet --text '의견 없음'
            desk grant revoke $one --ground condition-unmet --reason '조건 미이행'
            desk grant view $one
            desk condition waive $one 1 --reason '폐업'
            desk condition list $one
            desk deadline list --case $one --all
            """)
    }

    @Test("the exit from a sandbox of another regime") func exit() async throws {
        var story = try await story()
        let folder = try ScratchFolder()
        _ = try folder.file("plan.txt", "Plan.")
        let sections = ["description", "objectives", "schedule", "safeguards"].map { "  \($0): Text." }
        let lines =
            [
                "regime: eu-ai-act", "track: ai-sandbox",
                "service: {name: Triage, type: service, summary: Sorts calls.}",
                "exemptions:", "  - law: Regulation (EU) 2024/1689", "    article: Article 57",
                "    exemption: participation", "    application: for a year", "sections:",
            ] + sections + ["papers:", "  - {paper: sandbox-plan, file: plan.txt}"]
        story.name("file", try folder.file("proposal.yaml", lines.joined(separator: "\n")))
        story.name("regime", Self.data + "../regimes/eu-ai-act.yaml")
        try await story.play(
            """
            2025-03-03
            desk regime apply $regime
            $case = firm case file $file --again
            desk case receive $case
            desk consult send $case --to 개인정보보호위원회
            pipc consult reply $case --opinion agree
            desk committee decide $case --outcome granted
            firm grant commence $case
            2026-03-04
            desk grant exit-report $case --text 'Learnt.'
            """)
    }

    @Test("what is taken back, put right, or came as an official document") func corrections() async throws {
        var story = try await story()
        let folder = try ScratchFolder()
        story.name("paper", try folder.file("reply.txt", "회신합니다."))
        try await story.play(
            """
            2026-03-02
            $case = firm case file $proposal
            desk case receive $case
            desk consult send $case --to 문화체육관광부 --to 개인정보보호위원회
            desk consult recall $case --ministry 개인정보보호위원회 --reason '오발송'
            desk consult omit $case --ministry 개인정보보호위원회 --reason '가명정보만 씁니다.'
            desk consult record $case --ministry 문화체육관광부 --opinion agree --document-no '제1호' --file $paper
            desk case documents $case
            desk case supplement $case --request '절차'
            desk! committee decide $case --outcome granted # What was asked by mistake can be taken back
            desk case recall-supplement $case --reason '잘못 요청함'
            desk case supplement $case --request '절차' --due 2026-03-03
            2026-03-04
            desk case close-supplement $case --reason '기한 경과'
            desk case supplement $case --request '절차'
            desk case record-answer $case --answer '드립니다.' --document-no '제2호'
            desk case recall-answer $case --reason '다른 과제의 답변'
            desk case record-answer $case --answer '드립니다.' --document-no '제2호'
            desk case record-answer $case --answer '드립니다.' --document-no '제3호' --correction '번호 착오'
            desk consult recall-reply $case --ministry 문화체육관광부 --reason '다른 부처의 회신'
            desk consult record $case --ministry 문화체육관광부 --opinion oppose --reason '우려' --document-no '제1호'
            desk consult record $case --ministry 문화체육관광부 --opinion agree --document-no '제1호' --correction '의견 착오'
            desk committee schedule main --on 2026-03-10
            desk committee compose main/1 --member chair:위원장 --member 'private:위원 1' --member 'private:위원 2'
            desk committee table main/1 $case
            desk committee freeze main/1
            desk committee move main/1 --on 2026-03-11 --reason '정족수'
            desk committee reopen main/1 --reason '위원 구성'
            desk committee cancel main/1 --reason '위원장 사정'
            """)
        let unasked = await story.type("pipc", ["case", "view", story.names["$case"] ?? ""])
        #expect(unasked.status == .notFound)
        try await story.convene("main/2", "$case")
        try await story.play(
            """
            desk committee correct-vote $case --against '위원 2' --reason '잘못 적음'
            desk committee decide $case --outcome granted
            desk committee correct $case --text '10대로 한다.' --reason '오기'
            desk committee correct $case --minutes --text '위원 1은 출석하지 않았다.' --reason '출석부와 다름'
            desk case view $case
            desk consult view $case
            desk committee view main/2
            desk whoami
            firm! case file $proposal # has been filed already
            """)
    }

    @Test("roadmaps, their tasks and their milestones") func roadmaps() async throws {
        var story = try await story()
        story.name("first", Self.data + "ai_law_roadmap_2020.csv")
        story.name("second", Self.data + "ai_law_roadmap_2025.csv")
        try await story.play(
            """
            2026-03-02
            desk roadmap import $first --roadmap ai-2020 --name '로드맵' --adopted-on 2020-12-24
            desk roadmap import $second --roadmap ai-2025 --name '다음 로드맵' --adopted-on 2025-11-27
            desk roadmap enter ai-2020/P05 --roadmap ai-2025 --number T90
            desk roadmap milestone add ai-2020/P06 pre-announced --promised 2028
            desk roadmap provision add ai-2020/P06 --law 저작권법 --article 제35조의5 --level act
            $case = firm case file $proposal --again
            desk roadmap matches ai-2020/P06
            desk roadmap provision remove ai-2020/P06 --law 저작권법 --article 제35조의5
            desk roadmap report schedule ai-2020 2026-06-30
            desk roadmap view ai-2020/P05
            2026-06-25
            desk roadmap view ai-2020/P09
            desk roadmap merge ai-2020/P09 --into ai-2020/P08 --reason '통합'
            desk roadmap supersede ai-2020/P10 --by ai-2020/P08 --reason '대체'
            desk roadmap view ai-2020/P08
            """)
    }

    @Test("periods that move, and that end after the calendar") func calendar() async throws {
        var story = try await story()
        try await story.play("2026-03-02")
        try await granted(&story, "$old", at: "main/1")
        try await story.play(
            """
            $case = firm case file $proposal --again
            desk case receive $case
            desk consult send $case --to 문화체육관광부
            """)
        let list = await story.type("mcst", ["deadline", "list", "--format", "jsonl"])
        let due = try #require(list.out.firstMatch(of: /"rule":"k4".*?"due_on":"([-0-9]+)"/), "\(list.out)").1
        try await story.play(
            """
            desk calendar preview --add \(due)=임시공휴일
            desk simulate --holiday \(due)=임시공휴일
            desk simulate --ministry 문화체육관광부 --slower 14
            desk calendar declare 2028 --despite-missing --source '월력요항'
            desk calendar declare 2028 --reopen --reason '아직 공고되지 않음'
            2060-12-20
            $late = firm case file $proposal --again
            desk case receive $late
            """)
        for format in ["json", "jsonl"] {
            #expect(await story.type("desk", ["calendar", "check", "--format", format]).status == .checkFailed)
        }
    }

    @Test("what is read, with every option that is a flag, a limit, a day or a word of a list", arguments: 0..<6)
    func options(part: Int) async throws {
        var story = try await story()
        for (name, file) in [
            ("roadmap", "ai_law_roadmap_2020.csv"), ("cases", "historic_cases.csv"),
            ("milestones", "milestones/ai_law.csv"), ("summit", "summits/2021-09-07.yaml"),
        ] {
            story.name(name, Self.data + file)
        }
        try await story.play(
            """
            2026-03-02
            desk import cases $cases
            desk roadmap import $roadmap --roadmap ai-2020 --name '로드맵' --adopted-on 2020-12-24
            desk import milestones $milestones
            desk summit import $summit
            """)
        try await granted(&story, "$case", at: "main/1")
        try await story.play(
            """
            desk roadmap link ai-2020/P05 $case
            $second = firm case file $proposal --again
            desk case receive $second
            desk consult send $second --to 문화체육관광부 --to 개인정보보호위원회
            desk roadmap report schedule ai-2020 2026-06-30
            2026-06-25
            """)
        let auditor = try await story.database.person(.auditor, of: nil, named: "auditor")
        for (index, line) in ReadingOptions.lines.enumerated() where index % 6 == part {
            // Every command in both formats; with an option of its own in one of them, in turn.
            let formats = [["--format", "json", "--lang", "ko"], ["--format", "jsonl", "--lang", "en"]]
            let isPlain = EveryReadingCommand.lines.contains(line)
            for (format, words) in formats.enumerated() where isPlain || index / 6 % 2 == format {
                var told = await story.type("desk", words + line)
                if told.status == .notPermitted { told = await story.type(auditor, words + line) }
                #expect([.done, .notFound, .checkFailed].contains(told.status), "\(line): \(told.error)")
            }
        }
    }
}

/// Every command that reads with its options, as the parser knows them: a new option is among them before anybody thinks
/// of it.
private enum ReadingOptions {
    static let lines = EveryReadingCommand.lines.flatMap { line -> [[String]] in
        guard let leaf = LeafCommand(running: line), leaf.printsRecords,
            let command = CommandDump.all.below(leaf.words[...])
        else { return [] }
        return [line] + command.own.flatMap { added($0, to: line) }.map { line + $0 }
    }

    private static func added(_ option: CommandDump.Argument, to line: [String]) -> [[String]] {
        guard let name = option.name, !line.contains(name), !others.contains(name) else { return [] }
        if name == "--limit" { return [[name, "1"]] }
        guard let value = option.value else { return [[name]] }
        if value == "date" { return [[name, "2026-03-02"]] }
        // By what is counted changes the keys; every other value only says which rows there are.
        let values = option.allValues ?? []
        return (["--by", "--kind"].contains(name) ? values : Array(values.prefix(1))).map { [name, $0] }
    }

    /// Options that change no row, or that need another one.
    private static let others: Set = [
        "--fold", "--yaml", "--bom", "--complete", "--unit", "--counting", "--withdraw", "--format", "--lang",
        "--no-input", "--verbose", "--since-seal",
    ]
}
