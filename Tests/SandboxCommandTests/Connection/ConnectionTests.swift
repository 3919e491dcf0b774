import SandboxViews
import Testing

@testable import sandbox

@Suite("Which database a command works on")
struct ConnectionTests {
    @Test(
        "the option wins over DATABASE_URL, which wins over libpq's variables, which win over the embedded one",
        arguments: [
            ("a", nil, ["DATABASE_URL": "b", "PGHOST": "c"], .given("a")),
            (nil, nil, ["DATABASE_URL": "b", "PGHOST": "c"], .given("b")),
            (nil, nil, ["DATABASE_URL": "", "PGHOST": "c"], .libpqVariables),
            (nil, nil, ["PGSERVICE": "case"], .libpqVariables),
            (nil, nil, ["PGPASSWORD": "x", "PGHOST": ""], .embedded(person: "operator")),
            (nil, "kim", ["SANDBOX_AS": "lee"], .embedded(person: "kim")),
            (nil, nil, ["SANDBOX_AS": "lee"], .embedded(person: "lee")),
        ] as [(String?, String?, [String: String], ConnectionChoice)]
    )
    func order(option: String?, person: String?, environment: [String: String], choice: ConnectionChoice) throws {
        #expect(try ConnectionChoice(databaseURL: option, person: person, environment: environment) == choice)
    }

    @Test("--as and SANDBOX_AS are refused on a server that authenticates itself")
    func personElsewhere() {
        let environments = [["PGHOST": "h"], ["DATABASE_URL": "x"]]
        for environment in environments {
            let failure = #expect(throws: Failure.self) {
                try ConnectionChoice(databaseURL: nil, person: "kim", environment: environment)
            }
            #expect(failure?.code == "as-needs-embedded")
        }
        #expect(throws: Failure.self) {
            try ConnectionChoice(databaseURL: "x", person: nil, environment: ["SANDBOX_AS": "kim"])
        }
    }

    @Test("names with quotes, spaces and Hangul are quoted for libpq") func quoted() {
        let connection = EmbeddedConnection(socketDirectory: "/home/o'neil/길", user: "a b\\c")
        #expect(connection.conninfo == #"host='/home/o\'neil/길' port=5432 user='a b\\c' dbname='sandbox'"#)
    }
}
