import SandboxCore
import SandboxPresentation

extension Console {
    /// Tells what went to the database: one line, and below it the statement, indented. The values are never told.
    func tell(_ event: TraceEvent, in language: Language) {
        switch event {
        case .connected(let process, let duration):
            let time = Self.milliseconds(duration)
            say(
                Wording("연결됨: 서버 프로세스 \(process), \(time)", "connected: server process \(process), \(time)"),
                in: language)
        case .disconnected: say(Wording("연결이 닫힘", "the connection was closed"), in: language)
        case .retrying(let attempt, let state):
            let reason = state.map { " (\($0))" } ?? ""
            say(
                Wording(
                    "다른 거래와 부딪쳐 다시 시도함: \(attempt)번째\(reason)", "a transaction starts again: retry \(attempt)\(reason)"),
                in: language)
        case .statement(let sql, let values, let duration, let failed, let location, let follows):
            let time = Self.milliseconds(duration)
            let bound = Wording("값 \(values)개", Wording.counted(values, "value"))
            let along = follows ? Wording("앞 문장과 함께, ", "with the one before, ") : Wording("", "")
            let end = failed ? Wording(", 실패", ", failed") : Wording("", "")
            say(
                Wording(
                    "\(time), \(along.ko)\(bound.ko), \(location)\(end.ko)",
                    "\(time), \(along.en)\(bound.en), \(location)\(end.en)"),
                in: language)
            let lines = sql.split(separator: "\n").map { "    \($0)\n" }
            writeError(Array(lines.joined().utf8))
        }
    }

    /// `1.2 ms`
    private static func milliseconds(_ duration: Duration) -> String {
        let tenths = Int(duration / .microseconds(100))
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
