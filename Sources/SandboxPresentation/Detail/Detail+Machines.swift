extension Detail {
    /// The detail as one object, keys in the order of its items.
    package var json: JSON { .object(items.flatMap(\.members)) }

    /// The detail as lines of a key and a value, under a header line `key`, `value`.
    func separated(_ output: Output) -> [UInt8] {
        let listing = Listing<(key: String, cell: Cell)>([
            Column("key", "항목", "Key") { .text($0.key) },
            Column("value", "값", "Value") { $0.cell },
        ])
        var bytes: [UInt8] = []
        var writer = ListingWriter(listing, output.unobserved) { bytes += $0 }
        do {
            for pair in items.flatMap({ $0.pairs(under: "") }) { try writer.write(pair) }
            _ = try writer.finish()
        } catch {
            preconditionFailure("a sink that cannot fail has failed: \(error)")
        }
        return bytes
    }
}

extension Detail.Item {
    fileprivate var members: [JSON.Member] {
        switch self {
        case .field(let key, _, let cell, _): [.init(key, cell.json)]
        case .paragraph(let key, _, let text): [.init(key, text.map(JSON.string) ?? .null)]
        case .list(let key, _, let texts): [.init(key, Cell.texts(texts).json)]
        case .section(nil, _, let items): items.flatMap(\.members)
        case .section(let key?, _, let items): [.init(key, .object(items.flatMap(\.members)))]
        case .table(let key, _, let table):
            [.init(key, .array(table.records.map { .object($0.map { .init($0.key, $0.cell.json) }) }))]
        case .each(let key, _, let parts):
            [.init(key, .array(parts.map { .object($0.items.flatMap(\.members)) }))]
        case .machines(let key, let cell): [.init(key, cell.json)]
        }
    }

    fileprivate func pairs(under prefix: String) -> [(key: String, cell: Cell)] {
        switch self {
        case .field(let key, _, let cell, _): [(prefix + key, cell)]
        case .paragraph(let key, _, let text): [(prefix + key, .text(text))]
        case .list(let key, _, let texts): [(prefix + key, .texts(texts))]
        case .section(nil, _, let items): items.flatMap { $0.pairs(under: prefix) }
        case .section(let key?, _, let items): items.flatMap { $0.pairs(under: prefix + key + ".") }
        case .table(let key, _, let table):
            table.records.enumerated().flatMap { index, record in
                record.map { ("\(prefix)\(key).\(index).\($0.key)", $0.cell) }
            }
        case .each(let key, _, let parts):
            parts.enumerated().flatMap { index, part in
                part.items.flatMap { $0.pairs(under: "\(prefix)\(key).\(index).") }
            }
        case .machines(let key, let cell): [(prefix + key, cell)]
        }
    }
}
