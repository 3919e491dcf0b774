extension PrintedShape {
    /// The JSON Schema (draft 2020-12) of the document. `$defs` has that of a line.
    package func schema(title: String, description: String?) -> JSON {
        let isOne = line == document
        let inner = isOne ? [.init("$ref", "#")] : line.members(line: nil)
        return .object(
            [.init("$schema", "https://json-schema.org/draft/2020-12/schema"), .init("title", .string(title))]
                + (description.map { [.init("description", .string($0))] } ?? [])
                + document.members(line: isOne ? nil : line)
                + [.init("$defs", .object([.init("line", .object(inner))]))])
    }
}

extension Shape {
    /// The keywords of JSON Schema that describe it.
    /// - Parameter line: what is described under `$defs` already.
    fileprivate func members(line: Shape?) -> [JSON.Member] {
        if isAnything { return [] }
        if isUnknown { return [.init("not", [:])] }
        if self == line { return [.init("$ref", "#/$defs/line")] }
        var members: [JSON.Member] = [.init("type", types.count == 1 ? types[0] : .array(types))]
        switch text {
        case .code(let codes):
            members.append(.init("enum", .array(codes.map { .string($0) } + (isNullable ? [nil] : []))))
        case .date: members.append(.init("format", "date"))
        case .moment: members.append(.init("format", "date-time"))
        case .plain, nil: break
        }
        if let elements {
            members.append(.init("items", .object((elements.first ?? Shape()).members(line: line))))
        }
        if let keys {
            let required = keys.filter(\.isRequired).map { JSON.string($0.name) }
            members.append(.init("properties", .object(keys.map { .init($0.name, .object($0.members(line: line))) })))
            if !required.isEmpty { members.append(.init("required", .array(required))) }
            members.append(.init("additionalProperties", false))
        }
        return members
    }

    private var types: [JSON] {
        var types: [JSON] = []
        if isBoolean { types.append("boolean") }
        switch number {
        case .integer: types.append("integer")
        case .decimal: types.append("number")
        case nil: break
        }
        if text != nil { types.append("string") }
        if elements != nil { types.append("array") }
        if keys != nil { types.append("object") }
        if isNullable { types.append("null") }
        return types
    }
}

extension Shape.Key {
    fileprivate func members(line: Shape?) -> [JSON.Member] {
        guard !titles.isEmpty else { return shape.members(line: line) }
        func joined(_ texts: [String]) -> JSON { .string(texts.joined(separator: " / ")) }
        return [.init("title", joined(titles.map(\.en))), .init("x-title-ko", joined(titles.map(\.ko)))]
            + shape.members(line: line)
    }
}
