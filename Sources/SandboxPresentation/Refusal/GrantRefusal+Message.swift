import SandboxDomain

extension GrantRefusal {
    /// Why, in words.
    var why: Wording {
        switch self {
        case .wrongState(let state, let allowed):
            allowed.isEmpty
                ? Wording(
                    "‘\(state.wording.ko)’ 상태에서는 할 수 없습니다", "not possible while the grant is “\(state.wording.en)”")
                : Wording(
                    "‘\(state.wording.ko)’ 상태이며, 가능한 상태는 \(Wording.words(allowed).ko)입니다",
                    "the grant is “\(state.wording.en)”, and must be: \(Wording.words(allowed).en)")
        case .notForTrack(let act, let track):
            Wording(
                "\(track.wording.ko)에는 ‘\(act.wording.ko)’ 절차가 없습니다",
                "a grant of the track “\(track.wording.en)” has no “\(act.wording.en)”")
        case .doneOnce(let act):
            Wording("‘\(act.wording.ko)’ 절차는 한 번만 할 수 있습니다", "“\(act.wording.en)” is done once, and was done")
        case .extendedOnce: Wording("유효기간은 한 번만 연장할 수 있습니다", "the validity has been extended, which is possible once")
        case .insuranceMissing(let end):
            Wording(
                "유효기간 만료일(\(end))까지 보장하는, 확인된 책임보험이나 배상방안이 없습니다",
                "no confirmed insurance or compensation plan covers it up to \(end)")
        case .coverTooSmall(let gaps):
            Wording(
                "보험의 보장이 법정 최저한도에 미치지 못합니다: \(gaps.map(\.wording.ko).joined(separator: ", "))",
                "the insurance covers less than the law demands: \(gaps.map(\.wording.en).joined(separator: ", "))")
        case .conditionsUnmet(let numbers):
            Wording(
                "개시 전 이행이 확인되지 않은 조건이 있습니다: \(Wording.names(numbers.map { "\($0)" }).ko)번",
                "conditions to be met before are not confirmed: no. \(Wording.names(numbers.map { "\($0)" }).en)")
        case .hearingMissing(let ground):
            Wording(
                "‘\(named(ground).ko)’ 사유로 청문을 하지 않았습니다", "there was no hearing on the ground “\(named(ground).en)”")
        case .groundNotGiven(let ground, let known):
            Wording(
                "‘\(named(ground).ko)’ 취소 사유가 없거나 갖추어지지 않았습니다. 가능: "
                    + (known.isEmpty ? "-" : known.map { "\(named($0).ko)(\($0))" }.joined(separator: ", ")),
                "the ground “\(ground)” is unknown here or not given; known: "
                    + Wording.names(known.isEmpty ? ["-"] : known).en)
        case .windowClosed(let day): Wording("기한(\(day))이 지났습니다", "the period for it ended on \(day)")
        case .extensionNotAsked: Wording("답하지 않은 연장 신청이 없습니다", "no extension has been asked for that is still open")
        case .validityNotBegun:
            Wording(
                "유효기간이 사업개시와 함께 시작하므로 아직 연장할 것이 없습니다",
                "its validity begins with the business, so there is nothing to extend yet")
        case .validityTooLong(let latest, nil):
            Wording(
                "유효기간은 의결일부터 \(latest)까지로만 정할 수 있습니다",
                "the validity lasts from the decision to \(latest) at most")
        case .validityTooLong(let latest, .some):
            Wording(
                "유효기간은 지금보다 길고 \(latest)까지여야 합니다",
                "the validity must become longer than it is, and end by \(latest)")
        case .revisionNotRequested:
            Wording("이 부처에 열린 법령정비 요청이 없습니다", "no request for a law revision is open with this ministry")
        case .planNotOwed:
            Wording("이 부처가 낼 법령정비계획이 없습니다", "this ministry owes no law-revision plan on this grant")
        case .permitNotApplicable:
            Wording(
                "정비 필요 판단 뒤에, 제출된 임시허가 과제로만 신청할 수 있습니다",
                "it takes a finding that the law must be revised, and a filed case of the other track")
        case .partNotOpen(let number):
            Wording("열려 있는 \(number)번이 없습니다", "there is no open insurance or claim no. \(number)")
        case .detailMissing:
            Wording("보험·보고·계획의 내용이 없습니다", "the insurance, report or plan itself is missing")
        case .notAGrant(let reference):
            Wording(
                "\(reference)에는 지정·허가가 없어 공개 등록부에 없습니다",
                "\(reference) has no grant, so it is not in the public register")
        }
    }
}

/// A ground for a revocation in words.
private func named(_ ground: String) -> Wording { StableCodeWording(ground, .revocationGrounds).wording }

extension CoverGap {
    fileprivate var wording: Wording {
        Wording(
            "\(korean) \(Wording.grouped(Int(amount)))원(최저 \(Wording.grouped(Int(minimum)))원, \(basis))",
            "\(english) KRW \(Wording.grouped(Int(amount))) (at least \(Wording.grouped(Int(minimum))))")
    }
}
