package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Listing<GrantSummary> {
    /// Grants with the legal state they are in.
    package static var grants: Listing<GrantSummary> {
        Listing(
            Wording("지정·허가", "Grants"),
            [
                Column("reference", "과제번호", "Reference", mayShrink: false) { .text($0.reference.description) },
                Column("certificate", "지정·허가번호", "Grant number", for: .machines) { .text($0.certificate) },
                // A grant of the past has the number and the validity that its source gives it.
                Column("number", "지정·허가번호", "Grant number", for: .people, mayShrink: false) {
                    .text($0.certificate ?? $0.past.number)
                },
                Column("company", "기업", "Company") { .text($0.company) },
                Column("service", "서비스", "Service") { .text($0.service) },
                Column("state", "상태", "State") { .code($0.state) },
                Column("end_on", "유효기간", "Valid until", for: .machines) { .date($0.endOn) },
                Column("valid_until", "유효기간", "Valid until", for: .people) { .date($0.endOn ?? $0.past.validUntil) },
                Column("last_on", "효력 종료", "In force until", dates: .countdown) { .date($0.lastOn) },
                Column("reason", "이유", "Why") { .code($0.reason) },
                Column("since", "상태 시작", "Since", for: .machines) { .date($0.since) },
                Column("track", "트랙", "Track", for: .machines) { .code($0.track) },
                Column("granted_on", "지정일", "Granted", for: .machines) { .date($0.grantedOn) },
                Column("commenced_on", "개시일", "Commenced", for: .machines) { .date($0.commencedOn) },
                Column("designation_no", "지정번호", "Designation", for: .machines) { .text($0.past.number) },
                Column("stated_from", "유효기간 시작(자료)", "Valid from, as stated", for: .machines) {
                    .date($0.past.validFrom)
                },
                Column("stated_until", "유효기간 만료(자료)", "Valid until, as stated", for: .machines) {
                    .date($0.past.validUntil)
                },
                Column("stated_state", "상태(자료)", "State, as stated", for: .machines) { .text($0.past.state) },
            ])
    }
}
