internal import Postgres
internal import SandboxDomain

extension SQL {
    /// The doubt about the last day of an open task of the case `c`: none, where somebody named the day.
    static func doubtOfTask(_ task: String) -> SQL {
        """
        CASE WHEN \(identifier: task).task <> ALL (\(InboxTask.onDayNamed.map(\.rawValue))::text[])
            THEN day_doubt(c.regime, \(identifier: task).due_on) END
        """
    }
}
