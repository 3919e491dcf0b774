import SandboxViews

/// The statuses a command ends with. Scripts rely on the numbers.
enum EndStatus: Int32, CaseIterable, Sendable {
    case done = 0
    case unexpected = 1
    case refused = 2
    case notFound = 3
    case notPermitted = 4
    case conflict = 5
    case unavailable = 6
    case checkFailed = 7
    case usage = 64
    case badInput = 65
    case interrupted = 130

    init(_ status: Failure.Status) {
        self =
            switch status {
            case .unexpected: .unexpected
            case .refused: .refused
            case .notFound: .notFound
            case .notPermitted: .notPermitted
            case .conflict: .conflict
            case .unavailable: .unavailable
            case .checkFailed: .checkFailed
            case .usage: .usage
            case .badInput: .badInput
            }
    }
}
