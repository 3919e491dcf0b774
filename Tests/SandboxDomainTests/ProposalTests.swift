import SandboxDomain
import Testing

@Suite("A proposal") struct ProposalTests {
    private var proposal: Proposal {
        var proposal = Proposal(track: .demonstration, service: .init(name: "가", type: .both))
        proposal.regime = "kr-ict"
        proposal.exemptions = [.init(law: "저작권법", application: "방법")]
        proposal.sections = [.init("necessity", "필요")]
        return proposal
    }

    @Test("its filled fields are told by the names of the proposal file, in the order of the form") func fields() {
        #expect(
            proposal.fields.map { "\($0.name)=\($0.value)" } == [
                "regime=kr-ict", "track=demonstration", "service.name=가", "service.type=both", "exemptions.1.law=저작권법",
                "exemptions.1.application=방법", "sections.necessity=필요",
            ])
    }

    @Test("two versions differ in the fields that one has otherwise or not at all") func differences() {
        var theirs = proposal
        theirs.service.summary = "요약"
        theirs.exemptions[0].application = "다른 방법"
        theirs.sections = []
        #expect(
            proposal.differences(from: theirs) == [
                .init("exemptions.1.application", yours: "방법", theirs: "다른 방법"),
                .init("sections.necessity", yours: "필요", theirs: nil),
                .init("service.summary", yours: nil, theirs: "요약"),
            ])
        #expect(proposal.differences(from: proposal) == [])
    }

    @Test(
        "a provision is taken apart into its law and its article",
        arguments: [
            ("저작권법 제35조의5", "저작권법", "제35조의5"), ("Copyright Act Article 35-5", "Copyright Act", "Article 35-5"),
            ("제약산업 육성법 제2조 제1항", "제약산업 육성법", "제2조 제1항"), ("도로교통법", "도로교통법", nil), ("제정법", "제정법", nil),
        ] as [(String, String, String?)]
    )
    func provision(_ words: String, law: String, article: String?) throws {
        let exemption = try Proposal.Exemption(provision: words)
        #expect(exemption.law == law && exemption.article == article)
        #expect(throws: InputProblem.self) { try Proposal.Exemption(provision: " ") }
    }
}
