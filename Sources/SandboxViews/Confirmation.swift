package import SandboxPresentation

/// What an act came to: a sentence for people, an object for programs, a name for the next act.
package struct Confirmation: Sendable {
    /// What the next act calls it: a reference, a login.
    package var name: String
    /// What changed, in one short line.
    package var said: Wording
    /// What comes next, a line each.
    package var next: [Wording]
    /// The fields of the object, the same for every confirmation of one kind of act.
    package var fields: [Field]

    /// A confirmation of these words and fields.
    package init(name: String, said: Wording, next: [Wording] = [], fields: [Field]) {
        (self.name, self.said, self.next, self.fields) = (name, said, next, fields)
    }

    /// A field of the object.
    package struct Field: Sendable {
        package var key: String
        package var title: Wording
        package var cell: Cell

        package init(_ key: String, _ ko: String, _ en: String, _ cell: Cell) {
            self.key = key
            title = Wording(ko, en)
            self.cell = cell
        }
    }
}

extension Detail {
    /// What an act came to, as one object.
    package init(_ confirmation: Confirmation) {
        self.init(confirmation.name, confirmation.fields.map { .field($0.key, $0.title, $0.cell) })
    }
}

extension PrintedShape {
    /// What machines get of acts.
    package init(_ confirmations: [Confirmation], isList: Bool) {
        let shape = confirmations.reduce(into: Shape()) { $0.merge(Shape(Detail($1))) }
        self = isList ? .rows(shape) : .one(shape)
    }
}

extension Listing<Confirmation> {
    /// What acts of one kind came to, a row each.
    package init(like first: Confirmation) {
        self.init(
            first.fields.indices.map { index in
                let field = first.fields[index]
                return Column(field.key, field.title.ko, field.title.en) { $0.fields[index].cell }
            })
    }
}
