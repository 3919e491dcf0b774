import SandboxPresentation

extension PrintedShape {
    /// What was printed and is not described by this, a sentence each; none if all of it is.
    func undescribed(in printed: PrintedShape) -> [String] {
        var whole = self
        whole.merge(printed)
        return document.differences(from: whole.document, at: "") + line.differences(from: whole.line, at: "line")
    }
}

extension Shape {
    /// What a wider shape allows and this does not.
    fileprivate func differences(from wider: Shape, at place: String) -> [String] {
        if self == wider { return [] }
        var found: [String] = []
        func say(_ has: Bool, _ what: String) {
            if has { found.append("\(place.isEmpty ? "the document" : place) \(what)") }
        }
        say(!isAnything && wider.isAnything, "may be anything")
        say(!isNullable && wider.isNullable, "may be null")
        say(!isBoolean && wider.isBoolean, "may be a boolean")
        say(number != wider.number, "may be a number, \(wider.number.map { "\($0)" } ?? "")")
        say(text != wider.text, "may be a text: \(wider.text.map { "\($0)" } ?? "")")
        say(elements == nil && wider.elements != nil, "may be an array")
        if let elements, let others = wider.elements, elements != others {
            let element = elements.first ?? Shape()
            found += element.differences(from: others.first ?? Shape(), at: place + "[]")
        }
        say(keys == nil && wider.keys != nil, "may be an object")
        for other in keys == nil ? [] : wider.keys ?? [] {
            let inner = place.isEmpty ? other.name : "\(place).\(other.name)"
            guard let key = keys?.first(where: { $0.name == other.name }) else {
                found.append("\(inner) is not described")
                continue
            }
            if key.isRequired, !other.isRequired { found.append("\(inner) may be missing") }
            if key.titles != other.titles {
                found.append("\(inner) is called \(other.titles.map(\.en).joined(separator: " / "))")
            }
            found += key.shape.differences(from: other.shape, at: inner)
        }
        return found.isEmpty ? ["\(place.isEmpty ? "the document" : place) has its keys in another order"] : found
    }
}
