public import SandboxDomain

extension Tracker {
    /// The tracks of these codes or Korean names. The regime determines which tracks there are.
    /// - Parameter field: where they were given, for the message.
    public func tracks(named words: [String], field: Field = .track) async throws -> [TrackCode] {
        if words.isEmpty { return [] }
        let known = try await answer(TrackList())
        return try words.map { word in
            do throws(InputProblem) { return try TrackCode(word, among: known) } catch {
                throw BadInput(error, field: field)
            }
        }
    }

    /// The track of this code or Korean name.
    /// - Parameter field: where it was given, for the message.
    public func track(named word: String, field: Field = .track) async throws -> TrackCode {
        try await tracks(named: [word], field: field)[0]
    }

    /// The track of this code or Korean name, if one was named.
    public func track(_ word: String?) async throws -> TrackCode? {
        guard let word else { return nil }
        return try await track(named: word)
    }
}
