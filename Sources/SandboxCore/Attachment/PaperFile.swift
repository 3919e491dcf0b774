internal import SandboxDomain

/// A file to attach.
public struct PaperFile: Sendable {
    /// Which of the track's papers it is, e.g. `business-plan`.
    public let paper: String
    /// The file's name, without a folder.
    public let name: String
    /// Its media type, e.g. `application/pdf`.
    public let mediaType: String
    /// Its bytes.
    public let content: [UInt8]

    /// A file of that name and content.
    /// - Parameter mediaType: its media type; without one it is taken from the ending of the name.
    public init(paper: String, name: String, mediaType: String? = nil, content: [UInt8]) {
        (self.paper, self.name, self.content) = (paper, name, content)
        self.mediaType = mediaType ?? MediaType.of(name: name)
    }
}

extension PaperFile {
    /// The name as it is stored: composed, one line in which everything is seen, and no folder.
    /// - Throws: `BadInput` about the file.
    func storedName() throws(BadInput) -> String {
        let composed = normalised(name)
        let checked: String
        do { checked = try TextRule.label.checked(composed) } catch { throw BadInput(error, file: composed) }
        guard !checked.contains(where: { $0 == "/" || $0 == "\\" }), !checked.allSatisfy({ $0 == "." }) else {
            throw BadInput(.notAFileName(checked), file: composed)
        }
        return checked
    }
}

/// Media types by the ending of a file's name.
private enum MediaType {
    private static let known = [
        "pdf": "application/pdf", "hwp": "application/x-hwp", "hwpx": "application/hwp+zip",
        "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "txt": "text/plain", "md": "text/markdown", "csv": "text/csv", "html": "text/html", "json": "application/json",
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "tif": "image/tiff", "tiff": "image/tiff",
        "mp4": "video/mp4", "zip": "application/zip",
    ]

    /// `application/octet-stream` for an unknown ending.
    static func of(name: String) -> String {
        name.lastIndex(of: ".").flatMap { known[name[name.index(after: $0)...].lowercased()] }
            ?? "application/octet-stream"
    }
}
