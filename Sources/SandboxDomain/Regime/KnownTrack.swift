/// A track of the register, with the words people call it by.
public struct KnownTrack: Hashable, Sendable {
    /// Whose it is.
    public let regime: RegimeCode
    /// Its code.
    public let code: TrackCode
    /// Its Korean name.
    public let korean: String
    /// Its English name.
    public let english: String
    /// Whether something can still be drafted and filed in it.
    public let isOpen: Bool

    /// A track.
    public init(regime: RegimeCode, code: TrackCode, korean: String, english: String, isOpen: Bool = true) {
        (self.regime, self.code, self.korean, self.english, self.isOpen) = (regime, code, korean, english, isOpen)
    }
}

extension TrackCode {
    /// The track of that code or name among those there are. Where none are known, the code is taken as it is: the
    /// register will tell.
    ///
    /// - Throws: ``InputProblem/unknownWord(_:known:)`` with every code there is.
    public init(_ text: String, among known: [KnownTrack]) throws(InputProblem) {
        let word = foldedWord(text)
        let found =
            known.first { $0.code.code == word }
            ?? known.first { foldedWord($0.korean) == word || foldedWord($0.english) == word }
        guard let found else {
            guard known.isEmpty else { throw .unknownWord(text, known: TrackCode.distinct(known.map(\.code.code))) }
            self.init(word)
            return
        }
        self = found.code
    }

    private static func distinct(_ codes: [String]) -> [String] {
        codes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
