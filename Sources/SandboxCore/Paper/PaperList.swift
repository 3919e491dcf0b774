public import Postgres
public import SandboxDomain

/// The papers that were issued and that the acting person may see, the newest first.
public struct PaperList: RowQuery {
    /// Those of one case or meeting; nil for all.
    public var subject: String?
    /// Those of one kind.
    public var kind: PaperKind?

    public init() {}

    public func forEach(_ session: Session, _ body: (PaperRow) throws -> Void) throws {
        let ofSubject: SQL = subject.map { "p.subject = \($0)" } ?? "true"
        let ofKind: SQL = kind.map { "p.paper = \($0)" } ?? "true"
        try session.stream(
            """
            SELECT \(PaperRow.columns) FROM paper_listed AS p WHERE \(ofSubject) AND \(ofKind)
            ORDER BY p.official_paper_id DESC
            """, PaperRow.init, body)
    }
}

/// A paper that was issued.
public struct PaperRow: Sendable {
    /// Which paper.
    public let kind: PaperKind
    /// Its number, as it is printed.
    public let number: String
    /// 1, and one more each time it was issued anew.
    public let edition: Int
    /// The language: `ko` or `en`.
    public let language: String
    /// The number it is looked up by (문서확인번호).
    public let verification: String
    /// Its title.
    public let title: String
    /// The case or meeting; nil where it may not be seen.
    public let subject: String?
    /// To whom it went.
    public let addressee: String?
    /// The day it was issued.
    public let issuedOn: CivilDate
    /// Who issued it.
    public let issuedBy: String
    /// Why it was issued anew.
    public let reason: String?
    /// How many bytes it has.
    public let size: Int
    /// Their SHA-256, in hexadecimal digits.
    public let sha256: String
    /// Whether no later edition took its place.
    public let holds: Bool
    /// Of a certificate: the day its grant ended; nil while it is in force.
    public let grantEndedOn: CivilDate?

    static let columns: SQL = """
        p.paper, p.number, p.edition, p.language, p.verification, p.title, p.subject, p.addressee, p.issued_on,
        p.issued_by::text, p.reason, p.size, p.sha256, p.holds, p.grant_ended_on
        """

    static func get(_ session: Session, _ id: Int64) throws -> PaperRow {
        try session.one("SELECT \(columns) FROM paper_listed AS p WHERE p.official_paper_id = \(id)", PaperRow.init)
    }

    static func of(_ id: CaseFileID) -> Statement<[PaperRow]> {
        .all(
            """
            SELECT \(columns) FROM paper_listed AS p WHERE p.case_file_id = \(id) ORDER BY p.official_paper_id
            """, PaperRow.init)
    }
}

/// The bytes of a paper, as they were issued.
public struct ReadOfficialPaper: Query {
    let number: String

    /// - Parameter number: the number it is looked up by, or the one that is printed as its number; the latest edition of
    ///   several.
    public init(_ number: String) { self.number = number }

    public func answer(_ session: Session) throws -> IssuedPaper {
        let found = try session.first(
            """
            SELECT p.official_paper_id, o.content FROM paper_listed AS p JOIN official_paper AS o USING (official_paper_id)
            WHERE \(number) IN (p.verification, p.number) ORDER BY p.official_paper_id DESC LIMIT 1
            """
        ) { (id: Int64, bytes: [UInt8]) in (id: id, bytes: bytes) }
        guard let found else { throw NotFound(.paper, number) }
        return IssuedPaper(paper: try PaperRow.get(session, found.id), bytes: found.bytes)
    }
}

/// Whether a file, or the paper of a number, was issued, and whether it still holds.
public struct VerifyPaper: Query {
    /// What is looked up.
    public enum Asked: Sendable {
        /// The bytes of a file.
        case bytes([UInt8])
        /// The number it is looked up by, or the one that is printed as its number.
        case number(String)
    }

    let asked: Asked

    /// - Parameter asked: a file or a number.
    public init(_ asked: Asked) { self.asked = asked }

    /// - Throws: `NotFound` when the acting person sees no such paper. Whoever may not see the paper that a file pretends to be
    ///   learns no more of an altered file than of a genuine one.
    public func answer(_ session: Session) throws -> VerifiedPaper {
        switch asked {
        case .number(let number):
            guard let found = try Self.latest(session, "\(number) IN (p.verification, p.number)") else {
                throw NotFound(.paper, number)
            }
            return VerifiedPaper(paper: found, isAltered: false)
        case .bytes(let bytes):
            if let found = try Self.latest(session, "p.sha256 = encode(sha256(\(bytes)), 'hex')") {
                return VerifiedPaper(paper: found, isAltered: false)
            }
            let numbers = Self.verifications(in: bytes)
            guard !numbers.isEmpty,
                let found = try Self.latest(session, "p.verification = ANY (\(numbers)::text[])")
            else { throw NotFound(.paper, "sha256") }
            return VerifiedPaper(paper: found, isAltered: true)
        }
    }

    private static func latest(_ session: Session, _ condition: SQL) throws -> PaperRow? {
        try session.first(
            """
            SELECT \(PaperRow.columns) FROM paper_listed AS p WHERE \(condition)
            ORDER BY p.official_paper_id DESC LIMIT 1
            """, PaperRow.init)
    }

    /// The numbers in a file by which a paper could be looked up: four times four digits.
    static func verifications(in bytes: [UInt8]) -> [String] {
        var found: [String] = []
        var run: [UInt8] = []
        for byte in bytes + [0] {
            if (0x30...0x39).contains(byte) || byte == 0x2D {
                run.append(byte)
                continue
            }
            let groups = run.split(separator: 0x2D, omittingEmptySubsequences: false)
            if groups.count == 4, groups.allSatisfy({ $0.count == 4 }), found.count < 10 {
                found.append(String(decoding: run, as: UTF8.self))
            }
            run = []
        }
        return found
    }
}

/// What a file or a number was found to be.
public struct VerifiedPaper: Sendable {
    /// The paper that was issued.
    public let paper: PaperRow
    /// Whether the file bears its number, and is not what was issued.
    public let isAltered: Bool

    /// Whether it is what was issued, no later edition took its place, and what it certifies is in force.
    public var holds: Bool { !isAltered && paper.standing == .holds }
}

/// Whether a paper that was issued still holds.
public enum PaperStanding: String, CaseIterable, Sendable {
    /// It is the latest edition.
    case holds
    /// A later edition took its place.
    case replaced
    /// It is the latest edition of a certificate, and its grant is over.
    case ended
}

extension PaperRow {
    /// Whether it still holds.
    public var standing: PaperStanding { holds ? (grantEndedOn == nil ? .holds : .ended) : .replaced }
}
