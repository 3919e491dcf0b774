// Writes the SQL files named on the command line as Swift string literals.
//
// usage: embed-sql OUTPUT FILE…
// A file below a folder named `migrations` becomes a migration; any other becomes a report query.
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

var migrations: [String] = []
var queries: [String] = []
for path in arguments.dropFirst() {
    let file = URL(fileURLWithPath: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    let entry = "(name: \"\(file.deletingPathExtension().lastPathComponent)\", text: \(literal(text)))"
    if file.deletingLastPathComponent().lastPathComponent == "migrations" {
        migrations.append(entry)
    } else {
        queries.append(entry)
    }
}

func list(_ name: String, _ entries: [String]) -> String {
    "    static let \(name): [(name: String, text: String)] = [\n" + entries.joined(separator: ",\n") + "\n    ]\n"
}

let source =
    "// Generated from the .sql files; do not edit.\nenum EmbeddedSQL {\n"
    + list("migrations", migrations) + list("queries", queries) + "}\n"
try source.write(to: URL(fileURLWithPath: output), atomically: true, encoding: .utf8)
