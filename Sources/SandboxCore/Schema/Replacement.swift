/// Which definitions of a database are dropped and made again, in which order, and whose views go with them. A pure
/// function from what the catalogue says to what is to be done.
struct Replacement: Equatable {
    /// The statements that drop them, each before what it depends on.
    private(set) var drops: [String] = []
    /// Other people's views that read what is dropped. They are dropped first, those that read other views before
    /// these, and made again.
    private(set) var views: [Item] = []
    /// Other objects of other people that depend on it.
    private(set) var blocking: [Item] = []
    /// Definitions that are left as they are: tables, types or indexes depend on them.
    private(set) var kept: [Item] = []

    /// An object of the catalogue.
    struct Item: Hashable, Comparable {
        /// The catalogue it is listed in, and its number there.
        let catalogue, number: Int64

        static func < (a: Item, b: Item) -> Bool { (a.catalogue, a.number) < (b.catalogue, b.number) }
    }

    /// One thing of ours without data.
    struct Definition {
        let item: Item
        let drop: String
    }

    /// That one thing depends on another.
    struct Link {
        let item: Item
        let isOurs, isView: Bool
        let on: Item
    }

    /// What a table, a type or an index of ours depends on, directly or through other definitions, is part of the state
    /// and is left as it is.
    /// - Parameter state: what is part of the state although nothing depends on it any more.
    init(_ definitions: [Definition], _ links: [Link], state: [Item] = []) {
        let defined = Dictionary(definitions.map { ($0.item, $0.drop) }) { first, _ in first }
        let needs = Dictionary(grouping: links, by: \.item)
        let users = Dictionary(grouping: links, by: \.on)

        var kept: Set<Item> = []
        var open = links.filter { $0.isOurs && defined[$0.item] == nil }.map(\.on) + state
        while let item = open.popLast() {
            guard defined[item] != nil, kept.insert(item).inserted else { continue }
            open += needs[item]?.map(\.on) ?? []
        }

        var seen: Set<Item> = []
        var dropped: [Item] = []
        /// Users first, so that nothing is dropped while something depends on it.
        func drop(_ item: Item) {
            guard seen.insert(item).inserted else { return }
            for user in (users[item] ?? []).sorted(by: { $0.item < $1.item }) {
                if defined[user.item] != nil {
                    drop(user.item)
                } else if user.isView {
                    drop(user.item)
                    if !views.contains(user.item) { views.append(user.item) }
                } else if !blocking.contains(user.item) {
                    blocking.append(user.item)
                }
            }
            if defined[item] != nil { dropped.append(item) }
        }
        for item in definitions.map(\.item).sorted() where !kept.contains(item) { drop(item) }
        self.kept = kept.sorted()
        drops = dropped.compactMap { defined[$0] }
    }
}
