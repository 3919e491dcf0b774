import SandboxCore
import SandboxDomain

extension Tracker {
    /// The tracks of these codes. Which there are, the regime says.
    func tracks(named words: [String], option: String = "--track") async throws -> [TrackCode] {
        if words.isEmpty { return [] }
        let known = try await answer(TrackList())
        return try words.map { word in
            let folded = TrackCode(word.lowercased())
            guard known.contains(folded) else {
                throw BadInput(.unknownWord(word, known: known.map(\.code)), field: option)
            }
            return folded
        }
    }
}
