import Foundation
import SandboxDomain
import Testing

@testable import SandboxPresentation

private let consultations = Listing<(String, Opinion?)>([
    Column("ministry", "부처", "Ministry") { .text($0.0) },
    Column("opinion", "의견", "Opinion") { .code($0.1) },
    Column("round", "차수", "Round", for: .machines) { _ in .integer(1) },
])

private let detail = Detail(
    "TP-2026-0001 초거대 AI 문서 요약",
    [
        .field("reference", Wording("과제번호", "Reference"), .text("TP-2026-0001")),
        .field("stage", Wording("단계", "Stage"), .code(Stage.consulting)),
        .field("due_on", Wording("만료일", "Due"), .date("2026-11-26"), dates: .countdown),
        .section(
            "applicant", Wording("신청인", "Applicant"),
            [
                .field("name", Wording("회사", "Company"), .text("카카오페이")),
                .field("phone", Wording("전화", "Phone"), .null),
            ]),
        .section(
            Wording("제안", "Proposal"),
            [
                .paragraph("need", Wording("규제 특례 필요사항", "Exemption needed"), "저작권법 제30조의 적용을 받지 않고 학습한다.\n둘째 줄"),
                .paragraph("note", Wording("비고", "Note"), nil),
                .list("laws", Wording("법령", "Laws"), ["저작권법", "개인정보 보호법"]),
                .rows(
                    "consultations", Wording("협의", "Consultations"), consultations,
                    [("문화체육관광부", .agree), ("개인정보보호위원회", nil)]),
            ]),
    ])

@Suite("A detail")
struct DetailTests {
    private func text(_ output: Output) throws -> String {
        var bytes: [UInt8] = []
        try detail.write(output) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("is laid out for people, its paragraphs wrapped at the display width")
    func people() throws {
        let today: CivilDate = "2026-11-23"
        #expect(
            try text(Output(format: .table, language: .korean, isTerminal: true, width: 34, today: today)) == """
                TP-2026-0001 초거대 AI 문서 요약

                과제번호  TP-2026-0001
                단계      관계부처 협의
                만료일    2026. 11. 26. (D-3)

                신청인
                  회사  카카오페이
                  전화  -

                제안
                  규제 특례 필요사항
                    저작권법 제30조의 적용을 받지
                    않고 학습한다.
                    둘째 줄

                  법령
                    - 저작권법
                    - 개인정보 보호법

                  협의
                    부처                의견
                    문화체육관광부      동의
                    개인정보보호위원회  -

                """)
    }

    @Test("is one object for machines, whose keys do not follow the headings")
    func json() throws {
        let text = try text(Output(format: .jsonl, language: .english))
        #expect(
            text == #"{"reference":"TP-2026-0001","stage":"consulting","due_on":"2026-11-26","#
                + #""applicant":{"name":"카카오페이","phone":null},"#
                + #""need":"저작권법 제30조의 적용을 받지 않고 학습한다.\n둘째 줄","note":null,"laws":["저작권법","개인정보 보호법"],"#
                + #""consultations":[{"ministry":"문화체육관광부","opinion":"agree","round":1},"#
                + #"{"ministry":"개인정보보호위원회","opinion":null,"round":1}]}"# + "\n")
        let indented = try self.text(Output(format: .json, language: .korean))
        let one = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
        let other = try #require(JSONSerialization.jsonObject(with: Data(indented.utf8)) as? NSDictionary)
        #expect(one == other)
        #expect(indented.hasPrefix("{\n  \"reference\": \"TP-2026-0001\",\n"))
    }

    @Test("is a key and a value a line in tsv and csv")
    func pairs() throws {
        let tsv = try text(Output(format: .tsv, language: .korean)).split(separator: "\n")
        #expect(tsv.prefix(2) == ["key\tvalue", "reference\tTP-2026-0001"])
        #expect(tsv.contains("applicant.phone\t") && tsv.contains("laws\t저작권법; 개인정보 보호법"))
        #expect(tsv.contains("consultations.1.ministry\t개인정보보호위원회"))
        #expect(try text(Output(format: .csv, language: .korean)).contains("\"저작권법 제30조의 적용을 받지 않고 학습한다.\n둘째 줄\""))
    }

    @Test("cannot be forged by a text with control characters")
    func forged() throws {
        let forged = Detail(
            "제목\n가짜",
            [
                .field("a", Wording("가", "A"), .text("\u{1B}[2J")),
                .paragraph("b", Wording("나", "B"), "\u{202E}글\u{9B}"),
            ])
        var bytes: [UInt8] = []
        try forged.write(Output(format: .table, language: .korean)) { bytes += $0 }
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "제목↵가짜\n\n가  \\u{1B}[2J\n\n나\n  \\u{202E}글\\u{9B}\n")
    }
}
