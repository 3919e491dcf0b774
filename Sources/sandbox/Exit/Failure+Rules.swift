import SandboxCore
import SandboxDomain
import SandboxPresentation

/// What the rules, the register and the reader of files say no to.
extension Failure {
    init?(rule error: any Error) {
        switch error {
        case let refusal as Refusal: self = .refused(refusal.code, because: refusal.gaps.map(\.line))
        case let refusal as ServerRefusal: self = .refused(refusal.code, because: [refusal.message])
        case let missing as NotFound: self = .notFound(missing)
        case let error as NotPermitted: self = .notPermitted(error)
        case let conflict as Conflict: self = .conflict(conflict)
        case let input as BadInput: self = .badInput(input)
        default: return nil
        }
    }

    private static let notDone = Wording("처리하지 않았습니다", "it was not done")

    private static func refused(_ code: Refusal.Code, because lines: [String]) -> Failure {
        Failure(
            code: code.rawValue, status: .refused, what: notDone,
            why: Wording("규칙이 허용하지 않습니다(\(code.rawValue))", "a rule does not allow it (\(code.rawValue))"),
            detail: lines.isEmpty ? nil : lines.joined(separator: "\n")
        )
    }

    private static func notFound(_ missing: NotFound) -> Failure {
        Failure(
            code: "not-found", status: .notFound, what: notDone,
            why: Wording(
                "\(missing.name): 없거나 볼 수 없습니다(\(missing.kind.rawValue))",
                "\(missing.name) does not exist or is not visible to you (\(missing.kind.rawValue))"
            ),
            hint: missing.suggestion.map { Wording("혹시 \($0)?", "did you mean \($0)?") }
        )
    }

    private static func notPermitted(_ error: NotPermitted) -> Failure {
        func list(_ language: Language) -> String { error.needed.map { $0.wording[language] }.joined(separator: ", ") }
        return Failure(
            code: "not-permitted", status: .notPermitted, what: notDone,
            why: error.needed.isEmpty
                ? Wording("이 사용자에게 권한이 없습니다", "this person may not do it")
                : Wording("\(list(.korean))만 할 수 있습니다", "only these may: \(list(.english))"),
            hint: error.role == nil ? Wording("누구인지 지정하십시오: --as 이름", "say who acts: --as NAME") : nil
        )
    }

    private static func conflict(_ conflict: Conflict) -> Failure {
        let lines = conflict.fields.map { "\($0.name): \($0.yours ?? "-") ≠ \($0.theirs ?? "-")" }
        return Failure(
            code: "stale-edit", status: .conflict, what: notDone,
            why: Wording(
                "\(conflict.name): 그 사이 다른 사람이 바꾸었습니다(버전 \(conflict.yourVersion) → \(conflict.theirVersion))",
                "\(conflict.name) was changed by somebody else meanwhile "
                    + "(version \(conflict.yourVersion) → \(conflict.theirVersion))"
            ),
            detail: lines.isEmpty ? nil : lines.joined(separator: "\n"),
            hint: Wording("지금의 내용을 읽고 다시 고치십시오", "read what stands there now and edit again")
        )
    }

    private static func badInput(_ input: BadInput) -> Failure {
        let count = input.issues.count
        return Failure(
            code: "bad-input", status: .badInput, what: Wording("아무것도 읽어들이지 않았습니다", "nothing was taken in"),
            why: Wording("잘못된 곳이 \(count)군데 있습니다", count == 1 ? "one problem" : "\(count) problems"),
            detail: input.issues.map(\.line).joined(separator: "\n")
        )
    }
}

extension Gap {
    fileprivate var line: String { "\(korean) / \(english) (\(code), \(basis))" }
}

extension BadInput.Issue {
    /// `cases.csv:12:3: decided_on: not-a-date …`
    fileprivate var line: String {
        let place = [file, position.map { "\($0.line):\($0.column)" }].compactMap { $0 }.joined(separator: ":")
        return [place.isEmpty ? nil : place, field, "\(problem)"].compactMap { $0 }.joined(separator: ": ")
    }
}
