/// A value that JSON and other forms of exchange hold as its text.
public protocol WrittenAsText: Codable, CustomStringConvertible {
    /// Reads the value's ``description``.
    init(written text: String) throws
}

extension WrittenAsText {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do { self = try Self(written: text) } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension CivilDate: WrittenAsText {
    public init(written text: String) throws { try self.init(iso: text) }
}

extension CaseReference: WrittenAsText {
    public init(written text: String) throws { try self.init(text) }
}

extension RoadmapCode: WrittenAsText {
    public init(written text: String) throws { try self.init(text) }
}

extension TrackCode: WrittenAsText {
    public init(written text: String) { self.init(text) }
}

extension RegimeCode: WrittenAsText {
    public init(written text: String) { self.init(text) }
}
