#if SystemYAML
    import CLibYAML
#else
    // Of Yams the parser in C alone.
    import CYaml
#endif

extension YAMLDocument {
    /// Reads a text in UTF-8.
    package init(_ bytes: [UInt8]) throws(YAMLError) {
        // A result, since the closure may not throw an error of its own kind.
        guard Self.directives(in: bytes) <= Reading.maximumDirectives else {
            throw YAMLError(problem: "too many directives", place: nil)
        }
        let read = bytes.withUnsafeBufferPointer { buffer -> Result<YAMLDocument, YAMLError> in
            var parser = yaml_parser_t()
            guard yaml_parser_initialize(&parser) == 1 else { return .failure(.outOfMemory) }
            defer { yaml_parser_delete(&parser) }
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            do throws(YAMLError) { return .success(try Reading.document(&parser)) } catch { return .failure(error) }
        }
        self = try read.get()
    }

    /// The number of lines that begin with `%`. libyaml compares each directive with all before it.
    private static func directives(in bytes: [UInt8]) -> Int {
        var count = 0
        var isStart = true
        for byte in bytes {
            if isStart, byte == UInt8(ascii: "%") { count += 1 }
            isStart = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
        return count
    }
}

/// Follows the events of a parser.
private struct Reading {
    private var anchor: (name: String, mark: YAMLMark)?
    /// Files that people write are a few levels deep.
    private static let maximumDepth = 100
    /// The largest regime has some thousand values.
    private static let maximumNodes = 200_000
    static let maximumDirectives = 100
    private var nodes = 0

    static func document(_ parser: inout yaml_parser_t) throws(YAMLError) -> YAMLDocument {
        var reading = Reading()
        var root: YAMLNode?
        while true {
            let event = try Event(&parser)
            switch event.type {
            case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
            case YAML_DOCUMENT_START_EVENT:
                // An anchor is refused, whatever follows the document.
                guard root == nil, reading.anchor == nil else {
                    return YAMLDocument(root: root, anchor: reading.anchor, second: event.mark)
                }
                root = try reading.node(Event(&parser), &parser, depth: 1)
            default:
                return YAMLDocument(root: root, anchor: reading.anchor, second: nil)
            }
        }
    }

    private mutating func node(
        _ event: Event, _ parser: inout yaml_parser_t, depth: Int
    ) throws(YAMLError) -> YAMLNode {
        guard depth <= Self.maximumDepth else {
            throw YAMLError(problem: "nested too deeply", place: .mark(event.mark))
        }
        nodes += 1
        guard nodes <= Self.maximumNodes else { throw YAMLError(problem: "too many values", place: .mark(event.mark)) }
        if let name = event.anchor, anchor == nil, event.type != YAML_ALIAS_EVENT { anchor = (name, event.mark) }
        switch event.type {
        case YAML_ALIAS_EVENT:
            guard anchor != nil else { throw YAMLError(problem: "found undefined alias", place: .mark(event.mark)) }
            return YAMLNode(content: .scalar("", isPlain: true), mark: event.mark)
        case YAML_SEQUENCE_START_EVENT:
            var items: [YAMLNode] = []
            var next = try Event(&parser)
            while next.type != YAML_SEQUENCE_END_EVENT {
                items.append(try node(next, &parser, depth: depth + 1))
                next = try Event(&parser)
            }
            return YAMLNode(content: .sequence(items), mark: event.mark)
        case YAML_MAPPING_START_EVENT:
            var pairs: [(key: YAMLNode, value: YAMLNode)] = []
            var next = try Event(&parser)
            while next.type != YAML_MAPPING_END_EVENT {
                let key = try node(next, &parser, depth: depth + 1)
                pairs.append((key, try node(Event(&parser), &parser, depth: depth + 1)))
                next = try Event(&parser)
            }
            return YAMLNode(content: .mapping(pairs), mark: event.mark)
        default:
            return YAMLNode(content: .scalar(event.text, isPlain: event.isPlain), mark: event.mark)
        }
    }
}

/// The next event of a parser.
private final class Event {
    private var event = yaml_event_t()

    init(_ parser: inout yaml_parser_t) throws(YAMLError) {
        guard yaml_parser_parse(&parser, &event) == 1 else { throw YAMLError(parser) }
    }

    deinit { yaml_event_delete(&event) }

    var type: yaml_event_type_t { event.type }
    var mark: YAMLMark { YAMLMark(event.start_mark) }

    var anchor: String? {
        let name =
            switch event.type {
            case YAML_SCALAR_EVENT: event.data.scalar.anchor
            case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.anchor
            case YAML_MAPPING_START_EVENT: event.data.mapping_start.anchor
            default: nil as UnsafeMutablePointer<yaml_char_t>?
            }
        return name.map { String(cString: $0) }
    }

    /// The text of a scalar, which may contain zero characters.
    var text: String {
        String(
            decoding: UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length),
            as: UTF8.self)
    }

    var isPlain: Bool { event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }
}

extension YAMLMark {
    fileprivate init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1) }
}

extension YAMLError {
    fileprivate static let outOfMemory = YAMLError(problem: "out of memory", place: nil)

    fileprivate init(_ parser: yaml_parser_t) {
        let problem = parser.problem.map { String(cString: $0) }
        switch parser.error {
        case YAML_MEMORY_ERROR: self = .outOfMemory
        case YAML_READER_ERROR: self.init(problem: problem ?? "", place: .byte(Int(parser.problem_offset)))
        // It looks some way ahead, and says what a program may set.
        case YAML_PARSER_ERROR where problem?.hasPrefix("Maximum nesting level") == true:
            self.init(problem: "nested too deeply", place: .mark(YAMLMark(parser.problem_mark)))
        default: self.init(problem: problem ?? "", place: .mark(YAMLMark(parser.problem_mark)))
        }
    }
}
