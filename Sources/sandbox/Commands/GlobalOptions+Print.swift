import SandboxCore
import SandboxDomain
import SandboxPresentation

extension GlobalOptions {
    /// Prints the rows of a question as they come.
    /// - Parameter limit: `--limit`, already as ``Output/limit(asked:table:)`` has it; the query must know it as well.
    func print<Q: RowQuery>(
        _ query: Q, _ listing: Listing<Q.Row>, _ tracker: Tracker, limit: Int? = nil
    ) async throws {
        let console = Console.current
        let output = try await dated(tracker)
        let written = try await tracker.reduce(query) {
            ListingWriter(listing, output, limit: limit) { console.writeOut($0) }
        } _: {
            try $0.write($1)
        } _: {
            try $0.finish()
        }
        notice(written)
    }

    /// Prints rows that are there already.
    /// - Parameter isCheck: that there is none is good news, which the command says itself.
    func print<Row>(
        _ rows: [Row], _ listing: Listing<Row>, _ output: Output? = nil, isCheck: Bool = false
    ) throws {
        let console = Console.current
        let written = try listing.write(rows, output ?? self.output) { console.writeOut($0) }
        if !isCheck || !rows.isEmpty { notice(written) }
    }

    /// Prints one thing in full.
    func print(_ detail: Detail, _ output: Output? = nil) throws {
        let console = Console.current
        try detail.write(output ?? self.output) { console.writeOut($0) }
    }

    /// Prints several things in full, one after the other; as JSON an array of them.
    func print(_ details: [Detail], _ output: Output) throws {
        output.observe?(.output(.rows(details.reduce(into: Shape()) { $0.merge(Shape($1)) })))
        guard output.format == .json else { return try details.forEach { try print($0, output.unobserved) } }
        Console.current.writeOut(JSON.array(details.map(\.json)).bytes(indented: true) + [UInt8(ascii: "\n")])
    }

    /// How this run writes, knowing the authority's day, where people are shown how far a date is, and the tracks' names.
    func dated(_ tracker: Tracker) async throws -> Output {
        var output = output
        if output.hasWords {
            let legend = try await tracker.answer(Legend())
            if output.format == .table { output.today = legend.today }
            output.name(legend.tracks)
        }
        return output
    }

    private func notice(_ written: Saved) {
        guard let notice = written.notice else { return }
        let said = [notice, written.remedy?.typed[language]].compactMap(\.self).joined(separator: " ")
        Console.current.writeError(Array((said + "\n").utf8))
    }
}
