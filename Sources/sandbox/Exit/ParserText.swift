/// What the parser of command lines says, in Korean: it knows English only. A sentence that is not known stays as it is.
enum ParserText {
    /// The whole message, line by line.
    static func korean(_ message: String) -> String {
        message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if line.hasPrefix("Error: ") { return "오류: " + sentence(String(line.dropFirst(7))) }
            if line.hasPrefix("Help:  ") { return "설명: " + line.dropFirst(7) }
            if line.hasPrefix("Usage: ") { return "사용법: " + line.dropFirst(7) }
            if let told = between(line, "  See '", "' for more information.") { return "  자세한 설명: \(told)" }
            return String(line)
        }.joined(separator: "\n")
    }

    /// One sentence.
    static func sentence(_ said: String) -> String {
        if let name = between(said, "Missing expected argument '", "'") { return "\(name) 인자가 빠졌습니다." }
        if let name = between(said, "Missing value for '", "'") { return "\(name)에 값이 없습니다." }
        if let name = between(said, "Missing required option '", "'") ?? between(said, "Missing option '", "'") {
            return "\(name) 옵션이 빠졌습니다."
        }
        if let name = between(said, "Unknown option '", "'") { return "알 수 없는 옵션입니다: \(name)" }
        if let name = between(said, "Unexpected argument '", "'") { return "쓰이지 않는 인자입니다: \(name)" }
        if let cut = said.firstRange(of: " unexpected arguments: ") {
            return "쓰이지 않는 인자가 \(said[..<cut.lowerBound])개 있습니다: \(said[cut.upperBound...])"
        }
        if said.hasPrefix("The value '"), let middle = said.firstRange(of: "' is invalid for '") {
            let value = said[said.index(said.startIndex, offsetBy: 11)..<middle.lowerBound]
            let rest = said[middle.upperBound...]
            guard let end = rest.firstIndex(of: "'") else { return said }
            let option = rest[..<end]
            var told = "‘\(value)’: \(option)에 쓸 수 없는 값입니다."
            if let list = rest.firstRange(of: "Please provide one of ") {
                let choices = rest[list.upperBound...].drop { $0 == " " }
                    .replacing("the following:", with: "").replacing(", and ", with: ", ").replacing(
                        " and ", with: ", "
                    )
                    .replacing(", or ", with: ", ").replacing(" or ", with: ", ").replacing("'", with: "")
                told += " 쓸 수 있는 값: \(choices)"
            }
            return told
        }
        return said
    }

    private static func between(_ text: some StringProtocol, _ start: String, _ end: String) -> Substring? {
        let text = Substring(text)
        guard text.hasPrefix(start), let close = text.dropFirst(start.count).firstRange(of: end) else { return nil }
        return text.dropFirst(start.count)[..<close.lowerBound]
    }
}
