import SandboxCore
import SandboxDomain

extension Field {
    /// The field as a command line writes it: `--valid-months`, or `REF` where it is not an option. A path within a
    /// file and what is not a name in snake case stay as they are.
    var argument: Field {
        if let positional = Self.positional[self] { return Field(positional) }
        guard name.allSatisfy({ $0 == "_" || ("a"..."z").contains($0) }) else { return self }
        return Field("--" + String(name.map { $0 == "_" ? "-" : $0 }))
    }

    /// Arguments without an option: the words that the usage of their commands has.
    private static let positional: [Field: String] = [
        .reference: "REF", .meetingReference: "MEETING", .summitNumber: "NUMBER", .task: "TASK", .login: "LOGIN",
        .day: "DATE", .commitment: "COMMITMENT", .roadmapCode: "ROADMAP", .organisationName: "NAME",
        .memberName: "NAME", .event: "EVENT", .words: "WORDS",
    ]
}

extension BadInput {
    /// The same problems, in the words of the command line; those in files keep the names the files have.
    var asTyped: BadInput {
        BadInput(
            issues.map { issue in
                guard issue.file == nil else { return issue }
                return Issue(issue.problem.asTyped, at: issue.position, field: issue.field?.argument)
            })
    }
}

extension InputProblem {
    fileprivate var asTyped: InputProblem {
        switch self {
        case .missingName(let field, let known): .missingName(field.argument, known: known)
        case .contradiction(let one, let other): .contradiction(one.asTyped, other.asTyped)
        default: self
        }
    }
}

extension InputProblem.Side {
    fileprivate var asTyped: InputProblem.Side {
        switch self {
        case .field(let field): .field(field.argument)
        case .said(let field, let value): .said(field.argument, value)
        case .value: self
        }
    }
}
