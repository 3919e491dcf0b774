/// PostgreSQL's text form of a one-dimensional array: `{1,2}`, `{"a b",NULL,"say \"x\""}`.
enum ArrayLiteral {
    static func write(_ elements: [BindValue]) -> String {
        var text = "{"
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            switch element {
            case .null: text += "NULL"
            case .text(let value): quote(value, into: &text)
            case .binary(let bytes): quote(Bytea.write(bytes), into: &text)
            }
        }
        return text + "}"
    }

    private static func quote(_ value: String, into text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { text += "\\" }
            text.unicodeScalars.append(scalar)
        }
        text += "\""
    }

    /// The elements, `nil` for NULL; or `nil` if it is not a one-dimensional array.
    static func read(_ bytes: UnsafeRawBufferPointer) -> [[UInt8]?]? {
        guard bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}"), bytes.count >= 2 else { return nil }
        if bytes.count == 2 { return [] }
        var elements: [[UInt8]?] = []
        var index = 1
        while index < bytes.count {
            guard let element = readElement(bytes, &index) else { return nil }
            elements.append(element)
            index += 1
        }
        return elements
    }

    /// Reads one element and leaves `index` on the comma or brace after it.
    private static func readElement(_ bytes: UnsafeRawBufferPointer, _ index: inout Int) -> [UInt8]?? {
        var element: [UInt8] = []
        var quoted = false
        var inside = false
        while index < bytes.count {
            let byte = bytes[index]
            if inside, byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
                index += 1
                element.append(bytes[index])
            } else if byte == UInt8(ascii: "\"") {
                inside.toggle()
                quoted = true
            } else if !inside, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") {
                return .some(!quoted && element.elementsEqual("NULL".utf8) ? nil : element)
            } else if !inside, byte == UInt8(ascii: "{") {
                return nil
            } else {
                element.append(byte)
            }
            index += 1
        }
        return nil
    }
}
