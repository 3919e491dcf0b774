package import SandboxCore
package import SandboxPresentation

/// A file as it is asked for: what is in it, as of when, and how it is written. The same request of a reader who sees the
/// same gives the same bytes, whether it came from a command line, a page or a manifest.
package struct ExportRequest: Sendable {
    package var source: any ExportSource
    /// The moment the register is read at.
    package var instant: Instant
    /// The time zone whose days are meant; nil while the regimes have several and none was named.
    package var zone: String?
    package var format: FileFormat
    /// Whether it is csv for Excel: byte order mark and CR LF.
    package var hasByteOrderMark: Bool
    /// The language of titles and words, where the format has any.
    package var language: Language
    /// The language of headers and values in words, of a file for a spreadsheet.
    package var labels: Language?

    package init(
        _ source: any ExportSource, at instant: Instant, zone: String?, as format: FileFormat,
        hasByteOrderMark: Bool = false, language: Language, labels: Language? = nil
    ) {
        (self.source, self.instant, self.zone, self.format) = (source, instant, zone, format)
        (self.hasByteOrderMark, self.language, self.labels) = (hasByteOrderMark, language, labels)
    }

    /// How the bytes are written, but for the names of the tracks.
    var output: Output {
        var output = Output(
            format: format.format, language: language, csv: hasByteOrderMark ? .spreadsheet : .plain)
        output.labels = labels
        return output
    }
}

extension ExportRequest: Codable {
    private enum Key: String, CodingKey {
        case source, filters, instant, zone, format, language, labels
        case hasByteOrderMark = "bom"
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let name = try values.decode(String.self, forKey: .source)
        guard let kind = exportSources.first(where: { $0.code == name }) else {
            throw DecodingError.dataCorruptedError(
                forKey: .source, in: values, debugDescription: "there is no export called \(name)")
        }
        self.init(
            try kind.init(from: values.superDecoder(forKey: .filters)),
            at: try values.decode(Instant.self, forKey: .instant),
            zone: try values.decodeIfPresent(String.self, forKey: .zone),
            as: try values.decode(FileFormat.self, forKey: .format),
            hasByteOrderMark: try values.decode(Bool.self, forKey: .hasByteOrderMark),
            language: try values.decode(Language.self, forKey: .language),
            labels: try values.decodeIfPresent(Language.self, forKey: .labels))
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(type(of: source).code, forKey: .source)
        try source.encode(to: values.superEncoder(forKey: .filters))
        try values.encode(instant, forKey: .instant)
        try values.encode(zone, forKey: .zone)
        try values.encode(format, forKey: .format)
        try values.encode(hasByteOrderMark, forKey: .hasByteOrderMark)
        try values.encode(language, forKey: .language)
        try values.encodeIfPresent(labels, forKey: .labels)
    }
}
