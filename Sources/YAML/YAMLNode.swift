/// A part of a YAML document: a scalar as it is written, a list or a mapping, in the order of the file.
package struct YAMLNode: Sendable {
    package enum Content: Sendable {
        /// Text; plain if it has no quotes and is not a block.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([(key: YAMLNode, value: YAMLNode)])
    }

    package let content: Content
    package let mark: YAMLMark
}

/// Where something begins: line and Unicode scalar, both from 1.
package struct YAMLMark: Sendable, Equatable {
    package let line: Int
    package let column: Int
}

/// What a text is read to.
package struct YAMLDocument: Sendable {
    /// The root; nil if there is nothing but comments.
    package let root: YAMLNode?
    /// The first anchor. What an alias repeats is not read.
    package let anchor: (name: String, mark: YAMLMark)?
    /// Where a second document begins.
    package let second: YAMLMark?
}

/// Why a text is no YAML.
package struct YAMLError: Error, Equatable {
    package enum Place: Sendable, Equatable {
        case mark(YAMLMark)
        /// The number of the byte, from 0.
        case byte(Int)
    }

    /// In the words of libyaml: `did not find expected ':'`.
    package let problem: String
    package let place: Place?
}
