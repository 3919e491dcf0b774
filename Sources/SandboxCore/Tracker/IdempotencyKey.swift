internal import Postgres
internal import SandboxDomain

/// The name a person gives one act, so that trying it again has no second effect.
public struct IdempotencyKey: Hashable, Sendable, CustomStringConvertible {
    /// The key as typed: 1 to 200 characters.
    public let description: String

    /// A key chosen by the caller.
    public init(_ key: String) { description = key }

    /// A key nobody has used: 128 random bits.
    public static func random() -> IdempotencyKey {
        var generator = SystemRandomNumberGenerator()
        let halves = [
            UInt64.random(in: .min ... .max, using: &generator), .random(in: .min ... .max, using: &generator),
        ]
        return IdempotencyKey(halves.map { String($0, radix: 36) }.joined())
    }
}

extension IdempotencyKey {
    /// Does `operation` unless this key has done it before; either way answers what it came to.
    func once<O: OnceOnly>(_ operation: O, _ session: Session) throws -> O.Outcome {
        let fingerprint = Self.digest(operation.fingerprint)
        let claimed = try session.execute(
            """
            INSERT INTO idempotency_key (key, act, fingerprint) VALUES (\(description), \(O.act), \(fingerprint))
            ON CONFLICT ON CONSTRAINT idempotency_key_pkey DO NOTHING
            """)
        if claimed == 1 {
            let receipt = try operation.performOnce(session)
            session.ask(
                .execute(
                    """
                    UPDATE idempotency_key SET result = to_jsonb(\(receipt)::bigint)
                    WHERE role_name = acting_role() AND key = \(description)
                    """))
            return try operation.outcome(of: receipt, session)
        }
        let earlier = try session.one(
            """
            SELECT act, fingerprint = \(fingerprint), result::bigint FROM idempotency_key
            WHERE role_name = acting_role() AND key = \(description) FOR UPDATE
            """, EarlierAct.init)
        guard earlier.act == O.act, earlier.isTheSame, let receipt = earlier.receipt else {
            throw Refusal.idempotencyKeyReused(description)
        }
        return try operation.outcome(of: receipt, session)
    }

    /// PostgreSQL computes the digests; each word is preceded by its length, so that no two acts look alike.
    private static func digest(_ fingerprint: Fingerprint) -> SQL {
        let words = fingerprint.words.flatMap { Array("\($0?.utf8.count ?? -1):\($0 ?? "")".utf8) }
        let parts: [SQL] = ["\(words)"] + fingerprint.files.map { "sha256(\($0))" }
        return "sha256(\(parts.joined(by: " || ")))"
    }
}

private struct EarlierAct {
    let act: String
    let isTheSame: Bool
    let receipt: Int64?
}
