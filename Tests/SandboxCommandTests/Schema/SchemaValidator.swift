import SandboxDomain
import SandboxPresentation

/// Validates JSON against the part of JSON Schema that the published schemas use.
struct SchemaValidator {
    let root: JSON

    /// What is wrong with a document, a sentence each.
    func problems(document: JSON) -> [String] { problems(document, root, at: "") }
    /// What is wrong with a line of jsonl.
    func problems(line: JSON) -> [String] { problems(line, root["$defs"]?["line"] ?? ["not": [:]], at: "") }

    private func problems(_ value: JSON, _ schema: JSON, at place: String) -> [String] {
        var found: [String] = []
        func check(_ isRight: Bool, _ what: @autoclosure () -> String) {
            if !isRight { found.append("\(place.isEmpty ? "the value" : place) \(what())") }
        }
        for keyword in schema.members ?? [] {
            switch keyword.key {
            case "$ref": found += problems(value, resolved(keyword.value), at: place)
            case "not": check(!problems(value, keyword.value, at: place).isEmpty, "is what it must not be")
            case "type":
                let types = (keyword.value.elements ?? [keyword.value]).compactMap(\.string)
                check(types.contains { value.isOf(type: $0) }, "is not \(types.joined(separator: " or "))")
            case "enum": check(keyword.value.elements?.contains(value) == true, "is no code: \(value.text)")
            case "format":
                check(value.string?.has(format: keyword.value.string) != false, "is no \(keyword.value.text)")
            case "items":
                for (index, element) in (value.elements ?? []).enumerated() {
                    found += problems(element, keyword.value, at: "\(place)[\(index)]")
                }
            case "required":
                guard let members = value.members else { continue }
                let names = Set(members.map(\.key))
                for name in (keyword.value.elements ?? []).compactMap(\.string) {
                    check(names.contains(name), "has no \(name)")
                }
            case "properties":
                for member in value.members ?? [] {
                    guard let inner = keyword.value[member.key] else { continue }
                    found += problems(member.value, inner, at: place.isEmpty ? member.key : "\(place).\(member.key)")
                }
            case "additionalProperties":
                let known = Set((schema["properties"]?.members ?? []).map(\.key))
                for member in value.members ?? [] {
                    check(known.contains(member.key), "has \(member.key), which is not described")
                }
            case "$schema", "$defs", "title", "description", "x-title-ko": break
            default: found.append("the schema has an unknown keyword: \(keyword.key)")
            }
        }
        return found
    }

    private func resolved(_ reference: JSON) -> JSON {
        switch reference.string {
        case "#": root
        case "#/$defs/line": root["$defs"]?["line"] ?? ["not": [:]]
        default: ["not": [:]]
        }
    }
}

extension JSON {
    fileprivate func isOf(type: String) -> Bool {
        switch self {
        case .null: type == "null"
        case .boolean: type == "boolean"
        case .integer: type == "integer" || type == "number"
        case .decimal: type == "number"
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        case .text: false
        }
    }

    fileprivate var text: String { String(decoding: bytes(), as: UTF8.self) }
}

extension String {
    fileprivate func has(format: String?) -> Bool {
        switch format {
        case "date": (try? CivilDate(iso: self)) != nil
        case "date-time":
            (try? CivilDate(iso: String(prefix(10)))) != nil
                && wholeMatch(of: /.{10}T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\.[0-9]+)?(Z|[+-][0-2][0-9]:[0-5][0-9])/)
                    != nil
        default: false
        }
    }
}
