import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Writing a proposal") struct ProposalWriterTests {
    @Test("the same document always gives the same text, made to be edited") func text() {
        var proposal = Proposal(
            track: .demonstration, service: .init(name: "초거대 AI: 실증", type: .both, summary: "첫 줄\n\n  둘째 줄"))
        proposal.regime = .koreanICT
        proposal.reasons = ["yes", "근거 법령의 기준이 없음"]
        proposal.period = .init(from: "2027-01-04", months: 24)
        proposal.contact = .init(phone: "02-0000-0000")
        proposal.exemptions = [.init(law: "저작권법", article: "제35조의5", exemption: "가\n나"), .init(law: "개인정보 보호법")]
        proposal.sections = [.init("necessity", "#필요")]
        let document = ProposalDocument(proposal, version: 3, papers: [.init("business-plan", file: "papers/plan.pdf")])
        #expect(
            document.yaml == """
                version: 3
                regime: kr-ict
                track: demonstration
                service:
                  name: "초거대 AI: 실증"
                  type: both
                  summary: |-
                    첫 줄

                      둘째 줄
                reasons:
                  - "yes"
                  - 근거 법령의 기준이 없음
                period:
                  from: 2027-01-04
                  months: 24
                contact:
                  phone: "02-0000-0000"
                exemptions:
                  - law: 저작권법
                    article: 제35조의5
                    exemption: |-
                      가
                      나
                  - law: 개인정보 보호법
                sections:
                  necessity: "#필요"
                papers:
                  - paper: business-plan
                    file: papers/plan.pdf

                """)
    }

    @Test(
        "the sample proposals come back as they were", arguments: ["hyperscale-ai.yaml", "document-summary-api.yaml"])
    func samples(file: String) throws {
        let document = try ProposalDocument(yaml: try sampleData("proposals/" + file), file: file)
        let again = try ProposalDocument(yaml: Array(document.yaml.utf8), file: nil)
        #expect(again.proposal == document.proposal)
        #expect(again.papers == document.papers)
        #expect(again.yaml == document.yaml)
    }

    @Test("any text comes back as it was, whatever it looks like") func everyText() throws {
        var texts = [
            "true", "No", "NULL", "~", "null", "1", "1.5", "0x1F", "1e3", ".inf", "2026-11-23", "12:30", "=", "<<", "y",
            "- a", "? a", "a: b", "a:", "a #b", "#a", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a`", "\"a\"", "'a'",
            "[a]",
            "{a}", "a,b", "\\n", "가\\나", "a\tb", "「가」", "…", "a\n b", "a\n\n\nb", "a\n\tb", "a \nb", "a\n#b\n- c: d",
            "\u{2028}", "a\u{2028}b\nc", "\u{FEFF}a", "é", "👩‍👩‍👧", "---", "...", "a\n---\nb", "a\n...\nb", "가: 나\n다", "0",
            "-",
            "on", "Off", "a\u{FFFE}b", "a'b\"c", "\u{200B}가",
        ]
        var random = SeededGenerator(seed: 20_261_123)
        let alphabet = Array("ab가나 :#-?[]{}\"'\\|>&*!%@`,.~\n\n\t1é=<\u{2028}")
        for _ in 0..<400 {
            texts.append(
                String(
                    (0..<Int.random(in: 1...24, using: &random)).map { _ in
                        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                    }))
        }
        for text in texts {
            guard let checked = try? TextRule.prose.checked(text) else { continue }
            var proposal = Proposal(track: .demonstration, service: .init(name: "가", summary: checked))
            proposal.reasons = [checked, checked]
            proposal.sections = [.init("necessity", checked)]
            proposal.risks = [.init(category: "가", scenario: checked, response: checked)]
            let yaml = ProposalDocument(proposal).yaml
            let again = try ProposalDocument(yaml: Array(yaml.utf8), file: nil)
            #expect(again.proposal == proposal, "\(yaml)")
        }
    }
}
