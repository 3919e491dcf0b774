import SandboxDomain
import SandboxPresentation
import SandboxViews
import Testing

@testable import sandbox

@Suite("The published schemas")
struct SchemaTests {
    @Test("are there for every command, and for nothing else", .disabled(if: SchemaFolder.isUpdated)) func complete()
        throws
    {
        let leaves = LeafCommand.all.map(\.name)
        #expect(LeafCommand.withoutRecords.keys.filter { !leaves.contains($0) } == [])
        let expected = LeafCommand.all.filter(\.printsRecords).map(\.name) + SchemaFolder.others.keys
        let names = Set(try SchemaFolder.names())
        #expect(names.subtracting(expected).sorted() == [], "no such command")
        #expect(Set(expected).subtracting(names).sorted() == [], "UPDATE=1 script/test makes them")
    }

    @Test(
        "are written as the parser and the shapes have it, and nothing in them is unknown",
        .disabled(if: SchemaFolder.isUpdated), arguments: (try? SchemaFolder.names()) ?? [])
    func current(name: String) throws {
        let text = try SchemaFolder.text(name)
        let schema = try JSON(reading: text)
        let again = SchemaFolder.schema(of: PrintedShape(schema: schema), name)
        #expect(String(decoding: SchemaFolder.bytes(again), as: UTF8.self) == text)
        #expect(unknown(schema, at: name) == [], "no test prints a value of it")
    }

    @Test("one key means one thing: who owes an act is a party, whatever prints it") func owedBy() throws {
        let parties = DeadlineDebtor.allCases.map { JSON.string($0.rawValue) }
        var found = 0
        func check(_ schema: JSON, _ name: String) {
            for property in schema["properties"]?.members ?? [] where property.key == "owed_by" {
                found += 1
                #expect(property.value["enum"] == .array(parties), "\(name)")
            }
            if let items = schema["items"] { check(items, name) }
            for inner in ["properties", "$defs"].flatMap({ schema[$0]?.members ?? [] }) { check(inner.value, name) }
        }
        for name in try SchemaFolder.names() { check(try JSON(reading: SchemaFolder.text(name)), name) }
        #expect(found > 8)
    }

    /// The places of which it is not known what is there.
    private func unknown(_ schema: JSON, at place: String) -> [String] {
        if schema["not"] != nil || schema["type"] == "null" { return [place] }
        let inner = ["properties", "$defs"].flatMap { schema[$0]?.members ?? [] }
        let items = schema["items"].map { unknown($0, at: place + "[]") } ?? []
        return items + inner.flatMap { unknown($0.value, at: "\(place).\($0.key)") }
    }

    @Test("a failure with everything that one can have") func failure() throws {
        var failure = Failure(
            code: "commit-unknown", status: .unavailable, what: Wording("가", "a"), why: Wording("나", "b"),
            detail: "detail", hint: Wording("다", "c"), idempotencyKey: "key")
        for _ in 0..<2 {
            for language in Language.allCases {
                #expect(try SchemaFolder.undescribed(.one(failure.shape(language)), in: "failure") == [])
            }
            (failure.detail, failure.hint, failure.idempotencyKey) = (nil, nil, nil)
        }
    }

    // MARK: - What checks them

    private static let row = Shape.object([
        .init("reference", [Wording("과제번호", "Reference")], Shape(Cell.text("a"))),
        .init("due_on", [Wording("기한", "Due")], Shape(Cell.date(nil))),
        .init("at", [], Shape(Cell.moment(nil))), .init("opinion", [], Shape(Cell.code(nil as Opinion?))),
        .init("count", [], Shape(Cell.integer(1))), .init("list", [], Shape(Cell.texts([]))),
        .init("any", [], Shape(Cell.json(nil))),
        .init("may_be_missing", [], Shape(Cell.decimal("1")), isRequired: false),
    ])

    private static let good = """
        {"reference":"DE-1","due_on":"2026-11-23","at":"2026-11-23T14:05:09+09:00","opinion":"agree","count":1,"list":["\\u00e9"],\
        "any":{"x":[1]}}
        """

    @Test("a document that is as described is valid; of jsonl every line") func valid() throws {
        for isLimited in [false, true] {
            let schema = PrintedShape.rows(Self.row, isLimited: isLimited).schema(title: "t", description: nil)
            let validator = SchemaValidator(root: schema)
            let document =
                isLimited ? #"{"rows":[\#(Self.good)],"truncated":false,"limit":1,"total":null}"# : "[\(Self.good)]"
            #expect(validator.problems(document: try JSON(reading: document)) == [])
            #expect(validator.problems(line: try JSON(reading: Self.good)) == [])
        }
    }

    @Test(
        "a document that is not is found",
        arguments: [
            (#""reference":"DE-1","#, ""), (#""DE-1""#, "null"), (#""DE-1""#, "1"), ("2026-11-23\"", "2026-11-32\""),
            ("+09:00", ""), ("T14", " 14"), (#""agree""#, #""perhaps""#), (#""count":1"#, #""count":1.5"#),
            (#""count":1"#, #""count":"1""#), (#""count":1"#, #""count":null"#), (#"["\u00e9"]"#, "[1]"),
            (#"["\u00e9"]"#, #""é""#), (#""any""#, #""more":1,"any""#),
            (#""any""#, #""may_be_missing":true,"any""#),
        ])
    func invalid(part: String, instead: String) throws {
        let bad = Self.good.replacing(part, with: instead)
        #expect(bad != Self.good)
        let schema = PrintedShape.rows(Self.row).schema(title: "t", description: nil)
        let validator = SchemaValidator(root: schema)
        #expect(validator.problems(line: try JSON(reading: bad)) != [])
        #expect(validator.problems(document: try JSON(reading: "[\(Self.good),\(bad)]")) != [])
        #expect(validator.problems(document: try JSON(reading: Self.good)) != [])
    }

    @Test(
        "what is no JSON is found",
        arguments: ["", "{", "[1,]", "[1] [2]", #"{"a" 1}"#, "nul", "01x", #""\q""#, "\"open", "{}{}"])
    func noJSON(text: String) { #expect(throws: NotJSON.self) { try JSON(reading: text) } }

    @Test("what is read is what was written") func reading() throws {
        let json = JSON.object([
            .init("text", "a\"\\\n\u{7F}가😀"), .init("n", -5), .init("d", .decimal("1.50")),
            .init("b", .array([true, false, .null])), .init("empty", .object([])),
        ])
        for isIndented in [false, true] {
            #expect(try JSON(reading: String(decoding: json.bytes(indented: isIndented), as: UTF8.self)) == json)
        }
        let shapes = [
            PrintedShape.rows(Self.row), PrintedShape.rows(Self.row, isLimited: true), PrintedShape.one(Self.row),
        ]
        for printed in shapes {
            #expect(PrintedShape(schema: printed.schema(title: "t", description: nil)) == printed)
        }
    }

    @Test("what is printed and not described is told with its place") func differences() {
        let known = PrintedShape.rows(Self.row)
        func told(_ change: (inout [Shape.Key]) -> Void) -> [String] {
            var keys = Self.row.keys ?? []
            change(&keys)
            return known.undescribed(in: .rows(.object(keys))).filter { !$0.hasPrefix("line") }
        }
        let nothing = told { _ in }
        #expect(nothing == [])
        let more = told { $0.append(.init("more", [], Shape(Cell.text("a")))) }
        #expect(more.contains("[].more is not described"))
        let fewer = told { $0.removeFirst(1) }
        #expect(fewer.contains("[].reference may be missing"))
        let nullable = told { $0[0].shape.isNullable = true }
        #expect(nullable == ["[].reference may be null"])
        let renamed = told { $0[0].titles = [Wording("번호", "Number")] }
        #expect(renamed == ["[].reference is called Number / Reference"])
        let plain = told { $0[1].shape.text = .plain }
        #expect(plain == ["[].due_on may be a text: plain"])
        let decimal = told { $0[4].shape.number = .decimal }
        #expect(decimal == ["[].count may be a number, decimal"])
        let element = told { $0[5].shape.elements = [Shape(Cell.text(nil))] }
        #expect(element == ["[].list[] may be null"])
        let object = known.undescribed(in: PrintedShape.one(Self.row))
        #expect(object.contains("the document may be an object"))
    }
}
