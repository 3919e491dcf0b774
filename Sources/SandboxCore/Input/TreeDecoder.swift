import YAML

/// Reads a value from JSON by the tree reader that all files go through, with its limits of depth and size; what no program wrote,
/// an anchor or a name that occurs twice, is refused. Names are in snake case: `isExact` is `is_exact`.
package func decodedTree<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    let document = try YAMLDocument(asYAML(bytes))
    guard let root = document.root, document.anchor == nil, document.second == nil else { throw TreeDecoder.wrong([]) }
    return try Value(from: TreeDecoder(node: root, codingPath: []))
}

/// What JSON has and YAML has not, in the words of both: characters beyond the first plane in two escapes, and tabs between values.
private func asYAML(_ json: [UInt8]) -> [UInt8] {
    func unit(_ start: Int) -> UInt32? {
        guard start + 6 <= json.count, json[start] == UInt8(ascii: "\\"), json[start + 1] == UInt8(ascii: "u") else {
            return nil
        }
        return UInt32(String(decoding: json[start + 2..<start + 6], as: UTF8.self), radix: 16)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count)
    var isText = false
    var next = 0
    while next < json.count {
        let byte = json[next]
        if isText, byte == UInt8(ascii: "\\"), next + 1 < json.count {
            if let high = unit(next), let low = unit(next + 6), 0xD800..<0xDC00 ~= high, 0xDC00..<0xE000 ~= low,
                let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
            {
                bytes += Array(String(Character(scalar)).utf8)
                next += 12
                continue
            }
            if json[next + 1] != UInt8(ascii: "/") { bytes.append(byte) }
            bytes.append(json[next + 1])
            next += 2
            continue
        }
        if byte == UInt8(ascii: "\"") { isText.toggle() }
        bytes.append(!isText && byte == UInt8(ascii: "\t") ? UInt8(ascii: " ") : byte)
        next += 1
    }
    return bytes
}

private struct TreeDecoder: Decoder {
    let node: YAMLNode?
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func wrong(_ path: [any CodingKey]) -> DecodingError {
        .dataCorrupted(.init(codingPath: path, debugDescription: "not what is expected here"))
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .mapping(let pairs) = node?.content else { throw Self.wrong(codingPath) }
        var values: [String: YAMLNode] = [:]
        for (key, value) in pairs {
            guard case .scalar(let name, _) = key.content, values.updateValue(value, forKey: name) == nil else {
                throw Self.wrong(codingPath)
            }
        }
        return KeyedDecodingContainer(TreeObject(values: values, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .sequence(let items) = node?.content else { throw Self.wrong(codingPath) }
        return TreeList(items: items, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    /// A word without quotes: a number, `true`, `false`, `null`.
    private var word: String? {
        if case .scalar(let text, isPlain: true) = node?.content { text } else { nil }
    }

    private func number<Number: LosslessStringConvertible>() throws -> Number {
        guard let number = word.flatMap(Number.init) else { throw Self.wrong(codingPath) }
        return number
    }
}

extension TreeDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { node == nil || word == "null" }
    func decode(_ type: Bool.Type) throws -> Bool { try number() }
    func decode(_ type: String.Type) throws -> String {
        guard case .scalar(let text, isPlain: false) = node?.content else { throw Self.wrong(codingPath) }
        return text
    }
    func decode(_ type: Double.Type) throws -> Double {
        let value: Double = try number()
        guard value.isFinite else { throw Self.wrong(codingPath) }
        return value
    }
    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
    func decode(_ type: Int.Type) throws -> Int { try number() }
    func decode(_ type: Int8.Type) throws -> Int8 { try number() }
    func decode(_ type: Int16.Type) throws -> Int16 { try number() }
    func decode(_ type: Int32.Type) throws -> Int32 { try number() }
    func decode(_ type: Int64.Type) throws -> Int64 { try number() }
    func decode(_ type: UInt.Type) throws -> UInt { try number() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try number() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try number() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try number() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try number() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}

private struct TreeObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let values: [String: YAMLNode]
    let codingPath: [any CodingKey]

    var allKeys: [Key] { values.keys.compactMap(Key.init(stringValue:)) }

    /// `isExact` is `is_exact` in a file.
    private static func snakeCase(_ name: String) -> String {
        var written = ""
        for letter in name {
            if letter.isUppercase, !written.isEmpty { written.append("_") }
            written += letter.lowercased()
        }
        return written
    }

    private func node(_ key: Key) -> YAMLNode? { values[key.stringValue] ?? values[Self.snakeCase(key.stringValue)] }
    private func decoder(_ key: Key) -> TreeDecoder { TreeDecoder(node: node(key), codingPath: codingPath + [key]) }

    func contains(_ key: Key) -> Bool { node(key) != nil }
    func decodeNil(forKey key: Key) -> Bool { decoder(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try decoder(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try decoder(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try decoder(key).decode(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try decoder(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try decoder(key).decode(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try decoder(key).decode(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try decoder(key).decode(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try decoder(key).decode(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try decoder(key).decode(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try decoder(key).decode(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try decoder(key).decode(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try decoder(key).decode(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try decoder(key).decode(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try decoder(key).decode(type) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try Value(from: decoder(key))
    }
    func nestedContainer<Inner: CodingKey>(
        keyedBy type: Inner.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Inner> { try decoder(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder { throw TreeDecoder.wrong(codingPath) }
    func superDecoder(forKey key: Key) throws -> any Decoder { decoder(key) }
}

private struct TreeList: UnkeyedDecodingContainer {
    let items: [YAMLNode]
    let codingPath: [any CodingKey]
    var currentIndex = 0

    init(items: [YAMLNode], codingPath: [any CodingKey]) { (self.items, self.codingPath) = (items, codingPath) }

    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex >= items.count }

    private mutating func next() throws -> TreeDecoder {
        guard !isAtEnd else { throw TreeDecoder.wrong(codingPath) }
        currentIndex += 1
        return TreeDecoder(node: items[currentIndex - 1], codingPath: codingPath)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, TreeDecoder(node: items[currentIndex], codingPath: codingPath).decodeNil() else { return false }
        currentIndex += 1
        return true
    }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: try next()) }
    mutating func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) throws -> KeyedDecodingContainer<Inner> {
        try next().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }
}
