import SandboxDomain

extension ConsultationRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .open(let ministries):
            Wording(
                "아직 회신하지 않은 부처가 있습니다: \(Wording.names(ministries).ko)",
                "not every ministry has replied; still open: \(Wording.names(ministries).en)")
        case .missing:
            Wording("이 부처에 열린 협의가 없습니다", "no consultation of this ministry is open")
        case .roundOpen(let ministry, let round):
            Wording(
                "\(ministry, .with) \(round)차 협의가 진행 중입니다", "round \(round) with \(ministry) is still open")
        case .alreadyReplied(let round):
            Wording("\(round)차 협의는 이미 회신했습니다", "round \(round) has been replied to, and a reply is not changed")
        case .notAMinistry(let name):
            Wording("\(name, .topic) 협의할 수 있는 공공기관이 아닙니다", "\(name) is not a public body that can be consulted")
        case .opinionNotForTrack(let opinion, let track, let known):
            Wording(
                "\(track.wording.ko)에는 ‘\(opinion.wording.ko)’ 의견이 없습니다. 가능: \(Wording.words(known).ko)",
                "the track “\(track.wording.en)” has no opinion “\(opinion.wording.en)”; it has: "
                    + Wording.words(known).en)
        case .alreadyNotified(let day):
            Wording("\(day)에 이미 통보되었습니다", "the ministry was told on \(day), and its period runs from then")
        case .replyLapsed(let day):
            Wording(
                "회신 기한이 \(day)에 회신 없이 지났습니다",
                "the period for the reply ended on \(day) in silence, which the law gives a meaning")
        case .lapseContested: Wording("이 기한 경과에는 이미 이의가 제기되었습니다", "the lapse has been contested")
        case .lapseOpen(let ministries):
            Wording(
                "이의가 제기된 기한 경과가 있습니다: \(Wording.names(ministries).ko)",
                "a lapse is contested and not resolved: \(Wording.names(ministries).en)")
        case .lapseMissing(let ministry):
            Wording("\(ministry)의 기한 경과 기록이 없습니다", "no lapse is recorded for the ministry \(ministry)")
        case .lapseNotContested:
            Wording("이의가 제기되지 않았거나 이미 처리되었습니다", "the lapse is not contested, or has been resolved")
        case .fastTrackUnfounded:
            Wording(
                "동일·유사 과제가 제안되지 않아 회신 기한을 줄일 수 없습니다",
                "no earlier grant is named that the case is like, so the period is not shortened")
        case .documentRequired:
            Wording("공문의 문서번호와 도착일이 필요합니다", "the number of the document and the day it arrived are required")
        case .ministriesUnasked(let ministries):
            Wording(
                "신청서의 소관 부처와 협의하지 않았습니다: \(Wording.names(ministries).ko)",
                "ministries that the proposal names were not asked: \(Wording.names(ministries).en)")
        case .ministryAsked(let ministry):
            Wording("\(ministry, .with) 이미 협의했습니다", "\(ministry) has been asked")
        case .noFastTrack(let track):
            Wording(
                "\(track.wording.ko)에는 동일·유사 과제 신속 협의가 없습니다",
                "the track “\(track.wording.en)” has no shorter period for same-or-similar cases")
        }
    }
}
