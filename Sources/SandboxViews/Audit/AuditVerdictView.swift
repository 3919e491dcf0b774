package import SandboxCore
package import SandboxDomain
package import SandboxPresentation

extension Listing<AuditBreak> {
    /// What is wrong in the log.
    package static var breaks: Listing<AuditBreak> {
        Listing(
            Wording("기록과 자료의 훼손", "Breaks in the log and the register"),
            [
                Column("event_id", "기록번호", "Event") { .integer($0.event?.number) },
                Column("chain", "사슬", "Chain", mayShrink: false) { .text($0.chain) },
                Column("seq", "순번", "Sequence") { .integer($0.sequence) },
                Column("row", "자료", "Row", mayShrink: false) { .text($0.row) },
                Column("problem", "문제", "Problem") { .code($0.problem) },
            ])
    }
}

extension AuditVerdict {
    /// That nothing is wrong, and how far the seals reach.
    /// - Parameter token: what was kept of a seal and was compared with the log.
    package func holds(_ token: SealToken?) -> Wording {
        let sealed = sealedUpTo.map(\.description)
        return Wording(
            "기록 \(Wording.grouped(events))건(사슬 \(Wording.grouped(chains))개)이 그대로이고, "
                + (covered.map { "기록 \($0.number) 뒤에 바뀐 자료가 기록과 같습니다. " } ?? "모든 자료가 기록과 같습니다. ")
                + (sealed.map { "봉인 \(seals)개가 맞습니다(기록 \($0)까지)" } ?? "아직 봉인이 없습니다")
                + (token == nil ? "" : ". 보관된 봉인과 같습니다"),
            "\(Wording.counted(events, "event")) in \(Wording.counted(chains, "chain")): all as recorded; "
                + (covered.map { "every row that changed after event \($0.number) is as they say; " }
                    ?? "every row is as they say; ")
                + (sealed.map { "\(Wording.counted(seals, "seal holds", "seals hold")), up to event \($0)" }
                    ?? "nothing is sealed yet")
                + (token == nil ? "" : "; the kept seal is one of them"))
    }
}
