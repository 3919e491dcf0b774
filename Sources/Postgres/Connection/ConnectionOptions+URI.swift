import CLibPQ

extension ConnectionOptions {
    /// The parameters that were given as a URI, for other programs that speak libpq. No secret is in it.
    public var uri: String {
        var rest = parameters.filter { !Self.secrets.contains($0.key) }
        func take(_ name: String) -> String? { rest.removeValue(forKey: name) }
        let user = take("user").map { Self.percentEncoded($0) + "@" } ?? ""
        let database = take("dbname").map { "/" + Self.percentEncoded($0) } ?? ""
        var place = ""
        if let host = rest["host"], !host.isEmpty, host.utf8.allSatisfy(Self.isOfHostName) {
            rest["host"] = nil
            place = host + (take("port").map { ":" + $0 } ?? "")
        }
        let first = ["host", "port"].filter { rest[$0] != nil }
        let query = (first + rest.keys.filter { !first.contains($0) }.sorted()).map { name in
            "\(name)=\(Self.percentEncoded(rest[name] ?? ""))"
        }
        let path = query.isEmpty || !database.isEmpty ? database : "/"
        return "postgresql://" + user + place + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private static func isOfHostName(_ byte: UInt8) -> Bool {
        isPlain(byte) && byte != UInt8(ascii: "~") && byte != UInt8(ascii: "_")
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }

    private static func percentEncoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            if isPlain(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
    }
}

/// The libpq that this program uses.
public enum ClientLibrary {
    /// Its version, such as `15.8`.
    public static var version: String { "\(PQlibVersion() / 10_000).\(PQlibVersion() % 10_000)" }
}
