package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<LoggedEvent> {
    /// Every column that is digested is listed here under its name in the table `event`.
    package static var events: Listing<LoggedEvent> {
        Listing(
            Wording("기록", "Event log"),
            [
                Column("event_id", "기록번호", "Event") { .integer($0.id.number) },
                Column("at", "일시", "When", mayShrink: false) { .moment($0.at) },
                Column("actor", "사용자", "Who") { .text($0.actor) },
                Column("organisation", "기관", "For") { .text($0.organisation) },
                Column("act", "일", "What") { .code(StableCodeWording($0.act, .events)) },
                Column("entity", "대상", "Of") { .code(StableCodeWording($0.entity, .entities)) },
                Column("entity_key", "번호", "Key") { .text($0.key) },
                Column("reference", "과제번호", "Case", mayShrink: false) { .text($0.reference?.description) },
                Column("regime", "제도", "Regime", for: .machines) { .text($0.regime?.code) },
                Column("chain", "사슬", "Chain", for: .machines) { .text($0.chain) },
                Column("seq", "순번", "Sequence", for: .machines) { .integer($0.sequence) },
                Column("at_utc", "일시(UTC)", "When (UTC)", for: .machines) { .text($0.proof.at) },
                Column("login", "로그인", "Login", for: .machines) { .text($0.proof.login) },
                Column("old", "이전", "Before", for: .machines) { .json($0.old) },
                Column("new", "이후", "After", for: .machines) { .json($0.new) },
                Column("case_file_id", "과제 행", "Case row", for: .machines) { .integer($0.proof.caseFileID?.number) },
                Column("organisation_id", "기관 행", "Organisation row", for: .machines) {
                    .integer($0.proof.organisationID?.number)
                },
                Column("of_draft", "제출 전", "Of a draft", for: .machines) { .boolean($0.proof.isOfDraft) },
                Column("salt", "난수", "Salt", for: .machines) { .text($0.proof.salt) },
                Column("previous_hash", "앞 해시", "Hash before", for: .machines) { .text($0.proof.previousHash) },
                Column("hash", "해시", "Hash", for: .machines) { .text($0.hash) },
            ])
    }
}
