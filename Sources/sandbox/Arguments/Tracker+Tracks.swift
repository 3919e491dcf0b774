import SandboxCore
import SandboxDomain

extension Tracker {
    /// The tracks of these codes or Korean names. Which there are, the regime says.
    func tracks(named words: [String], option field: Field = .track) async throws -> [TrackCode] {
        if words.isEmpty { return [] }
        let known = try await answer(TrackList())
        return try words.map { word in
            do throws(InputProblem) { return try TrackCode(word, among: known) } catch {
                throw BadInput(error, field: field)
            }
        }
    }

    /// The track of this code.
    func track(named word: String, option field: Field = .track) async throws -> TrackCode {
        try await tracks(named: [word], option: field)[0]
    }
}
