import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxTesting
import Testing

@testable import sandbox

@Suite("What official papers say of what was recorded", .database)
struct PaperContentTests {
    private let stated = [
        "--with", "대표자=이도담", "--with", "소재지=서울특별시 성동구 왕십리로 222", "--with", "의견=지정함이 타당함",
        "--with", "발언=질의와 응답이 있었음", "--with", "장소=정부세종청사", "--with", "시각=14:00", "--with", "진행 순서=개의, 의결, 폐회",
    ]

    private func shell() async throws -> Shell {
        var type = try await Shell()
        type.language = "ko"
        try await type.office()
        return type
    }

    private func page(_ type: Shell, _ words: String...) async -> String {
        let told = await type.run(\.desk, ["paper", "issue"] + words + stated + ["--output", "-"])
        #expect(told.status == .done, "\(words): \(told.error)")
        return English.text(of: told.out)
    }

    @Test(
        "a correction is in the notice, the certificate, the extension and the minutes")
    func corrections() async throws {
        let type = try await shell()
        let story = try await type.casework.paperStory()
        let reference = story.granted
        let meeting = try #require(story.papers.last).reference
        _ = await page(type, "통지서", reference)
        for words in [
            ["--text", "“안전요원”은 “안전관리자”로 한다.", "--reason", "용어 오기"],
            ["--minutes", "--text", "위원 3은 기권하였다.", "--reason", "집계 오기"],
        ] {
            #expect(await type.run(\.desk, ["committee", "correct", reference] + words).status == .done)
        }
        for paper in ["통지서", "지정서", "연장지정서"] {
            let text =
                paper == "통지서"
                ? await page(type, paper, reference, "--reason", "정정") : await page(type, paper, reference)
            #expect(text.contains("“안전요원”은 “안전관리자”로 한다.") && text.contains("용어 오기"), "\(paper)")
            #expect(text.contains("제25조") && !text.contains("위원 3은 기권하였다."), "\(paper)")
        }
        let minutes = await page(type, "회의록", meeting)
        #expect(minutes.contains("위원 3은 기권하였다.") && minutes.contains("“안전관리자”로 한다."))
    }

    @Test("a rejection says how it has to read, and what follows an objection only where one is offered")
    func rejection() async throws {
        let type = try await shell()
        let reference = try await type.casework.replied()
        try await type.casework.voted(reference, .against)
        try await type.casework.desk.perform(DecideCase(reference, outcome: .rejected, reason: "안전 대책이 부족합니다."))
        try await type.casework.desk.perform(
            CorrectDecision(reference, .decision, text: "“안전”은 “보안”으로 한다.", reason: "오기"))
        let text = await page(type, "부결 통지서", reference.description)
        #expect(text.contains("“안전”은 “보안”으로 한다."))
        #expect(text.contains("재심의:") && !text.contains("이의신청을 한 경우"), "\(text)")
    }

    @Test("a certificate keeps the validity that was granted, and tells the end apart") func ended() async throws {
        let type = try await shell()
        let reference = try await type.casework.decided()
        let folder = try ScratchFolder()
        let file = folder.path + "/first.html"
        let issued = await type.run(
            \.desk, ["paper", "issue", "지정서", reference.description, "--output", file] + stated)
        #expect(issued.status == .done, "\(issued.error)")
        let holds = await type(\.company, "paper", "verify", file)
        #expect(holds.status == .done && holds.error.contains("유효합니다"), "\(holds.error)")
        let legal = try await type.casework.company.answer(GrantView(reference)).legal
        let end = try #require(legal.endOn)
        var renounce = ActOnGrant(reference, .renounce)
        renounce.text = "사업을 그만둡니다."
        try await type.casework.company.perform(renounce)
        let over = await type(\.company, "paper", "verify", file)
        #expect(over.status == .checkFailed && over.error.contains("끝났습니다"), "\(over)")
        #expect(!over.error.contains("유효합니다"))
        let text = await page(type, "지정서", reference.description, "--reason", "정정")
        #expect(text.contains(end.text(.korean)) && text.contains("효력이 끝남"), "\(text)")
        let later = try await type.casework.company.answer(GrantView(reference)).legal
        #expect(later.endOn == end && later.endedOn == later.today)
        let replaced = await type(\.company, "paper", "verify", file)
        #expect(replaced.error.contains("대체된 문서") && replaced.error.contains("끝났습니다"), "\(replaced.error)")
    }

    @Test("a file that was changed is said to be no paper, to those who may see the paper") func altered() async throws
    {
        let type = try await shell()
        let reference = try await type.casework.decided()
        let whole = await type.run(\.desk, ["paper", "issue", "지정서", reference.description, "--output", "-"] + stated)
        let folder = try ScratchFolder()
        let file = try folder.file("a.html", whole.out.replacing("이도담", with: "김도담"))
        let genuine = try folder.file("b.html", whole.out)
        let nonsense = try folder.file("c.html", "1111-2222-3333-4444")
        for person in [\Casework.desk, \Casework.company] {
            let told = await type(person, "paper", "verify", file)
            #expect(told.status == .checkFailed && told.error.contains("발급한 문서와 다릅니다"), "\(told)")
            #expect(told.error.contains("지정서"))
            #expect(await type(person, "paper", "verify", genuine).status == .done)
            #expect(await type(person, "paper", "verify", nonsense).status == .notFound)
        }
        for path in [file, genuine, nonsense] {
            let told = await type(\.rival, "paper", "verify", path)
            #expect(told.status == .notFound && told.error.replacing(path, with: "").contains("없거나 볼 수 없"), "\(told)")
        }
    }

    @Test("a revocation states the hearing that was recorded, and no committee; an order its article") func orders()
        async throws
    {
        let type = try await shell()
        let reference = try await type.casework.decided()
        func act(_ act: GrantAct, _ fill: (inout ActOnGrant) -> Void) async throws {
            var done = ActOnGrant(reference, act)
            fill(&done)
            try await type.casework.desk.perform(done)
        }
        let today = try await type.casework.desk.answer(Today())
        try await act(.correct) { ($0.text, $0.until) = ("이용자에게 알릴 것", today.adding(days: 20)) }
        let order = await page(type, "시정명령서", reference.description)
        #expect(order.contains("제38조의4제2항") && order.contains("이용자에게 알릴 것"), "\(order)")
        let early = await type(\.desk, "grant", "revoke", reference.description, "--ground", "fraud")
        #expect(early.error.contains("‘거짓이나 그 밖의 부정한 방법’ 사유로 청문을"), "\(early.error)")
        try await act(.recordHearing) { ($0.text, $0.ground) = ("의견 없음", "fraud") }
        try await act(.revoke) { $0.ground = "fraud" }
        let text = await page(type, "취소 통지서", reference.description)
        #expect(text.contains("청문(\(today.text(.korean)))을 거쳐") && !text.contains("심의위원회"), "\(text)")
        #expect(text.contains("제38조의4제1항"))
    }

    @Test("an upheld objection tells what follows, and leaves nothing to appeal; one upheld in part does")
    func objections() async throws {
        let type = try await shell()
        let casework = type.casework
        for (ruling, words) in [(ObjectionRuling.upheld, "upheld"), (.upheldInPart, "upheld-in-part")] {
            let reference = try await casework.received(.temporaryPermit)
            try await casework.desk.perform(ReturnCase(reference, reason: "서류가 다릅니다."))
            try await casework.company.perform(FileObjection(reference, statement: "다르지 않습니다."))
            let told = await type(
                \.desk, "objection", "answer", reference.description, "--ruling", words, "--reason", "사유")
            #expect(told.status == .done, "\(told.error)")
            let text = await page(type, "이의신청 결정 통지서", reference.description)
            let view = try await casework.company.answer(CaseView(reference))
            #expect(told.error.contains("다음: 담당 창구가 이의신청 결과 알림을 발급합니다."), "\(told.error)")
            #expect(text.contains("신청을 다시 처리합니다") == !ruling.leavesAppeal, "\(text)")
            #expect(text.contains("행정심판") == ruling.leavesAppeal)
            #expect((view.dispositions.last?.appealUntil != nil) == ruling.leavesAppeal)
            let owed = view.deadlines.filter { $0.rule == "k20-appeal" && $0.endedOn == nil }
            #expect(owed.isEmpty == !ruling.leavesAppeal)
        }
    }

    @Test("papers, ministries and what is stated go by the names people use") func names() async throws {
        let type = try await shell()
        let reference = try await type.casework.consulting()
        for (paper, words) in [
            ("협의요청서", ["--ministry", "문체부"]), ("독촉장", ["--ministry", "문체부"]),
            ("접수증", ["--with", "사업자등록번호=214-87-12348"]),
        ] {
            let told = await type.run(\.desk, ["paper", "issue", paper, reference.description] + words)
            #expect(told.status == .done, "\(paper): \(told.error)")
            #expect(!told.error.contains("-1’를"), "\(told.error)")
        }
        let wrong = await type(
            \.desk, "paper", "issue", "접수증", reference.description, "--reason", "정정", "--with",
            "사업자등록번호=123-45-67890")
        #expect(wrong.status == .usage, "\(wrong)")
        let second = try await type.casework.received().description
        let told = await type(\.desk, "paper", "issue", "접수증", second, "--with", "사업자등록번호=214-87-12348")
        #expect(told.error.contains("-2’를 발급했습니다"), "\(told.error)")
    }
}
