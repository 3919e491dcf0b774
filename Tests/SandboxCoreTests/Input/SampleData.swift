import Foundation
import SandboxDomain
import SandboxTesting

/// The bytes of a file of the project's `data` folder.
func sampleData(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: projectFolder).appending(path: "data").appending(path: path)))
}

extension String {
    /// The text as a Mac names files: Hangul in its letters.
    var decomposedForTest: String { decomposedStringWithCanonicalMapping }
    /// The text with every syllable and accented letter as one.
    var precomposedForTest: String { precomposedStringWithCanonicalMapping }
}

/// The bytes of a file of the project's `regimes` folder.
func regimeFile(_ name: String) throws -> [UInt8] { try sampleData("../regimes/" + name) }

extension KnownTrack {
    /// The tracks of Korea's ICT sandbox, as the register has them.
    static let ofKoreanICT: [KnownTrack] = zip(
        TrackCode.ofKoreanICT,
        [("신속처리", "rapid confirmation"), ("임시허가", "temporary permit"), ("실증특례", "demonstration exemption")]
    ).map { KnownTrack(regime: .koreanICT, code: $0, korean: $1.0, english: $1.1) }
}
