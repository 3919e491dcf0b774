import SandboxCore
import SandboxPresentation
import Synchronization

/// A reading that is done again: at the instant of the first, into a digest and perhaps a file.
final class Reproduction: Sendable {
    let asOf: Instant
    let outlet: Outlet
    private let noted = Mutex<(rows: Int, isReproducible: Bool)?>(nil)

    @TaskLocal static var current: Reproduction?

    init(at asOf: Instant, to outlet: Outlet) { (self.asOf, self.outlet) = (asOf, outlet) }

    func note(rows: Int, isReproducible: Bool) { noted.withLock { $0 = (rows, isReproducible) } }

    /// What the reading came to; nil if the command was none that reads.
    var outcome: (rows: Int, isReproducible: Bool)? { noted.withLock { $0 } }
}
