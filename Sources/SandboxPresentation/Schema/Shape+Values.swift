extension Shape {
    /// What machines get of a cell.
    package init(_ cell: Cell) {
        self.init()
        if let kind = cell.kind { merge(Shape(kind)) }
        merge(Shape(cell.value))
        if cell.isOptional && !isAnything { isNullable = true }
    }

    private init(_ kind: Cell.Kind) {
        switch kind {
        case .text: self.init { $0.text = .plain }
        case .integer: self.init { $0.number = .integer }
        case .decimal: self.init { $0.number = .decimal }
        case .boolean: self.init { $0.isBoolean = true }
        case .date: self.init { $0.text = .date }
        case .timestamp: self.init { $0.text = .moment }
        case .json: self = .anything
        case .code(let type): self.init { $0.text = type.codes.map { .code($0) } ?? .plain }
        case .list(let kind): self = .array(Shape(kind))
        }
    }

    private init(_ value: Cell.Value) {
        switch value {
        case .null: self.init { $0.isNullable = true }
        case .text: self.init(.text)
        case .integer: self.init(.integer)
        case .decimal(let digits): self.init(digits.isJSONNumber ? .decimal : .text)
        case .boolean: self.init(.boolean)
        case .date: self.init(.date)
        case .timestamp: self.init(.timestamp)
        case .code(let value): self.init(.code(type(of: value)))
        case .json: self.init(.json)
        case .list(let cells): self = .array(cells.reduce(into: Shape()) { $0.merge(Shape($1)) })
        }
    }

    /// What machines get of a row.
    init<Row>(_ row: Row, of listing: Listing<Row>) {
        self = .object(listing.columns(for: .json).map { Key($0.key, [$0.title], Shape($0.cell(row))) })
    }

    /// What is known of the rows of a listing before there is one.
    init<Row>(of listing: Listing<Row>) {
        self = .object(listing.columns(for: .json).map { Key($0.key, [$0.title], Shape()) })
    }

    /// What machines get of the rows of a table, each.
    package init(rowsOf table: EmbeddedTable) {
        self = .object(zip(table.keys, table.keyTitles).map { Key($0, [$1], Shape()) })
        for record in table.records {
            merge(.object(zip(record, table.keyTitles).map { Key($0.key, [$1], Shape($0.cell)) }))
        }
    }

    /// What machines get of a detail.
    package init(_ detail: Detail) { self = .object(detail.items.flatMap(\.shapes)) }

    /// What is in a JSON value.
    package init(_ json: JSON) {
        switch json {
        case .null: self.init { $0.isNullable = true }
        case .boolean: self.init(.boolean)
        case .integer: self.init(.integer)
        case .decimal(let digits): self.init(digits.isJSONNumber ? .decimal : .text)
        case .string: self.init(.text)
        case .text: self = .anything
        case .array(let values): self = .array(values.reduce(into: Shape()) { $0.merge(Shape($1)) })
        case .object(let members): self = .object(members.map { Key($0.key, [], Shape($0.value)) })
        }
    }
}

extension Detail.Item {
    fileprivate var shapes: [Shape.Key] {
        switch self {
        case .field(let key, let title, let cell, _): [.init(key, [title], Shape(cell))]
        case .paragraph(let key, let title, let text): [.init(key, [title], Shape(Cell.text(text)))]
        case .list(let key, let title, let texts): [.init(key, [title], Shape(Cell.texts(texts)))]
        case .section(nil, _, let items): items.flatMap(\.shapes)
        case .section(let key?, let title, let items): [.init(key, [title], .object(items.flatMap(\.shapes)))]
        case .table(let key, let title, let table): [.init(key, [title], .array(Shape(rowsOf: table)))]
        case .each(let key, let title, let parts):
            [.init(key, [title], .array(parts.reduce(into: Shape()) { $0.merge(.object($1.items.flatMap(\.shapes))) }))]
        case .machines(let key, let cell): [.init(key, [], Shape(cell))]
        }
    }
}
