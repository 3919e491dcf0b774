import Testing

@testable import Postgres

@Suite("Connection options")
struct ConnectionOptionsTests {
    @Test("a URL and a list of parameters say the same")
    func forms() throws {
        let url = try ConnectionOptions("postgresql://kim:s%20cret@db.example:6543/sandbox?application_name=x")
        let list = try ConnectionOptions(
            "host=db.example port=6543 user=kim password='s cret' dbname=sandbox application_name=x")
        #expect(url.parameters == list.parameters)
        #expect(url.user == "kim")
        #expect(url.password == "s cret")
        #expect(url.port == 6543)
    }

    @Test("what is set afterwards wins")
    func overrides() throws {
        var options = try ConnectionOptions("postgresql://kim@db/sandbox")
        options.user = "lee"
        options.database = "other"
        #expect(options.libpqParameters()["user"] == "lee")
        #expect(options.libpqParameters()["dbname"] == "other")
        #expect(options.libpqParameters()["host"] == "db")
    }

    @Test("empty options leave host, user, password and database to libpq")
    func empty() {
        let parameters = ConnectionOptions().libpqParameters()
        #expect(
            Set(parameters.keys) == [
                "client_encoding", "fallback_application_name", "options", "tcp_user_timeout", "keepalives_idle",
                "keepalives_interval", "keepalives_count",
            ])
    }

    @Test(
        "no form of printing shows a secret",
        arguments: [
            "postgresql://kim:hunter2@db/sandbox", "user=kim password=hunter2", "sslpassword=hunter2",
        ])
    func redaction(conninfo: String) throws {
        let options = try ConnectionOptions(conninfo)
        var dumped = ""
        dump(options, to: &dumped)
        for text in ["\(options)", options.debugDescription, String(reflecting: options), dumped] {
            #expect(!text.contains("hunter2"))
        }
    }

    @Test(
        "as a URI it has what was given, as libpq reads it, and no secret",
        arguments: [
            ("postgresql://u:secret@h:1/d?password=secret&connect_timeout=3", "postgresql://u@h:1/d?connect_timeout=3"),
            ("postgresql://u:se%40cret@h/d", "postgresql://u@h/d"), ("postgresql://h/d", "postgresql://h/d"),
            ("postgresql:///d?sslpassword=secret", "postgresql:///d"), ("postgresql://", "postgresql://"),
            (#"host=h password = 'se cret' dbname=d"#, "postgresql://h/d"),
            (#"password=se\ cret dbname=d"#, "postgresql:///d"),
            (
                #"host='/home/o\'neil/길' port=5432 user='a b\\c' dbname='sandbox'"#,
                "postgresql://a%20b%5Cc@/sandbox?host=%2Fhome%2Fo%27neil%2F%EA%B8%B8&port=5432"
            ),
            ("host=h1,h2 port=1,2", "postgresql:///?host=h1%2Ch2&port=1%2C2"),
        ])
    func uri(conninfo: String, uri: String) throws {
        let options = try ConnectionOptions(conninfo)
        #expect(options.uri == uri)
        var kept = options.parameters
        for secret in ["password", "sslpassword"] { kept[secret] = nil }
        #expect(try ConnectionOptions(uri).parameters == kept)
    }

    @Test(
        "a string that cannot be read is refused without being shown",
        arguments: [
            "postgresql://kim:hunter2/x@db/sandbox", "hunter2", "password='hunter2", "postgresql://k:hunter2%zz@db",
            "postgresql://db?hunter2=1",
        ])
    func malformed(conninfo: String) {
        let error = #expect(throws: PostgresError.self) { try ConnectionOptions(conninfo) }
        #expect(error?.kind == .usage)
        #expect(error?.debugDescription.contains("hunter2") == false)
    }

    @Test("defaults come before the operator's settings, and what is pinned after them")
    func order() {
        var options = ConnectionOptions()
        options.statementTimeout = .milliseconds(1500)
        options.lockTimeout = nil
        options.idleInTransactionTimeout = .microseconds(1)
        options.searchPath = ["sandbox", "pg temp"]
        options.settings = ["work_mem": "8MB"]
        options.defaults = ["random_page_cost": "1.1", "jit": "off"]
        #expect(
            options.sessionOptions(operator: "-c statement_timeout=7 -c datestyle=German")
                == """
                -c jit=off -c random_page_cost=1.1 -c statement_timeout=1500 \
                -c idle_in_transaction_session_timeout=1 \
                -c statement_timeout=7 -c datestyle=German -c work_mem=8MB \
                -c search_path="sandbox",\\ "pg\\ temp" -c datestyle=ISO -c timezone=UTC -c intervalstyle=iso_8601 \
                -c bytea_output=hex -c extra_float_digits=1
                """)
    }

    @Test("a dead network is noticed in seconds, unless the operator says otherwise")
    func watchfulness() throws {
        #expect(ConnectionOptions().libpqParameters()["keepalives_idle"] == "10")
        #expect(try ConnectionOptions("keepalives_idle=60").libpqParameters()["keepalives_idle"] == "60")
        #expect(try ConnectionOptions("service=desk").libpqParameters()["keepalives_idle"] == nil)
    }

    @Test("through a pooler every transaction brings the settings, and leaves none")
    func transactionSettings() async throws {
        var options = try TestServer.options()
        options.searchPath = ["odd \"schema\\", "public"]
        options.defaults = ["jit": "off"]
        options.lockTimeout = .milliseconds(7777)
        let settings = options.transactionSettings
        @Sendable func shown(_ session: Session) throws -> [String] {
            try session.one(
                """
                SELECT current_setting('search_path'), current_setting('intervalstyle'), current_setting('lock_timeout'),
                    current_setting('jit')
                """
            ) { (a: String, b: String, c: String, d: String) in [a, b, c, d] }
        }
        let database = Database(try TestServer.options(), lanes: 1)
        let before = try await database.read { try shown($0) }
        let within = try await database.read { session in
            _ = try session.all(settings, as: String.self)
            return try shown(session)
        }
        #expect(within == [#""odd ""schema\", "public""#, "iso_8601", "7777ms", "off"])
        #expect(try await database.read { try shown($0) } == before)
    }

    @Test("on the server the operator's timeouts win, and formats and search path are pinned")
    func merged() async throws {
        var options = try TestServer.options()
        options.parameters["options"] = "-c statement_timeout=7777 -c datestyle=German -c search_path=pg_temp"
        options.searchPath = ["odd \"schema\\", "public"]
        options.applicationName = "merged"
        options.defaults = ["jit": "off"]
        let settings = try await Database(options, lanes: 1).read { session in
            try session.one(
                """
                SELECT current_setting('statement_timeout'), current_setting('datestyle'),
                    current_setting('search_path'), current_setting('application_name'), current_setting('jit'),
                    current_setting('lock_timeout')
                """
            ) { (a: String, b: String, c: String, d: String, e: String, f: String) in [a, b, c, d, e, f] }
        }
        #expect(settings[0] == "7777ms")
        #expect(settings[1].hasPrefix("ISO"))
        #expect(settings[2] == #""odd ""schema\", "public""#)
        #expect(Array(settings[3...]) == ["merged", "off", "10s"])
    }
}
