import SandboxPresentation
import Synchronization
import Testing

@testable import sandbox

/// Compares what a command line prints with the published schemas.
final class SchemaWatch: Sendable {
    private let seen = Mutex<[Observation]>([])
    /// What was said once is not said again.
    private static let said = Mutex<Set<String>>([])

    func note(_ observation: Observation) { seen.withLock { $0.append(observation) } }

    /// Says what is printed and not described.
    func judge(_ arguments: [String], _ written: Console.Saved) {
        var hasOutput = false
        var hasFailure = false
        let leaf = LeafCommand(running: arguments)
        for observation in seen.withLock({ $0 }) {
            switch observation {
            case .output(let shape):
                hasOutput = true
                compare(shape, leaf?.name ?? "no command", arguments)
            case .failure(let shape):
                hasFailure = true
                compare(.one(shape), "failure", arguments)
            }
        }
        compareManifest(arguments)
        let words = arguments.flatMap { $0.split(separator: "=", maxSplits: 1) }
        let format = words.lastIndex(of: "--format").flatMap { words[$0...].dropFirst().first }
            .flatMap { Format(rawValue: String($0)) }
        guard format == .json || format == .jsonl else { return }
        if hasOutput, let leaf { validate(written.out, leaf.name, arguments, isLines: format == .jsonl) }
        if !hasOutput, let first = written.out.first, "[{".contains(first) {
            say("prints JSON that nobody observes: write it through GlobalOptions.print", arguments)
        }
        if hasFailure, let last = written.error.split(separator: "\n").last {
            validate(String(last), "failure", arguments, isLines: true)
        }
    }

    /// The manifest beside a file that was written.
    private func compareManifest(_ arguments: [String]) {
        guard let option = arguments.firstIndex(where: { $0 == "--output" || $0 == "-o" }),
            let path = arguments[option...].dropFirst().first,
            let bytes = try? InputFile.bytes(of: path + ".manifest.json"),
            let manifest = try? JSON(reading: String(decoding: bytes, as: UTF8.self))
        else { return }
        var shape = Shape(manifest)
        // A key for every regime there is.
        for index in shape.keys?.indices ?? 0..<0 where shape.keys?[index].name == "rules" {
            shape.keys?[index].shape = .anything
        }
        compare(.one(shape), "manifest", arguments)
    }

    private func compare(_ shape: PrintedShape, _ name: String, _ arguments: [String]) {
        do {
            for found in try SchemaFolder.undescribed(shape, in: name) {
                say("docs/schema/\(name).json: \(found); UPDATE=1 script/test writes it anew", arguments)
            }
        } catch {
            say("docs/schema/\(name).json: \(error)", arguments)
        }
    }

    private func validate(_ text: String, _ name: String, _ arguments: [String], isLines: Bool) {
        guard let schema = SchemaFolder.schema(name)?.schema else { return }
        let validator = SchemaValidator(root: schema)
        do {
            let problems =
                try isLines
                ? text.split(separator: "\n").flatMap { validator.problems(line: try JSON(reading: String($0))) }
                : validator.problems(document: JSON(reading: text))
            for problem in Set(problems).sorted() { say("docs/schema/\(name).json: \(problem)", arguments) }
        } catch {
            say("prints no JSON: \(error)", arguments)
        }
    }

    private func say(_ problem: String, _ arguments: [String]) {
        guard Self.said.withLock({ $0.insert(problem).inserted }) else { return }
        Issue.record("\(problem)\n  \(arguments.joined(separator: " "))")
    }
}
