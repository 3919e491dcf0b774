public import SandboxDomain

/// A statement of `migrations/` or `schema/`, or a part of one, that defines something of the database.
public struct Definition: Equatable, Sendable {
    /// What is defined: `function`, `view`, `trigger`, `policy`, `table`, `type`, `constraint`, `index`, `domain`, …; `grant`
    /// and `comment` for what is said of it elsewhere; the function that is called, such as `access.staff`, for a line that
    /// makes policies or triggers of a table.
    public let kind: String
    /// With its schema, unless that is `sandbox`.
    public let name: String
    /// `schema/50_decision.sql`
    public let file: String
    /// The line on which it begins, from 1.
    public let line: Int
    /// As it was written, without the semicolon.
    public let text: String
    /// The comment in front of it; may be empty.
    public let comment: String
    /// The table that an index, a trigger or a policy belongs to, or ``everyTable``.
    var table: String?
    /// The function that a trigger runs.
    var function: String?

    /// The name of what holds for all tables.
    static let everyTable = "*"
}

/// Everything that the files this program was built with define, in force after all of them.
public enum Definitions {
    /// In the order of the files.
    public static let all: [Definition] = {
        let migrations = EmbeddedSQL.migrations.map { ("migrations/\($0.name).sql", $0.text) }
        return read(migrations + SchemaDefinitions.embedded.files.map { ($0.path, $0.text) })
    }()

    /// Every definition of that name. A name without a schema is looked for in all. With a table comes all that is in
    /// force for it: indexes, triggers with their functions, policies, and what holds for every table.
    /// - Throws: `NotFound`, with a name that was probably meant.
    public static func named(_ name: String) throws(NotFound) -> [Definition] {
        try named(name, among: all)
    }

    static func named(_ name: String, among all: [Definition]) throws(NotFound) -> [Definition] {
        var wanted = name.lowercased()
        if wanted.hasPrefix("sandbox.") { wanted.removeFirst("sandbox.".count) }
        let found = all.filter { $0.name == wanted || $0.name.hasSuffix("." + wanted) }
        guard found.isEmpty else { return found + parts(of: found, among: all) }
        let names = all.map(\.name)
        let suggestion =
            closestWord(to: wanted, among: names) ?? closestWord(to: wanted, among: names.map(\.afterDot))
            ?? names.filter { wanted.count > 2 && $0.contains(wanted) }.min { ($0.count, $0) < ($1.count, $1) }
        throw NotFound(.definition, name, suggestion: suggestion)
    }

    private static func parts(of found: [Definition], among all: [Definition]) -> [Definition] {
        let tables = Set(found.filter { $0.kind == "table" }.map(\.name))
        guard !tables.isEmpty else { return [] }
        let parts = all.filter { part in
            part.table.map { tables.contains($0) || $0 == Definition.everyTable } == true && !found.contains(part)
        }
        let functions = Set(parts.compactMap(\.function))
        return parts + all.filter { $0.kind == "function" && functions.contains($0.name) }
    }

    static func read(_ files: [(path: String, text: String)]) -> [Definition] {
        var all: [Definition] = []
        for (path, text) in files {
            for statement in SQLScript(text).statements {
                if let dropped = statement.dropped {
                    all.removeAll { $0.name == dropped.name && $0.kind == dropped.kind }
                } else {
                    all += statement.definitions(in: path)
                }
            }
        }
        return all
    }
}

extension SQLScript.Statement {
    private static let kinds: Set = [
        "function", "procedure", "aggregate", "view", "trigger", "policy", "table", "type", "domain", "index",
        "sequence",
        "schema", "role", "extension",
    ]
    private static let modifiers: Set = [
        "or", "replace", "unique", "constraint", "unlogged", "temp", "temporary", "recursive", "materialized", "if",
        "not",
        "exists", "concurrently", "only",
    ]

    /// What a DROP takes away.
    fileprivate var dropped: (kind: String, name: String)? {
        guard word(0) == "drop", let kind = word(1), Self.kinds.contains(kind) else { return nil }
        return (kind, name(at: skipModifiers(2)).name)
    }

    fileprivate func definitions(in file: String) -> [Definition] {
        func whole(_ kind: String, _ name: String) -> Definition {
            Definition(kind: kind, name: name, file: file, line: line, text: text, comment: comment)
        }
        switch word(0) {
        case "create", "alter":
            let place = skipModifiers(1)
            guard let kind = word(place), Self.kinds.contains(kind) else { return [] }
            let name = name(at: skipModifiers(place + 1)).name
            if ["index", "trigger", "policy"].contains(kind) { return [part(kind, name, in: file)] }
            return [whole(kind, name)] + (["table", "domain"].contains(kind) ? constraints(in: file) : [])
        case "comment":
            guard let kind = word(2) else { return [] }
            let name = name(at: 3).name
            return [whole("comment", kind == "column" ? name.beforeLastDot : name)]
        case "grant", "revoke":
            return granted.map { whole("grant", $0) }
        case "select":
            let (function, next) = name(at: 1)
            if sign(next) == "(", sign(next + 1) == ")", function.hasPrefix("access.") {
                var all = whole(function, Definition.everyTable)
                all.table = Definition.everyTable
                return [all]
            }
            guard sign(next) == "(", token(next + 1)?.kind == .text, let table = token(next + 1)?.text else {
                return []
            }
            return [whole(function, table.lowercased())]
        default: return []
        }
    }

    /// What belongs to the table after its ON.
    private func part(_ kind: String, _ name: String, in file: String) -> Definition {
        func after(_ words: String...) -> String? {
            tokens.indices.first { index in
                tokens[index].depth == 0 && words.enumerated().allSatisfy { word(index + $0.offset) == $0.element }
            }.map { self.name(at: skipModifiers($0 + words.count)).name }
        }
        return Definition(
            kind: kind, name: name, file: file, line: line, text: text, comment: comment, table: after("on"),
            function: after("execute", "function"))
    }

    /// Each with its column or its clause, up to the surrounding commas.
    private func constraints(in file: String) -> [Definition] {
        tokens.indices.dropFirst().filter { word($0) == "constraint" && !["drop", "on"].contains(word($0 - 1)) }
            .compactMap { index in
                guard let named = token(index + 1), named.kind == .word || named.kind == .name else { return nil }
                let depth = tokens[index].depth
                func isEdge(_ token: SQLScript.Token) -> Bool {
                    token.kind == .sign
                        && (token.text == "," && token.depth == depth || token.text == "(" && token.depth == depth - 1
                            || token.text == ")" && token.depth == depth - 1)
                }
                let first = tokens[..<index].lastIndex(where: isEdge).map { $0 + 1 } ?? 0
                let last = tokens[index...].firstIndex(where: isEdge) ?? tokens.endIndex
                let bytes = tokens[first].bytes.lowerBound..<tokens[last - 1].bytes.upperBound
                let all = Array(text.utf8)
                return Definition(
                    kind: "constraint", name: named.text, file: file,
                    line: line + all[..<bytes.lowerBound].count { $0 == UInt8(ascii: "\n") },
                    text: String(decoding: all[bytes], as: UTF8.self), comment: first == 0 ? comment : "")
            }
    }

    /// The things after ON, up to TO or FROM.
    private var granted: [String] {
        guard let on = tokens.firstIndex(where: { $0.kind == .word && $0.text == "on" && $0.depth == 0 }) else {
            return []
        }
        var index = on + 1
        if let kind = word(index), Self.kinds.contains(kind) || kind == "routine" { index += 1 }
        var names: [String] = []
        while let token = token(index), token.kind == .word || token.kind == .name,
            !["to", "from"].contains(token.text)
        {
            let (name, next) = name(at: index)
            names.append(name)
            index = next
            // The types of a function's parameters.
            while index < tokens.endIndex, tokens[index].depth > 0 || sign(index) == "(" || sign(index) == ")" {
                index += 1
            }
            if sign(index) == "," { index += 1 } else { break }
        }
        return names
    }

    private func token(_ index: Int) -> SQLScript.Token? { tokens.indices.contains(index) ? tokens[index] : nil }
    private func word(_ index: Int) -> String? { token(index).flatMap { $0.kind == .word ? $0.text : nil } }
    private func sign(_ index: Int) -> String? { token(index).flatMap { $0.kind == .sign ? $0.text : nil } }

    private func skipModifiers(_ index: Int) -> Int {
        var index = index
        while let word = word(index), Self.modifiers.contains(word) { index += 1 }
        return index
    }

    /// `name` or `schema.name`, and where the next token is.
    private func name(at index: Int) -> (name: String, next: Int) {
        var parts = [token(index)?.text ?? ""]
        var next = index + 1
        while sign(next) == ".", let part = token(next + 1) {
            parts.append(part.text)
            next += 2
        }
        if parts.count > 1, parts[0] == "sandbox" { parts.removeFirst() }
        return (parts.joined(separator: "."), next)
    }
}

extension String {
    fileprivate var beforeLastDot: String { lastIndex(of: ".").map { String(self[..<$0]) } ?? self }
    fileprivate var afterDot: String { String(self[(lastIndex(of: ".").map { index(after: $0) } ?? startIndex)...]) }
}
