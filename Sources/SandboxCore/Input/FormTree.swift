import SandboxDomain
import YAML

/// A place in a YAML tree under its name, with the reader that gathers what is wrong.
///
/// Scalars are taken as they are written: `no` stays `no`, `010` stays `010`. What plain YAML calls null is a blank.
struct FormTree {
    let node: YAMLNode?
    let name: String

    /// The child of that name.
    private func child(_ node: YAMLNode?, _ name: String) -> FormTree {
        FormTree(node: node, name: self.name.isEmpty ? name : self.name + "." + name)
    }

    /// Whether there is nothing here, or nothing but `~`, `null` or blank space.
    var isBlank: Bool {
        switch node?.content {
        case .none: true
        case .scalar(let text, isPlain: true): ["", "~", "null", "Null", "NULL"].contains(text)
        case .scalar(let text, isPlain: false): text.allSatisfy(\.isWhitespace)
        case .sequence(let items): items.isEmpty
        case .mapping(let pairs): pairs.isEmpty
        }
    }

    private var isMapping: Bool {
        if case .mapping = node?.content { true } else { false }
    }

    /// The children of a mapping by the English names of its keys. Unknown and repeated keys are problems.
    func mapping(_ keys: FormKeys.Keys, _ reader: inout FormReader) -> [String: FormTree] {
        var children: [String: FormTree] = [:]
        for (key, value) in pairs(&reader) {
            if let problem = key.text.isTooLongForAWord {
                reader.report(problem, at: key.node, field: self.name.isEmpty ? nil : self.name)
                continue
            }
            guard let name = FormKeys.key(key.text, in: keys) else {
                let known = FormKeys.names(like: key.text, in: keys)
                reader.report(.unknownName(key.text, known: known), at: key.node, field: child(nil, key.text).name)
                continue
            }
            let child = child(value, name)
            if children.updateValue(child, forKey: name) != nil {
                reader.report(.repeatedName(name), at: key.node, field: child.name)
            }
            reader.place(child, key: key.node)
        }
        for (name, _) in keys where children[name] == nil { children[name] = child(nil, name) }
        return children
    }

    /// The children of a mapping whose keys are codes of reference data.
    func coded(_ reader: inout FormReader) -> [(code: String, tree: FormTree)] {
        var children: [(code: String, tree: FormTree)] = []
        var known: Set<String> = []
        for (key, value) in pairs(&reader) {
            if let problem = key.text.isTooLongForAWord {
                reader.report(problem, at: key.node, field: name)
                continue
            }
            let code = foldedWord(key.text)
            let child = child(value, code)
            if !known.insert(code).inserted {
                reader.report(.repeatedName(code), at: key.node, field: child.name)
            }
            reader.place(child, key: key.node)
            children.append((code, child))
        }
        return children
    }

    /// The items of a list, counted from 1.
    func list(_ reader: inout FormReader) -> [FormTree] {
        guard !isBlank else { return [] }
        guard case .sequence(let items) = node?.content else {
            reader.report(.wrongShape(expected: .list), at: node, field: name)
            return []
        }
        return items.enumerated().map { number, item in
            let child = child(item, String(number + 1))
            reader.place(child, key: item)
            return child
        }
    }

    /// The value of a scalar; nil if it is blank or after a problem was noted.
    func value<T>(_ reader: inout FormReader, _ make: (String) throws(InputProblem) -> T) -> T? {
        guard !isBlank else { return nil }
        guard case .scalar(let text, _) = node?.content else {
            reader.report(.wrongShape(expected: .text), at: node, field: name)
            return nil
        }
        do {
            try text.checkLength()
            return try make(try composed(text))
        } catch {
            reader.report(error.ofLongText(text), at: node, field: name)
            return nil
        }
    }

    /// The value of a scalar that must not be blank; `parent` is where to point when its key is not there at all.
    func required<T>(
        in parent: FormTree, _ reader: inout FormReader, _ make: (String) throws(InputProblem) -> T
    ) -> T? {
        // A value that is not a mapping has been reported already, so its missing keys are not reported too.
        guard parent.isBlank || parent.isMapping else { return nil }
        if isBlank { reader.report(.missingValue, at: node ?? parent.node, field: name) }
        return value(&reader, make)
    }

    private func pairs(_ reader: inout FormReader) -> [(key: (text: String, node: YAMLNode), value: YAMLNode)] {
        guard !isBlank else { return [] }
        guard case .mapping(let pairs) = node?.content else {
            reader.report(.wrongShape(expected: .mapping), at: node, field: name)
            return []
        }
        return pairs.compactMap { key, value in
            guard case .scalar(let text, _) = key.content else {
                reader.report(.wrongShape(expected: .text), at: key, field: name)
                return nil
            }
            return ((normalised(text), key), value)
        }
    }
}
