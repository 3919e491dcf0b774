package import SandboxCore
import SandboxDomain
package import SandboxPresentation

extension Detail {
    /// A version of a regime in full.
    package init(_ edition: RegimeEdition, _ language: Language) {
        let document = edition.document
        self.init(
            "\(edition.regime) \(document.name[language])",
            [
                .field("regime", Wording("제도", "Regime"), .text(edition.regime.code)),
                .field("name_ko", Wording("한국어 이름", "Korean name"), .text(document.name.korean)),
                .field("name_en", Wording("영어 이름", "English name"), .text(document.name.english)),
                .field("basis", Wording("근거", "Basis"), .text(document.basis)),
                .field("authority", Wording("소관 기관", "Authority"), .text(edition.authority)),
                .field("time_zone", Wording("시간대", "Time zone"), .text(document.timeZone)),
                .field("meeting_name_ko", Wording("회의 이름", "Meeting (Korean)"), .text(document.meetingName.korean)),
                .field("meeting_name_en", Wording("회의 영어 이름", "Meeting"), .text(document.meetingName.english)),
                .field("calendar", Wording("달력", "Calendar"), .text(document.calendar.code)),
                .field("version", Wording("판", "Version"), .integer(edition.version)),
                .field("valid_from", Wording("적용일", "Valid from"), .date(edition.validFrom)),
                .field("applied_at", Wording("적용한 때", "Applied"), .moment(edition.appliedAt)),
                .field("applied_by", Wording("적용한 사람", "Applied by"), .text(edition.appliedBy)),
                .field("note", Wording("비고", "Note"), .text(edition.note)),
                .rows("tracks", Wording("트랙", "Tracks"), .tracks(language), document.tracks),
                .rows("committees", Wording("위원회", "Committees"), .committees(language), document.committees),
                .rows("rules", Wording("기한 규칙", "Deadline rules"), .rules(language), document.rules),
                .rows("insurance", Wording("보험 최저 한도", "Least covers"), .covers(language), document.insurance),
                .rows(
                    "disclosure_grounds", Wording("비공개 사유", "Grounds for withholding"), .grounds(language),
                    document.disclosureGrounds),
                .rows("law_endings", Wording("법령 이름의 끝말", "Endings of laws"), .endings, document.lawEndings),
                .rows("other_names", Wording("다른 이름", "Other names"), .otherNames, document.otherNames),
            ])
    }
}

extension RegimeDocument.Name {
    subscript(language: Language) -> String { language == .korean ? korean : english }
}
