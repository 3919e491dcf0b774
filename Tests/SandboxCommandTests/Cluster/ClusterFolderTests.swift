import SandboxViews
import Testing

@testable import sandbox

@Suite("Where a cluster lives and what runs it")
struct ClusterFolderTests {
    private let person = ServerUser(id: 1000, group: 1000, name: "", isAnother: false)
    private let root = ServerUser(id: 114, group: 114, name: "postgres", isAnother: true)

    @Test(
        "the folder follows XDG, and root's is one that the server's user can enter",
        arguments: [
            (["HOME": "/home/kim"], false, "/home/kim/.local/share/sandbox/cluster"),
            (["HOME": "/home/kim", "XDG_DATA_HOME": "/data/"], false, "/data/sandbox/cluster"),
            (["HOME": "/home/kim", "XDG_DATA_HOME": "relative"], false, "/home/kim/.local/share/sandbox/cluster"),
            (["HOME": "/root"], true, "/var/lib/sandbox/cluster"),
            (["HOME": "/root", "XDG_DATA_HOME": "/srv"], true, "/srv/sandbox/cluster"),
        ]
    )
    func folder(environment: [String: String], isRoot: Bool, path: String) throws {
        #expect(try ClusterFolder(environment: environment, user: isRoot ? root : person).path == path)
    }

    @Test("without a home there is no folder") func homeless() {
        #expect(throws: Failure.self) { try ClusterFolder(environment: [:], user: person) }
    }

    @Test("a socket's path has at most 107 bytes", arguments: [1, 60, 91, 92, 93, 200])
    func socketPath(length: Int) {
        let folder = ClusterFolder(path: "/" + String(repeating: "x", count: length - 1))
        let directory = folder.socketDirectory(user: person)
        #expect(ClusterFolder.socketPath(in: directory).utf8.count <= 107)
        #expect((directory == folder.path) == (length <= 93))
    }

    @Test(
        "the major version is read from what the server says",
        arguments: [
            ("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n", 15), ("postgres (PostgreSQL) 17beta1\n", 17),
            ("postgres (PostgreSQL) 9.6.24\n", 9), ("PostgreSQL", nil), ("", nil),
        ] as [(String, Int?)]
    )
    func version(text: String, major: Int?) {
        #expect(ServerPrograms.major(fromVersion: text) == major)
    }

    @Test("the installed server is found without PATH, each folder once") func installedServer() {
        let folders = ServerPrograms.folders(path: "", pgConfigFolder: nil)
        #expect(!folders.isEmpty)
        #expect(Set(folders).count == folders.count)
    }

    @Test("a process file cut short is not accepted; a whole one is read into its parts") func processFile() throws {
        #expect(PostmasterFile("12\n/data\n") == nil)
        let text = "12\n/data\n1700000000\n5432\n/run/x\n\n  123  4\nready   \n"
        let file = try #require(PostmasterFile(text))
        #expect(file.processID == 12)
        #expect(file.socketDirectory == "/run/x")
        #expect(file.state == .ready)
        #expect(PostmasterFile.disowned(text) == "2147483646" + text.dropFirst(2))
    }

    @Test("a directory that lets others in, or a link, is not trusted") func privacy() async throws {
        try await ScratchCluster.with { scratch in
            try FileSystem.makeDirectory(scratch.parent + "/open", permissions: 0o755)
            #expect(throws: Failure.self) { try ClusterFolder.makePrivate(scratch.parent + "/open", for: scratch.user) }
            try ClusterFolder.makePrivate(scratch.parent + "/own", for: scratch.user)
            try await scratch.run("/bin/ln", "-s", scratch.parent + "/own", scratch.parent + "/link")
            #expect(throws: Failure.self) { try ClusterFolder.makePrivate(scratch.parent + "/link", for: scratch.user) }
        }
    }
}
