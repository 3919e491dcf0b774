/// The database's schema is not the one this program works with. Exit status 7.
package enum SchemaMismatch: Error, Equatable, Sendable {
    /// There is no schema of ours in the database.
    case absent
    /// The database must be migrated.
    case databaseOlder(database: Int, program: Int)
    /// The program must be updated.
    case databaseNewer(database: Int, program: Int)

    package init?(database: Int, program: Int) {
        if database == program { return nil }
        self =
            database == 0
            ? .absent
            : database < program
                ? .databaseOlder(database: database, program: program)
                : .databaseNewer(database: database, program: program)
    }
}
