import SandboxPresentation

extension PrintedShape {
    /// Reads a published schema back.
    init(schema: JSON) {
        let line = schema["$defs"]?["line"] ?? [:]
        if line["$ref"]?.string == "#" {
            self = .one(Shape(schema: schema, line: Shape()))
        } else {
            let line = Shape(schema: line, line: Shape())
            self.init(document: Shape(schema: schema, line: line), line: line)
        }
    }
}

extension Shape {
    fileprivate init(schema: JSON, line: Shape) {
        if schema["$ref"] != nil {
            self = line
            return
        }
        guard let type = schema["type"] else {
            self = schema["not"] == nil ? .anything : Shape()
            return
        }
        self.init()
        for name in (type.elements ?? [type]).compactMap(\.string) {
            switch name {
            case "null": isNullable = true
            case "boolean": isBoolean = true
            case "integer": number = .integer
            case "number": number = .decimal
            case "string": text = Text(schema: schema)
            case "array":
                let element = Shape(schema: schema["items"] ?? [:], line: line)
                elements = element.isUnknown ? [] : [element]
            default: keys = Self.keys(schema: schema, line: line)
            }
        }
    }

    private static func keys(schema: JSON, line: Shape) -> [Key] {
        let required = Set((schema["required"]?.elements ?? []).compactMap(\.string))
        return (schema["properties"]?.members ?? []).map { member in
            func titles(_ key: String) -> [String] {
                (member.value[key]?.string?.split(separator: " / ") ?? []).map(String.init)
            }
            let titles = zip(titles("x-title-ko"), titles("title")).map { Wording($0, $1) }
            return Key(
                member.key, titles, Shape(schema: member.value, line: line),
                isRequired: required.contains(member.key))
        }
    }
}

extension Shape.Text {
    fileprivate init(schema: JSON) {
        switch schema["format"]?.string {
        case "date": self = .date
        case "date-time": self = .moment
        default: self = schema["enum"].map { .code(($0.elements ?? []).compactMap(\.string)) } ?? .plain
        }
    }
}
