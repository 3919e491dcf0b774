package enum CorePlaceholder { package static var migrationCount: Int { EmbeddedSQL.migrations.count } }
