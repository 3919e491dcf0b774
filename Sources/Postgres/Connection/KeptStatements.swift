import CLibPQ

/// The statements that the server keeps prepared for a connection, and their names there.
struct KeptStatements {
    /// What makes two statements one to the server: the text and the types of what it binds.
    struct Text: Hashable {
        let text: String
        let types: [Oid]

        init(_ statement: SQL) {
            (text, types) = (statement.text, statement.binds.map(\.oid))
        }
    }

    /// More than a program has; one that makes ever new texts begins anew.
    static let limit = 500
    private var names: [Text: String] = [:]
    private var unsure: Set<Text> = []
    private var last = 0

    var isFull: Bool { names.count >= Self.limit }

    /// The name of a statement, and whether it has yet to be prepared.
    mutating func name(of text: Text) -> (name: String, isNew: Bool) {
        if let name = names[text] { return (name, false) }
        last += 1
        let name = "kept_\(last)"
        names[text] = name
        unsure.insert(text)
        return (name, true)
    }

    /// The server has prepared it.
    mutating func isThere(_ text: Text) { unsure.remove(text) }

    /// What was to be prepared and was not.
    mutating func forgetWhatFailed() {
        for text in unsure { names[text] = nil }
        unsure = []
    }
}

extension Link {
    /// Whether statements are kept on this connection: not on one that a pooler lends for single transactions.
    var keepsStatements: Bool { options.keepsStatements && !isPooled }
}
