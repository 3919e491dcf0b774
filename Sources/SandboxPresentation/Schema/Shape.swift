/// What machines get of a value: every kind that it can be, and what is in it.
///
/// Shapes of the same thing are merged to one that holds for all of them. In whatever order that is done, the same comes
/// out.
package struct Shape: Sendable, Equatable {
    /// Whether it may be anything: what PostgreSQL has printed from `jsonb`.
    package private(set) var isAnything = false
    package var isNullable = false
    package var isBoolean = false
    package var number: Number?
    package var text: Text?
    /// What the elements of an array are; empty while none was seen, nil for what is never an array.
    package var elements: [Shape]?
    /// The keys of an object; nil for what is never an object.
    package var keys: [Key]?

    /// Of no kind yet.
    package init() {}

    package static let anything = Shape { $0.isAnything = true }

    init(_ set: (inout Shape) -> Void) { set(&self) }

    /// What is told of numbers.
    package enum Number: Sendable {
        case integer, decimal
    }

    /// What is told of strings.
    package enum Text: Sendable, Equatable {
        case plain, date, moment
        /// One of these codes.
        case code([String])
    }

    /// A key of an object.
    package struct Key: Sendable, Equatable {
        package let name: String
        /// What people read instead. Several, if they read different ones.
        package var titles: [Wording]
        package var shape: Shape
        /// Whether it is always there.
        package var isRequired: Bool

        package init(_ name: String, _ titles: [Wording], _ shape: Shape, isRequired: Bool = true) {
            (self.name, self.titles, self.shape, self.isRequired) = (name, titles, shape, isRequired)
        }
    }
}

extension Shape {
    /// An array of these.
    package static func array(_ element: Shape) -> Shape { Shape { $0.elements = element.isUnknown ? [] : [element] } }

    package static func object(_ keys: [Key]) -> Shape { Shape { $0.keys = keys } }

    /// Whether nothing is known of it.
    package var isUnknown: Bool { self == Shape() }

    /// Makes this the shape of values that are either.
    package mutating func merge(_ other: Shape) {
        if self == other { return }
        if isAnything || other.isAnything {
            self = .anything
            return
        }
        isNullable = isNullable || other.isNullable
        isBoolean = isBoolean || other.isBoolean
        number = Self.either(number, other.number) { $0 == $1 ? $0 : .decimal }
        text = Self.either(text, other.text, Self.merged)
        elements = Self.either(elements, other.elements) { own, others in
            guard var element = own.first, let other = others.first else { return own + others }
            element.merge(other)
            return [element]
        }
        keys = Self.either(keys, other.keys, Self.merged)
        // `enum` is said of the whole value: of codes beside values of another type it cannot be said.
        let hasOthers = isBoolean || number != nil || elements != nil || keys != nil
        if hasOthers, case .code = text { text = .plain }
    }

    private static func either<Part>(_ own: Part?, _ other: Part?, _ merged: (Part, Part) -> Part) -> Part? {
        guard let own, let other else { return own ?? other }
        return merged(own, other)
    }

    private static func merged(_ own: Text, _ other: Text) -> Text {
        if own == other { return own }
        guard case .code(let codes) = own, case .code(let others) = other else { return .plain }
        return .code(inOrder(codes, others))
    }

    private static func merged(_ own: [Key], _ others: [Key]) -> [Key] {
        inOrder(own.map(\.name), others.map(\.name)).map { name in
            let both = [own, others].compactMap { keys in keys.first { $0.name == name } }
            var key = both[0]
            for other in both.dropFirst() {
                key.shape.merge(other.shape)
                key.titles = Set(key.titles + other.titles).sorted { ($0.en, $0.ko) < ($1.en, $1.ko) }
            }
            key.isRequired = both.count == 2 && both.allSatisfy(\.isRequired)
            return key
        }
    }

    /// The order they have in both, or that of the alphabet.
    private static func inOrder(_ own: [String], _ others: [String]) -> [String] {
        own == others ? own : Set(own + others).sorted()
    }
}
