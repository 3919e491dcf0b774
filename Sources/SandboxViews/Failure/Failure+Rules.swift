import SandboxCore
import SandboxDomain
import SandboxPresentation

/// What the rules, the register and the reader of files say no to.
extension Failure {
    init?(rule error: any Error, notDone: Wording) {
        switch error {
        case let refusal as Refusal:
            self.init(refusal.message, .refused, notDone)
            remedy = refusal.remedy
            issues = Issues { language in .array(refusal.gaps.map { $0.json(language) }) }
        case let refusal as ServerRefusal:
            self.init(
                code: refusal.code.rawValue, status: .refused, what: notDone,
                why: Wording(
                    "그 사이 상태가 달라져 데이터베이스가 거부했습니다",
                    "the database refused it; somebody else may have been faster"),
                detail: refusal.message,
                hint: Wording("지금 상태를 확인하고 다시 하십시오.", "Look at the present state and do it again."))
        case let missing as NotFound: self.init(missing.message, .notFound, notDone)
        case let error as NotPermitted: self.init(error.message, .notPermitted, notDone)
        case let conflict as Conflict:
            self.init(conflict.message, .conflict, notDone)
            issues = Issues { _ in .array(conflict.fields.map(\.json)) }
        case let input as BadInput:
            // What was typed on the command line is its usage; what a file contains is data.
            self.init(input.message, input.issues.allSatisfy { $0.file == nil } ? .usage : .badInput, notDone)
            issues = Issues { input.json($0) }
            // A single problem needs no list; what to do about it is plain.
            if input.issues.count == 1 { (why, lines, hint) = (input.issues[0].wording, [], nil) }
        case let problem as InputProblem:
            self.init(rule: BadInput(problem), notDone: notDone)
        case let failures as BatchFailures: self.init(several: failures, notDone: notDone)
        default: return nil
        }
    }

    private init(_ message: Message, _ status: Status, _ notDone: Wording) {
        self.init(
            code: message.code, status: status, what: notDone, why: message.why, lines: message.details,
            hint: message.hint)
    }

    /// One act of several was refused, so none was done: every one that was in the way, by its name.
    private init(several failures: BatchFailures, notDone: Wording) {
        let parts = failures.parts.compactMap { part in
            Failure(part.error, notDone: notDone).map { (name: part.name, failure: $0) }
        }
        self = parts[0].failure
        if parts.count == 1 {
            what = Wording("\(parts[0].name): \(notDone.ko)", "\(parts[0].name): \(notDone.en)")
            return
        }
        why = Wording(
            "\(parts.count)건이 걸려 하나도 처리하지 않았습니다", "\(parts.count) cannot be done, so none was done")
        lines = parts.map { Wording("\($0.name): \($0.failure.why.ko)", "\($0.name): \($0.failure.why.en)") }
        issues = Issues { language in
            .array(
                parts.map { part in
                    [
                        "name": .string(part.name), "code": .string(part.failure.code),
                        "message": .string(part.failure.why[language]),
                    ]
                })
        }
        detail = nil
        if Set(parts.map(\.failure.hint)).count > 1 { (hint, remedy) = (nil, nil) }
    }
}

extension Conflict.Field {
    fileprivate var json: JSON {
        [
            "field": .string(name), "yours": yours.map { .string($0) } ?? .null,
            "theirs": theirs.map { .string($0) } ?? .null,
        ]
    }
}

extension Gap {
    fileprivate func json(_ language: Language) -> JSON {
        [
            "kind": .string(kind.rawValue), "code": .string(code),
            "message": .string(name[language]),
            "basis": .string(basis),
        ]
    }
}
