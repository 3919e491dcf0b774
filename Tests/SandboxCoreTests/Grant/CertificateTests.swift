import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

@Suite("Certificates", .database)
struct CertificateTests {
    @Test("certificates are numbered without gaps, per track") func certificates() async throws {
        let casework = try await Casework()
        var numbers: [String] = []
        for track in [TrackCode.demonstration, .temporaryPermit, .demonstration] {
            let reference = try await casework.granted(track)
            numbers.append(try await casework.desk.grant(reference).head.certificate ?? "")
        }
        #expect(numbers.map { $0.suffix(4) } == ["0001", "0001", "0002"])
        #expect(numbers.map { $0.prefix(3) } == ["DEC", "TPC", "DEC"])
    }
}
