/// A PostgreSQL type, by the numbers that are fixed in every server.
public struct PostgresType: Hashable, Sendable {
    /// The type's number; 0 leaves the type to the server.
    public let oid: UInt32
    /// The number of the type "array of this"; 0 leaves it to the server.
    public let arrayOID: UInt32

    /// A type by its numbers.
    public init(oid: UInt32, arrayOID: UInt32 = 0) {
        self.oid = oid
        self.arrayOID = arrayOID
    }

    /// The server takes the type from the context: how strings become enums, domains, citext or dates.
    public static let unspecified = PostgresType(oid: 0)
    /// `boolean`
    public static let bool = PostgresType(oid: 16, arrayOID: 1000)
    /// `bytea`
    public static let bytea = PostgresType(oid: 17, arrayOID: 1001)
    /// `bigint`
    public static let int8 = PostgresType(oid: 20, arrayOID: 1016)
    /// `smallint`
    public static let int2 = PostgresType(oid: 21, arrayOID: 1005)
    /// `integer`
    public static let int4 = PostgresType(oid: 23, arrayOID: 1007)
    /// `double precision`
    public static let float8 = PostgresType(oid: 701, arrayOID: 1022)
    /// `date`
    public static let date = PostgresType(oid: 1082, arrayOID: 1182)
    /// `timestamp with time zone`
    public static let timestamptz = PostgresType(oid: 1184, arrayOID: 1185)
    /// `jsonb`
    public static let jsonb = PostgresType(oid: 3802, arrayOID: 3807)

    /// What a message calls a column's type: its name, or its number when it is not built in.
    static func name(of oid: UInt32) -> String {
        names[oid] ?? "type \(oid)"
    }

    private static let names: [UInt32: String] = [
        16: "boolean", 17: "bytea", 18: "char", 19: "name", 20: "bigint", 21: "smallint", 23: "integer",
        25: "text", 26: "oid", 114: "json", 700: "real", 701: "double precision", 705: "unknown",
        1000: "boolean[]", 1005: "smallint[]", 1007: "integer[]", 1009: "text[]", 1016: "bigint[]",
        1042: "character", 1043: "character varying", 1082: "date", 1083: "time", 1114: "timestamp",
        1184: "timestamp with time zone", 1186: "interval", 1700: "numeric", 2278: "void", 2950: "uuid",
        3802: "jsonb",
    ]
}
