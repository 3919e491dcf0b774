import Dispatch

/// A serial executor with a queue of its own: where one connection's blocking calls run, so that a waiting statement
/// never holds one of the few threads that all async code shares.
final class Lane: SerialExecutor {
    private let queue: DispatchQueue

    init(_ number: Int) {
        queue = DispatchQueue(label: "postgres.lane.\(number)")
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
