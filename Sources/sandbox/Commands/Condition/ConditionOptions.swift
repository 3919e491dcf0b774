import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

/// Conditions on the command line: from a file, or one by one.
struct ConditionOptions: ParsableArguments {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            """
            A condition as TEXT or @FILE; before:, during: or after: (실증 전:, 실증 중:, 실증 후:) in front says when, a colon \
            alone that it has no phase. May be given several times.
            """,
            valueName: "[phase:]text"))
    var condition: [String] = []
    @Option(
        parsing: .unconditionalSingleValue,
        help: .prose("What the condition is for; the first for the first condition, and so on."))
    var purpose: [Prose] = []
    @Option(
        parsing: .unconditionalSingleValue,
        help: .prose("How to tell that it is met; the first for the first condition, and so on."))
    var evidence: [Prose] = []
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "When it is due, e.g. 'before commencement', 'every 6 months', 'within 30 days of end', 'on 2026-12-31'.",
            valueName: "rule"))
    var due: [String] = []
    @Option(help: ArgumentHelp("A YAML file with the conditions; - for standard input.", valueName: "file"))
    var conditions: String?

    /// The conditions; none if none is named.
    func list() throws -> [ProposedCondition] {
        if let conditions {
            guard condition.isEmpty, purpose.isEmpty, evidence.isEmpty, due.isEmpty else {
                throw BadInput(.contradiction(.field(.conditions), .field(.condition)), field: .conditions)
            }
            return try [ProposedCondition](yaml: InputFile.bytes(of: conditions), file: conditions)
        }
        let counted = [(Field.purpose, purpose.count), (.evidence, evidence.count), (.due, due.count)]
        for (field, count) in counted where count > condition.count {
            throw BadInput(.fieldCount(expected: condition.count, found: count), field: field)
        }
        return try condition.enumerated().map { index, word in
            var condition = try ProposedCondition(word: word)
            condition.purpose = try purpose.indices.contains(index) ? purpose[index].text(.purpose) : nil
            condition.evidence = try evidence.indices.contains(index) ? evidence[index].text(.evidence) : nil
            if due.indices.contains(index) { condition.due = try DueRule(option: .due, due[index]) }
            return condition
        }
    }
}

extension ProposedCondition {
    /// `before:보험에 가입한다.`, `실증 전: 보험에 가입한다.`, or only the text.
    fileprivate init(word: String) throws {
        let phase: ConditionPhase?
        let text: String
        do { (phase, text) = try ConditionPhase.split(word) } catch { throw BadInput(error, field: .condition) }
        self.init(phase: phase, text: try Prose(argument: text).text(.condition))
    }
}

extension DueRule {
    /// The rule in an option's value.
    init(option field: Field, _ text: String) throws {
        do { try self.init(text) } catch { throw BadInput(error, field: field) }
    }
}
