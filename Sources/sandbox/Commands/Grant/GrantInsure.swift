import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Grant {
    struct Insure: GrantActCommand {
        static let configuration = CommandConfiguration(
            name: "insure",
            abstract: "Hand in the liability insurance, or a compensation plan in its place: the company.",
            discussion: """
                  sandbox grant insure DE-2026-0001 --insurer '예시손해보험' --policy P-2026-1 --from 2026-12-01 --to 2028-12-01 \\
                      --cover death=150000000 --cover injury=30000000 --cover disability=150000000 --cover property=1000000000
                  sandbox grant insure DE-2026-0001 --compensation-plan @plan.txt

                A later insurance is a renewal; one that --replaces another puts it right, as long as that was not \
                confirmed. The desk confirms what covers the grant to its end.
                """
        )
        @OptionGroup var options: GrantActOptions
        @Option(help: "The insurer.") var insurer: String?
        @Option(help: ArgumentHelp("The policy's number.", valueName: "label")) var policy: String?
        @Option(help: ArgumentHelp("The first day it covers.", valueName: "date")) var from: String?
        @Option(help: ArgumentHelp("The last day it covers.", valueName: "date")) var to: String?
        @Option(
            parsing: .unconditionalSingleValue,
            help: ArgumentHelp("What it covers, in won; several times for several.", valueName: "code=n")) var cover:
            [String] = []
        @Option(parsing: .unconditional, help: .prose("Instead of an insurance: how damage is made good."))
        var compensationPlan: Prose?
        @Option(help: ArgumentHelp("The file that proves it.", valueName: "file")) var proof: String?

        @OptionGroup var replacing: ReplacingOptions

        var act: GrantAct { .insure }

        func complete(_ act: inout ActOnGrant) throws {
            (act.part, act.reason) = try (replacing.replaces, replacing.text(global))
            act.proof = try proof.map { try PaperFile("insurance-proof", path: $0) }
            if let compensationPlan {
                if insurer != nil { throw BadInput(.contradiction(.field(.insurer), .field(.compensationPlan))) }
                act.text = try compensationPlan.text(.compensationPlan)
                act.detail = .insurance(.compensationPlan)
                return
            }
            func needed(_ value: String?, _ field: Field) throws -> String {
                guard let value else { throw BadInput(.missingName(field)) }
                return value
            }
            act.detail = .insurance(
                .policy(
                    insurer: try Prose(argument: needed(insurer, .insurer)).text(.insurer, .label),
                    number: try Prose(argument: needed(policy, .policy)).text(.policy, .label),
                    from: try CivilDate(option: .from, needed(from, .from)),
                    to: try CivilDate(option: .to, needed(to, .to)), covers: try cover.map(Self.cover)))
        }

        /// `death=150000000`.
        private static func cover(_ word: String) throws -> (code: String, amount: Int64) {
            let (code, digits) = try splitAssignment(word, option: .cover)
            guard let amount = Measured<InWon>(argument: digits)?.value else {
                throw BadInput(.notInRange(digits, minimum: 0, maximum: .max), field: .cover)
            }
            return (code.lowercased(), amount)
        }
    }
}
