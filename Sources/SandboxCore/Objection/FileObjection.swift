public import Postgres
public import SandboxDomain

/// The company objects to what the authority did (이의신청: 행정기본법 제36조 제1항).
public struct FileObjection: OnceOnly {
    public typealias Outcome = Disposition
    public static let act = "objection-file"
    let reference: CaseReference
    let number: Int?
    let statement: String

    /// - Parameters:
    ///   - number: of the disposition within the case; nil for the only one that can be objected to.
    ///   - statement: what the company asks for, and why.
    public init(_ reference: CaseReference, to number: Int? = nil, statement: String) {
        (self.reference, self.number, self.statement) = (reference, number, statement)
    }

    public var fingerprint: Fingerprint {
        Fingerprint([reference.description, number.map { "\($0)" }, statement])
    }

    /// - Throws: `Refusal.objection`; `BadInput` when several dispositions are open to it and none is named.
    public func performOnce(_ session: Session) throws -> Int64 {
        _ = try Principal.current(session).required([.company])
        let subject = try CaseFileStore.lock(session, reference)
        let dispositions = try session.get(DispositionStore.of(subject.id))
        let today = try session.one("SELECT authority_date(\(subject.regime))", as: CivilDate.self)
        let meant = try dispositions.map(\.facts).toObject(number, today: today)
        guard let disposition = dispositions.first(where: { $0.number == meant?.number }) else {
            throw BadInput(.missingName(.to), field: .to)
        }
        try session.execute(
            """
            INSERT INTO objection (disposition_id, case_file_id, statement)
            VALUES (\(disposition.id), \(subject.id), \(normalised(statement)))
            """)
        return disposition.id
    }

    public func outcome(of receipt: Int64, _ session: Session) throws -> Disposition {
        try DispositionStore.get(session, receipt)
    }
}
