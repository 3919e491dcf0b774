internal import Postgres

extension SQL {
    /// Today at the authority of the regime `r`.
    static let today: SQL = "(now() AT TIME ZONE r.time_zone)::date"
}

extension Int? {
    /// Of a limit: one row more, which tells the caller that there are more; nothing without a limit.
    var oneMore: SQL { map { "LIMIT \(Int64($0 == .max ? $0 : $0 + 1))" } ?? "" }
}
