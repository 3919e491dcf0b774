import SandboxDomain
import SandboxTesting

@testable import SandboxCore

/// A whole small regime as a file, with a committee of its own and grants that become one another's.
enum SmallRegime {
    /// Its text, some of whose words are replaced.
    static func yaml(_ replaced: [String: String] = [:]) -> String {
        replaced.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }

    static func file(_ replaced: [String: String] = [:]) throws -> RegimeFile {
        try RegimeFile(yaml: Array(yaml(replaced).utf8), file: "small.yaml")
    }

    /// Has the desk make the regime what its text says, with these words replaced and more text after it.
    @discardableResult
    static func apply(
        _ casework: Casework, _ replaced: [String: String] = [:], and more: String = ""
    ) async throws -> ApplyRegime.Applied {
        let text = yaml(replaced) + more
        return try await casework.desk.perform(ApplyRegime(RegimeFile(yaml: Array(text.utf8), file: "small.yaml")))
    }

    private static let text = """
        regime: small
        name: {ko: 작은 제도, en: small regime}
        basis: 시험법
        time_zone: Asia/Seoul
        meeting_name: {ko: "제{no}회 {committee} 회의", en: "{committee} {no}"}
        calendar: {code: kr, name: {ko: 대한민국 관공서, en: Public offices of the Republic of Korea}, closed_weekdays: [saturday, sunday], opens_at: "09:00", closes_at: "18:00"}
        committees:
          - committee: board
            name: {ko: 위원회, en: board}
            basis: 제5조
            members: {min: 3, max: 7, private_percent: 50, from_main: 0}
            opens_above_percent: 50
            carries_above_percent: 66
          - committee: panel
            name: {ko: 소위원회, en: panel}
            basis: 제6조
            members: {min: 2, max: 3}
            opens_above_percent: 0
            carries_above_percent: 50
        tracks:
          - track: trial
            prefix: TR
            name: {ko: 시험, en: trial}
            basis: 제1조
            grants: true
            since: 2020-01-01
            opinions: [agree]
            outcomes: [granted, rejected]
            sections: [{section: scope, name: {ko: 범위, en: scope}, required: true}]
            decided_by:
              - {committee: board, needs: nothing, basis: 제5조 제1항}
              - {committee: panel, needs: delegation, basis: 제6조 제1항}
            grant:
              prefix: TRC
              certificate: {ko: 시험 확인서, en: Trial certificate}
              validity: validity
              extension: extension
              permit: permit
              converts_to: licence
              at_end: until-law-changes
              barring_levels: [decree, act]
              may_suspend: false
              articles:
                - {topics: [publish, insure], basis: 제7조}
                - {topics: [correct], basis: 제8조}
                - {topics: [commence], basis: 제7조}
              revocation_grounds:
                - {ground: fraud, name: {ko: 거짓, en: fraud}, basis: 제9조}
                - {ground: late, name: {ko: 미개시, en: late}, needs: commencement-overdue, basis: 제9조}
          - track: licence
            prefix: LI
            name: {ko: 면허, en: licence}
            basis: 제2조
            grants: true
            since: 2020-01-01
            outcomes: [granted, rejected]
            grant: {prefix: LIC, certificate: {ko: 면허증, en: licence}, validity: validity, at_end: ends, may_suspend: true}
        rules:
          - rule: validity
            name: {ko: 유효기간, en: validity}
            basis: 제3조
            owed_by: applicant
            starts_on: validity-begun
            ends_on: [expired]
            length: 2 years
            counting: validity
            extensions: {times: 1, length: 1 year}
            when_missed: ends
          - rule: extension
            name: {ko: 연장, en: extension}
            basis: 제4조
            tracks: [trial]
            owed_by: applicant
            starts_at_end_of: validity
            ends_on: [extension-applied, expired]
            length: 2 months
            counting: backward
          - rule: permit
            name: {ko: 면허 신청, en: application for a licence}
            basis: 제4조
            owed_by: applicant
            starts_on: revision-found
            ends_on: [temporary-permit-applied]
            length: 3 months
            counting: civil
        insurance:
          - {cover: death, name: {ko: 사망, en: death}, amount: 100, basis: 제7조 제2항}
        disclosure_grounds:
          - {ground: secret, name: {ko: 비밀, en: secret}, basis: 제10조}

        """
}
