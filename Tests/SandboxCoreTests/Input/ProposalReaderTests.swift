import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Reading a proposal") struct ProposalReaderTests {
    private func read(_ yaml: String) throws -> ProposalDocument {
        try ProposalDocument(yaml: Array(yaml.utf8), file: "p.yaml", tracks: KnownTrack.ofKoreanICT)
    }

    /// What is wrong with a text, as `line:column field code`.
    private func problems(_ yaml: String) throws -> [String] {
        let error = try #require(throws: BadInput.self) { try read(yaml) }
        #expect(error.issues.allSatisfy { $0.file == "p.yaml" })
        return error.issues.map { issue in
            "\(issue.position?.line ?? 0):\(issue.position?.column ?? 0) \(issue.field?.name ?? "-") \(issue.problem.code)"
        }
    }

    @Test(
        "the sample proposals have what their track needs, and name papers that are there",
        arguments: [
            ("hyperscale-ai.yaml", TrackCode.demonstration), ("document-summary-api.yaml", .temporaryPermit),
        ])
    func samples(file: String, track: TrackCode) throws {
        let document = try ProposalDocument(yaml: try sampleData("proposals/" + file), file: file)
        let proposal = document.proposal
        #expect(proposal.track == track || file == "document-summary-api.yaml" && proposal.track.code == "임시허가")
        #expect(proposal.service.type != nil && proposal.service.summary != nil)
        #expect(proposal.exemptions.map(\.law) == ["저작권법", "개인정보 보호법"])
        #expect(proposal.exemptions.allSatisfy { $0.obstacle != nil && $0.exemption != nil && $0.application != nil })
        let needed: [String] = track == .demonstration ? ["scope", "schedule"] : []
        for code in ["description", "necessity", "objectives", "user_protection"] + needed {
            #expect(proposal.sections.contains { $0.code == code }, "\(code)")
        }
        #expect(document.papers.count >= 3)
        for paper in document.papers { #expect(try sampleData("proposals/" + paper.file).count > 100) }
    }

    @Test("Korean keys, other scripts of width and hyphens mean the same as the English keys") func aliases() throws {
        let english = try read(
            """
            track: temporary-permit
            service: {name: 서비스, type: both}
            exemptions:
            - {law: 저작권법, application: 방법}
            """)
        let korean = try read(
            """
            신청 유형: 임시허가
            서비스: {서비스명: 서비스, 유형: 기술·서비스}
            규제 특례:
            - {법령: 저작권법, 적용 방법: 방법}
            """)
        #expect(korean.proposal == english.proposal)
        #expect(
            try read("ＴＲＡＣＫ: Temporary-Permit\nservice: {Name: 서비스, type: both}").proposal.track == .temporaryPermit)
    }

    @Test("a scalar is the text as it was written, and a blank is nothing") func scalars() throws {
        let document = try read(
            """
            track: demonstration
            service: {name: no, summary: ~}
            contact: {phone: 010-0000-0000, name: 0755, email: "", address: null, representative: "null"}
            period:
            reasons: [true, 2026-11-23, 1e3]
            sections:
              description: |+

                첫 줄

                  둘째 줄

              necessity: '   '
            """)
        #expect(document.proposal.service == .init(name: "no"))
        #expect(document.proposal.contact == .init(name: "0755", phone: "010-0000-0000", representative: "null"))
        #expect(document.proposal.reasons == ["true", "2026-11-23", "1e3"])
        #expect(document.proposal.period == .init())
        #expect(document.proposal.sections == [.init("description", "첫 줄\n\n  둘째 줄")])
    }

    @Test("text is composed and lines end one way") func texts() throws {
        let document = try read(
            "track: demonstration\r\nservice:\r\n  name: \u{1112}\u{1161}\u{11AB}\r\n  summary: |\r\n    가\r\n    나\r\n"
        )
        #expect(Array(document.proposal.service.name.unicodeScalars) == ["한"])
        #expect(document.proposal.service.summary == "가\n나")
    }

    @Test("every problem is told at once, with line, character and field") func everything() throws {
        let yaml = """
            trak: demonstration
            version: 0
            service:
              type: servce
              summary: [가]
            period: {from: 2026-02-30, to: 2026-01-01, months: 130}
            reasons: 이유
            contact: 담당자
            exemptions:
              - law: 저작권법
                법령: 특허법
                적용방볍: 방법
              - article: 제1조
              - 저작권법
            sections:
              necessity: {a: b}
            risks:
              - {category: 구분, scenario: "\\x07"}
            papers:
              - {paper: plan, file: papers/}
            """
        let told = try problems(yaml)
        #expect(
            told == [
                "1:1 trak unknown-name", "1:1 track missing-value", "2:10 version not-in-range",
                "4:3 service.name missing-value",
                "4:9 service.type unknown-word", "5:12 service.summary wrong-shape", "6:16 period.from not-a-date",
                "6:52 period.months not-in-range", "7:10 reasons wrong-shape",
                "8:10 contact wrong-shape", "11:5 exemptions.1.law repeated-name",
                "12:5 exemptions.1.적용방볍 unknown-name",
                "13:5 exemptions.2.law missing-value", "14:5 exemptions.3 wrong-shape",
                "16:14 sections.necessity wrong-shape",
                "18:5 risks.1.response missing-value", "18:30 risks.1.scenario control-character",
                "20:25 papers.1.file not-a-file-name",
            ])
    }

    @Test("an unknown key offers the closest of its own language") func suggestions() throws {
        let error = try #require(throws: BadInput.self) {
            try read("track: demonstration\nservice: {nmae: 서비스, 주요내욤: 내용}\nexemtions: []")
        }
        #expect(error.issues.compactMap(\.problem.suggestion) == ["name", "주요내용", "exemptions"])
    }

    @Test("a period ends after it begins") func period() throws {
        let head = "track: demonstration\nservice: {name: 서비스}\n"
        #expect(
            try problems(head + "period: {from: 2026-02-01, to: 2026-01-31}") == ["3:32 period.to ends-before-start"])
        #expect(try problems(head + "period: {to: 2026-01-31, months: 3}") == ["3:9 period contradiction"])
        #expect(
            try read(head + "period: {from: 2026-02-01, months: 24}").proposal.period
                == .init(from: "2026-02-01", months: 24))
    }

    @Test(
        "what is no YAML, or YAML with tricks, is told with its place",
        arguments: [
            ("track: [", "2:1 - yaml-syntax"), ("track: demonstration\n\tservice: x", "2:1 - yaml-syntax"),
            ("track: a\ntrack: b", "2:1 track repeated-name"), ("a: &x [1]\nb: *x", "1:4 - yaml-feature"),
            ("a: *x", "1:4 - yaml-syntax"), ("---\ntrack: a\n---\ntrack: b\n", "3:1 - several-documents"),
            ("# nur ein Kommentar\n", "0:0 - empty-file"), ("a: 가\u{7}", "1:5 - yaml-syntax"),
            ("a: *x\nb: &x 1", "1:4 - yaml-syntax"), ("&k a: 1", "1:1 - yaml-feature"),
            ("가나: \"다", "1:7 - yaml-syntax"),
            ("- a", "1:1  wrong-shape"),
        ])
    func tricks(yaml: String, told: String) throws {
        let problems = try problems(yaml)
        #expect(problems.contains(told), "\(problems)")
    }

    @Test("deep nesting and repeated aliases are refused, not followed") func bombs() throws {
        #expect(try problems(String(repeating: "[", count: 900)) == ["1:101 - yaml-syntax"])
        // libyaml refuses a thousand itself, at the first of them; some versions do so later than the reader.
        #expect(
            [["1:1 - yaml-syntax"], ["1:101 - yaml-syntax"]].contains(
                try problems(String(repeating: "[", count: 100_000))))
        #expect(try problems(String(repeating: "- ", count: 200) + "x") == ["1:201 - yaml-syntax"])
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for n in 1...40 {
            bomb += "a\(n): &a\(n) [" + Array(repeating: "*a\(n - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        #expect(try problems(bomb) == ["1:5 - yaml-feature"])
    }

    @Test("a problem found later is told at the place of its field") func later() throws {
        let document = try read("track: demonstration\nservice: {name: 가}\nsections:\n  necesity: 나\n")
        let issue = document.issue(.unknownName("necesity", known: ["necessity"]), field: "sections.necesity")
        #expect(issue.position == Position(line: 4, column: 13))
        #expect(issue.file == "p.yaml")
    }
}
