import SandboxDomain
import Synchronization
import Testing

@testable import SandboxPresentation

@Suite("What machines get of values")
struct ShapeTests {
    private enum Light: String, CaseIterable, HasWording {
        case red, green

        var wording: Wording { Wording(rawValue, rawValue) }
    }

    /// The keywords of its schema.
    private func schema(_ shape: Shape) -> String {
        let printed = PrintedShape(document: shape, line: Shape()).schema(title: "t", description: nil)
        guard case .object(let members) = printed else { return "" }
        let own = members.filter { !["$schema", "title", "$defs"].contains($0.key) }
        return String(decoding: JSON.object(own).bytes(), as: UTF8.self)
    }

    @Test(
        "every kind of cell is described, also while there is no value",
        arguments: [
            (.text("a"), #"{"type":"string"}"#), (.text(nil), #"{"type":["string","null"]}"#),
            (.text("a" as String?), #"{"type":["string","null"]}"#),
            (.integer(1), #"{"type":"integer"}"#), (.integer(nil as Int?), #"{"type":["integer","null"]}"#),
            (.decimal("1.5"), #"{"type":"number"}"#), (.decimal(nil), #"{"type":["number","null"]}"#),
            (.decimal("NaN"), #"{"type":"string"}"#),
            (.boolean(true), #"{"type":"boolean"}"#), (.boolean(nil), #"{"type":["boolean","null"]}"#),
            (.date("2026-11-23"), #"{"type":"string","format":"date"}"#),
            (.date(nil), #"{"type":["string","null"],"format":"date"}"#),
            (.moment(nil), #"{"type":["string","null"],"format":"date-time"}"#),
            (.moment("2026-11-23 14:05:09+09"), #"{"type":["string","null"],"format":"date-time"}"#),
            (.code(Light.red), #"{"type":"string","enum":["red","green"]}"#),
            (.code(nil as Light?), #"{"type":["string","null"],"enum":["red","green",null]}"#),
            (.code(TrackCode("any")), #"{"type":"string"}"#),
            (.codes([] as [Light]), #"{"type":"array","items":{"type":"string","enum":["red","green"]}}"#),
            (.texts([]), #"{"type":"array","items":{"type":"string"}}"#),
            (.list(nil, of: .date), #"{"type":["array","null"],"items":{"type":"string","format":"date"}}"#),
            (.list([]), #"{"type":"array","items":{"not":{}}}"#),
            (.list([.integer(1), .text("a")]), #"{"type":"array","items":{"type":["integer","string"]}}"#),
            (.json("[1]"), "{}"), (.json(nil), "{}"), (.null, #"{"type":"null"}"#),
        ] as [(Cell, String)])
    func cells(_ cell: Cell, _ expected: String) { #expect(schema(Shape(cell)) == expected) }

    @Test("a detail is an object: sections are objects, tables and parts arrays, headings for people nothing")
    func details() {
        let listing = Listing<Int?>([
            Column("n", "수", "Number") { .integer($0) },
            Column("bar", "막대", "Bar", for: .people) { _ in .text("▪") },
        ])
        let detail = Detail(
            "heading",
            [
                .section(Wording("가", "A"), [.field("name", Wording("이름", "Name"), .text("n"))]),
                .section("inner", Wording("나", "B"), [.paragraph("text", Wording("글", "Text"), nil)]),
                .rows("rows", Wording("줄", "Rows"), listing, [] as [Int?]),
                .each("parts", Wording("부분", "Parts"), [.init("1", [.machines("id", .integer(1))]), .init("2", [])]),
            ])
        #expect(
            schema(Shape(detail)) == """
                {"type":"object","properties":{"name":{"title":"Name","x-title-ko":"이름","type":"string"},\
                "inner":{"title":"B","x-title-ko":"나","type":"object","properties":\
                {"text":{"title":"Text","x-title-ko":"글","type":["string","null"]}},\
                "required":["text"],"additionalProperties":false},\
                "rows":{"title":"Rows","x-title-ko":"줄","type":"array","items":\
                {"type":"object","properties":{"n":{"title":"Number","x-title-ko":"수","not":{}}},\
                "required":["n"],"additionalProperties":false}},\
                "parts":{"title":"Parts","x-title-ko":"부분","type":"array","items":\
                {"type":"object","properties":{"id":{"type":"integer"}},"additionalProperties":false}}},\
                "required":["name","inner","rows","parts"],"additionalProperties":false}
                """)
    }

    private static let samples: [Shape] =
        ([
            .null, .text("a"), .text(nil), .integer(1), .decimal("1"), .boolean(nil), .date("2026-01-01"),
            .code(Light.red),
            .code(TrackCode("t")), .list([]), .texts(["a"]), .codes([Light.red]), .json("{}"),
        ] as [Cell]).map { Shape($0) }
        + [
            Shape(), .object([]), .object([.init("b", [Wording("나", "B")], Shape(Cell.text("b")))]),
            .object([.init("b", [], Shape()), .init("a", [Wording("가", "A")], Shape(Cell.integer(1)))]),
        ]

    @Test("merging gives the same in whatever order, and twice the same adds nothing") func merging() {
        func merged(_ shapes: Shape...) -> Shape { shapes.reduce(into: Shape()) { $0.merge($1) } }
        for one in Self.samples {
            #expect(merged(one, one) == one)
            for two in Self.samples {
                #expect(merged(one, two) == merged(two, one))
                #expect(merged(merged(one, two), two) == merged(one, two))
                for three in Self.samples {
                    #expect(merged(merged(one, two), three) == merged(one, merged(two, three)))
                }
            }
        }
    }

    @Test("a key that one has and the other has not may be missing") func requirement() {
        var shape = Shape.object([.init("a", [], Shape(Cell.text("a"))), .init("b", [], Shape(Cell.text("b")))])
        shape.merge(.object([.init("a", [], Shape(Cell.text(nil)))]))
        #expect(
            schema(shape) == """
                {"type":"object","properties":{"a":{"type":["string","null"]},"b":{"type":"string"}},\
                "required":["a"],"additionalProperties":false}
                """)
    }

    @Test("what is written is told to whoever observes it, in every format; the whole, not its parts")
    func observation() throws {
        let listing = Listing<Int>([Column("n", "수", "Number") { .integer($0) }])
        let row = Shape.object([.init("n", [Wording("수", "Number")], Shape(Cell.integer(1)))])
        for format in Format.allCases where format != .ics {
            for limit in [nil, 5] {
                let seen = Seen()
                var output = Output(format: format, language: .korean)
                output.observe = { seen.add($0) }
                _ = try listing.write([1, 2], output, limit: limit) { _ in }
                #expect(seen.shapes == [.rows(row, isLimited: limit != nil)])
                let detail = Detail("d", [.rows("rows", Wording("줄", "Rows"), listing, [1])])
                try detail.write(output) { _ in }
                #expect(seen.shapes == [.rows(row, isLimited: limit != nil), .one(Shape(detail))])
            }
        }
    }
}

private final class Seen: Sendable {
    private let all = Mutex<[PrintedShape]>([])
    var shapes: [PrintedShape] { all.withLock { $0 } }

    func add(_ observation: Observation) {
        if case .output(let shape) = observation { all.withLock { $0.append(shape) } }
    }
}
