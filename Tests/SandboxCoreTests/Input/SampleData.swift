import Foundation

/// The bytes of a file of the project's `data` folder.
func sampleData(_ path: String, from source: StaticString = #filePath) throws -> [UInt8] {
    let root = URL(fileURLWithPath: "\(source)").appending(path: "../../../../data/").standardizedFileURL
    return Array(try Data(contentsOf: root.appending(path: path)))
}

extension String {
    /// The text as a Mac names files: Hangul in its letters.
    var decomposedForTest: String { decomposedStringWithCanonicalMapping }
    /// The text with every syllable and accented letter as one.
    var precomposedForTest: String { precomposedStringWithCanonicalMapping }
}
