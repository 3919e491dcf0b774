// Writes the files named on the command line as Swift string literals.
//
// usage: embed-sql OUTPUT FILE…
// What a file becomes is said by the folder it is in: `migrations`, `schema`, `regimes` (if its first line says that it
// ships), `data` (public holidays); any other file is a query.
import Digest
import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
    FileHandle.standardError.write(Data("usage: embed-sql OUTPUT FILE…\n".utf8))
    exit(64)
}

func literal(_ text: String) -> String {
    var pounds = "#"
    while text.contains("\"\"\"" + pounds) || text.contains("\\" + pounds) { pounds += "#" }
    return "\(pounds)\"\"\"\n\(text)\n\"\"\"\(pounds)"
}

var parts: [String: [(name: String, text: String)]] = [:]
for path in arguments.dropFirst() {
    let file = URL(fileURLWithPath: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    let name = file.deletingPathExtension().lastPathComponent
    switch file.deletingLastPathComponent().lastPathComponent {
    case "regimes" where !text.hasPrefix("# sandbox: shipped\n"): continue
    case let folder where ["migrations", "schema", "regimes", "data"].contains(folder):
        parts[folder, default: []].append((name, text))
    default: parts["queries", default: []].append((name, text))
    }
}

func list(_ name: String, _ files: [(name: String, text: String)]?) -> String {
    let entries = (files ?? []).map { "(name: \"\($0.name)\", text: \(literal($0.text)))" }
    return "    static let \(name): [(name: String, text: String)] = [\n" + entries.joined(separator: ",\n")
        + "\n    ]\n"
}

let source =
    "// Generated; do not edit.\nenum EmbeddedSQL {\n"
    + list("migrations", parts["migrations"]) + list("schema", parts["schema"])
    + "    static let schemaSHA256 = \"\(SHA256.digits(of: parts["schema"] ?? []))\"\n"
    + list("queries", parts["queries"]) + "}\n"
    + "enum EmbeddedRegimes {\n" + list("files", parts["regimes"]) + list("holidays", parts["data"]) + "}\n"
try source.write(to: URL(fileURLWithPath: output), atomically: true, encoding: .utf8)
