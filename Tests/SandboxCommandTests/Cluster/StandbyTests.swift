import SandboxTesting
import Testing

@testable import sandbox

/// A server that follows another one can be read and not written. Here it follows nobody, which makes no difference to it.
@Suite("On a standby", .serialized, .timeLimit(.minutes(5)))
struct StandbyTests {
    @Test("questions are answered and say what is not recorded, exports are of what has arrived, acts are refused")
    func standby() async throws {
        try await ScratchCluster.with { scratch in
            let cluster = scratch.cluster("sandbox/cluster")
            let desk = Typist(scratch: scratch, person: "desk")
            let reference = try await desk.lapsedConsultation(cluster)
            let programs = try await cluster.serverPrograms(major: nil)
            #expect(try await cluster.stop())
            try FileSystem.write("", to: cluster.folder.data + "/standby.signal", owner: scratch.user)
            func control(_ words: String...) async throws {
                _ = try await Program(path: programs.folder + "/pg_ctl", user: scratch.user).run(
                    words + ["-s", "-w", "-D", cluster.folder.data], output: cluster.folder.programLog)
            }
            try await control("start", "-l", cluster.folder.log)
            let directory = cluster.folder.socketDirectory(user: scratch.user)
            let url = EmbeddedConnection(socketDirectory: directory, user: "desk").conninfo
            func asking(_ words: [String]) async -> (status: EndStatus, out: String, error: String) {
                let (status, written) = await run(
                    words + ["--database-url", url, "--lang", "en"], environment: ["LANG": "C"])
                return (status, written.out, written.error)
            }

            for question in [["consult", "list"], ["inbox"], ["deadline", "list"], ["case", "view", reference]] {
                let answer = await asking(question)
                #expect(answer.status == .done, "\(question)")
                #expect(answer.out.contains(reference) || question == ["inbox"], "\(question)")
                #expect(answer.error.contains("lapse not yet recorded: the server is a standby"), "\(question)")
            }
            let path = scratch.parent + "/cases.csv"
            let export = await asking(["export", "cases", "--output", path])
            #expect(export.status == .done, "\(export.error)")
            #expect(FileSystem.text(of: path)?.contains(reference) == true)
            #expect(FileSystem.text(of: path + ".manifest.json")?.contains(#""reproducible" : false"#) == true)

            for act in [
                ["case", "return", reference, "--reason", "x"], ["consult", "send", reference, "--to", "M2"],
                ["export", "cases", "--as-of", "2026-01-01"],
            ] {
                let answer = await asking(act)
                #expect(answer.status == .unavailable, "\(act)")
                #expect(answer.error.contains("the server is a standby, which can only be read"), "\(act)")
                #expect(answer.error.contains("target_session_attrs=read-write finds it by itself"), "\(act)")
            }
            try await control("stop", "-m", "fast")
        }
    }
}

/// Types commands on an embedded cluster.
private struct Typist {
    let scratch: ScratchCluster
    let person: String

    func callAsFunction(as person: String? = nil, _ words: String...) async throws -> String {
        let (status, written) = await run(words + ["--as", person ?? self.person], environment: scratch.environment)
        try #require(status == .done, "\(words): \(written.error)")
        return String(written.out.prefix { $0 != "\n" })
    }

    /// Rapid confirmation asked of a ministry two months ago, which has said nothing since. Answers the reference.
    func lapsedConsultation(_ cluster: Cluster) async throws -> String {
        let typed = self
        for (name, kind) in [("Co", "company"), ("M1", "ministry"), ("M2", "ministry"), ("Au", "authority")] {
            _ = try await typed(as: "operator", "org", "add", name, "--kind", kind)
        }
        _ = try await typed(as: "operator", "user", "add", "firm", "--role", "company", "--org", "Co")
        _ = try await typed(as: "operator", "user", "add", "desk", "--role", "desk", "--org", "Au")
        let reference = try await typed(
            as: "firm", "case", "file", projectFolder + "/data/proposals/hyperscale-ai.yaml")
        try await arrange(cluster, "UPDATE case_file SET track = 'rapid-confirmation'")
        _ = try await typed("case", "receive", reference)
        _ = try await typed("consult", "send", reference, "--to", "M1")
        _ = try await typed("consult", "notify", reference, "--ministry", "M1", "--notice", "letter")
        try await arrange(
            cluster, "UPDATE deadline SET started_on = started_on - 60, promised_on = promised_on - 60",
            "UPDATE consultation SET sent_at = sent_at - interval '60 days', notified_on = notified_on - 60",
            "SELECT keep_deadlines(ARRAY(SELECT deadline_id FROM deadline))")
        return reference
    }

    private func arrange(_ cluster: Cluster, _ statements: String...) async throws {
        let to = cluster.administration(cluster.folder.socketDirectory(user: scratch.user)).conninfo
        let all = (["SET search_path = sandbox", "SET session_replication_role = replica"] + statements).joined(
            separator: ";")
        let psql = try await scratch.run("/usr/bin/env", "psql", "-XAtq", "-v", "ON_ERROR_STOP=1", to, "-c", all)
        try #require(psql.status == 0, "\(psql.output)")
    }
}
