import SandboxCore
import SandboxDomain
import SandboxPresentation

/// Puts what the register knows into the words of papers: never a code, never an internal name.
struct PaperFacts {
    let material: PaperMaterial
    let language: Language

    init(_ material: PaperMaterial, _ language: Language) { (self.material, self.language) = (material, language) }

    func said(_ ko: String, _ en: String) -> String { language == .korean ? ko : en }

    func day(_ date: CivilDate?) -> String? { date?.text(language) }

    /// The last day of a period, with what is doubtful about it; none where nobody can tell it.
    func day(_ date: CivilDate?, _ doubt: CalendarDoubt?) -> String? {
        date.flatMap { $0.onPaper(doubt, language) }
    }

    /// Until when a disposition may be objected to, by both readings of the law.
    func setObjection(_ facts: inout PaperSheet.Facts, to disposition: Disposition?) {
        facts.set(.objectionUntil, day(disposition?.objectUntil, disposition?.objectDoubt))
        facts.set(.objectionOtherwise, day(disposition?.objectOtherwise, disposition?.objectDoubt))
    }

    /// The day of a moment in ISO form.
    func day(of moment: String?) -> String? {
        moment.flatMap { try? CivilDate(iso: String($0.prefix(10))) }.flatMap(day)
    }

    func span(_ from: CivilDate, _ to: CivilDate) -> String {
        said("\(from.text(language))~\(to.text(language))", "\(from.text(language)) – \(to.text(language))")
    }

    /// Months, in whole years where they are.
    func months(_ number: Int) -> String {
        number % 12 == 0
            ? said("\(number / 12)년", Wording.counted(number / 12, "year"))
            : said("\(number)개월", Wording.counted(number, "month"))
    }

    func count(_ number: Int) -> String { said("\(number)건", "\(number)") }

    /// An article as statutes are quoted: `법 제37조 제6항` is `법 제37조제6항`.
    func quoted(_ article: String) -> String {
        let article = article.replacing(", ", with: ",").replacing(",", with: ", ")
        var result = ""
        for word in article.split(separator: " ") {
            let last = result.split(separator: " ").last ?? ""
            result +=
                result.isEmpty || (word.hasPrefix("제") && last.hasPrefix("제") && !last.hasSuffix(","))
                ? word : " " + word
        }
        return result
    }

    /// Of every paper.
    var common: PaperSheet.Facts {
        var facts = PaperSheet.Facts()
        let (issuer, official) = (material.issuer, material.official)
        facts.set(.agency, said(issuer.agency.korean, issuer.agency.english))
        facts.set(.head, said(issuer.head.korean, issuer.head.english))
        facts.set(.division, material.office?.division)
        facts.set(.number, material.number.text)
        facts.set(.disclosure, material.template.disclosure.map { said($0.korean, $0.english) })
        facts.set(.issuedOn, day(material.number.issuedOn))
        facts.set(.issuedInWords, material.number.issuedOn.inWords(language))
        facts.set(.caseLaw, material.law)
        facts.set(.editionNote, material.reason)
        let reach = [
            said("전화 \(official.phone)", "telephone \(official.phone)"),
            (official.fax ?? material.office?.fax).map { said("팩스 \($0)", "fax \($0)") },
            (official.email ?? material.office?.email).map { said("전자우편 \($0)", "e-mail \($0)") },
        ].compactMap(\.self).joined(separator: ", ")
        facts.set(
            .official,
            material.office.map { "\($0.division) \(official.title) \(official.name)(\(reach))" })
        return facts
    }

    /// The head of the body that is written to (수신), never a person in charge.
    func addressed(_ name: String, representative: String?) -> String {
        if material.template.kind.isToMinistry {
            return said("\(name)\(name.hasSuffix("부") || name.hasSuffix("처") ? "장관" : "장")", name)
        }
        return said("\(name) 대표", name)
    }

    // MARK: - A case

    func caseFacts(_ subject: PaperMaterial.CaseMaterial) -> PaperSheet.Facts {
        var facts = ofCase(subject)
        let view = subject.view
        switch material.template.kind {
        case .receipt:
            let own = view.deadlines.first { $0.owedBy == .desk && $0.endedOn == nil && $0.dueOn != nil }
            facts.set(.expectedOn, day(own?.dueOn, own?.doubt))
        case .supplementRequest:
            if let asked = view.supplements.first(where: { $0.number == material.about }) {
                facts.set(.request, asked.request)
                facts.set(.requestNumber, "\(asked.number)")
                facts.set(.askedBy, asked.askedBy)
                facts.set(.askedOn, day(of: asked.askedAt))
                facts.set(.dueOn, day(asked.dueOn))
            }
        case .returnNotice:
            facts.set(.reason, view.head.closingReason)
            facts.set(.decidedOn, day(view.head.stageSince))
            setObjection(&facts, to: view.dispositions.last { $0.kind == .return })
        case .consultation, .reminder: facts.merge(consultation(subject))
        case .rapidResult, .decisionNotice, .certificate, .extensionCertificate: facts.merge(decision(subject))
        case .revisionFinding, .order: facts.merge(act(subject))
        case .objectionAnswer:
            if let answered = view.dispositions.first(where: { $0.number == material.about }) {
                facts.set(.disposition, answered.kind.wording[language])
                facts.set(.noticedOn, day(answered.receivedOn))
                facts.set(.objectedOn, day(answered.objectedOn))
                facts.set(.ruling, answered.ruling?.wording[language])
                facts.set(.reason, answered.reason)
                facts.set(.decidedOn, day(answered.ruledOn))
                facts.set(.appealUntil, day(answered.appealUntil, answered.appealDoubt))
                if answered.kind == .return, answered.ruling?.leavesAppeal == false {
                    facts.set(.isReopened, answered.ruling?.wording[language])
                }
            }
        case .agenda, .minutes: break
        }
        if let grant = subject.grant { facts.merge(self.grant(grant, subject)) }
        return facts
    }

    /// What every paper may tell of a case.
    func ofCase(_ subject: PaperMaterial.CaseMaterial) -> PaperSheet.Facts {
        var facts = PaperSheet.Facts()
        let (view, head) = (subject.view, subject.view.head)
        facts.set(.reference, head.reference.description)
        facts.set(.track, said(subject.trackKorean, subject.trackEnglish))
        facts.set(.company, head.company)
        facts.set(.registrationNumber, subject.registrationNumber)
        facts.set(.representative, view.contact?.representative)
        facts.set(.address, view.contact?.address)
        facts.set(.service, head.service)
        facts.set(.serviceType, head.serviceType.map { StableCodeWording($0, .serviceTypes).wording[language] })
        facts.set(.summary, head.summary)
        facts.set(.filedOn, day(of: head.filedAt))
        facts.set(.receivedOn, day(of: head.receivedAt))
        facts.set(.receivedAt, head.receivedAt.flatMap { Timestamp(postgres: $0)?.text(language) })
        facts.set(.necessity, section("necessity", view))
        facts.set(.scope, section("scope", view))
        facts.set(.protection, section("user_protection", view))
        if let from = head.periodFrom, let to = head.periodTo {
            facts.set(.period, span(from, to))
        } else if let number = head.periodMonths {
            facts.set(.period, months(number))
        }
        facts.set(.exemptions, exemptions(view), .exemptionCount, count)
        if !material.template.kind.isOfMeeting {
            let ofDecision = view.corrections.filter {
                $0.subject == .decision && $0.decision == subject.decisionNumber
            }
            facts.set(.corrections, corrections(ofDecision), .correctionCount, count)
        }
        facts.set(
            .papers,
            .init(
                [said("서류", "Paper"), said("파일", "File")],
                subject.papers.filter { $0.fileName != nil }.map { [said($0.korean, $0.english), $0.fileName] }),
            .paperCount, count)
        return facts
    }

    /// How it has to read; what was recorded stays where it was (행정절차법 제25조).
    func corrections(_ list: [Correction]) -> PaperSheet.Rows {
        .init(
            [said("정정일", "Corrected"), said("대상", "Of"), said("정정한 내용", "Has to read"), said("사유", "Reason")],
            list.map { [day($0.correctedOn), $0.subject.wording[language], $0.text, $0.reason] })
    }

    private func section(_ code: String, _ view: CaseDetail) -> String? {
        view.sections.first { $0.code == code }?.body
    }

    private func exemptions(_ view: CaseDetail) -> PaperSheet.Rows {
        .init(
            [
                said("관련 법령", "Provision"), said("현행 규제", "What the law says"),
                said("규제특례의 내용", "What holds instead"), said("검토 요청 사항", "Question"),
            ],
            view.exemptions.map { item in
                let law = said("「\(item.law)」", item.law)
                return [
                    [law, item.article.map(quoted)].compactMap(\.self).joined(separator: " "), item.obstacle,
                    [item.exemption, item.application].compactMap(\.self).joined(separator: "\n"),
                    material.template.kind == .consultation ? item.question : nil,
                ]
            })
    }

    private func consultation(_ subject: PaperMaterial.CaseMaterial) -> PaperSheet.Facts {
        var facts = PaperSheet.Facts()
        guard
            let asked = subject.view.consultations.first(where: {
                $0.ministry == material.addressee && $0.round == material.about
            })
        else { return facts }
        facts.set(.ministry, asked.ministry)
        facts.set(.question, asked.question)
        facts.set(.askedOn, day(asked.sentOn))
        facts.set(.notifiedOn, day(asked.notifiedOn))
        facts.set(.dueOn, day(asked.dueOn, asked.doubt))
        let longest = subject.longest[asked.ministry]
        facts.set(.longestOn, day(longest?.day, longest?.doubt))
        if let days = asked.daysLeft, days < 0 {
            facts.set(.daysLate, said("\(-days)일", Wording.counted(-days, "day")))
        }
        if asked.isFastTrack { facts.set(.isFast, said("동일ㆍ유사 과제", "a same-or-similar case")) }
        let request = subject.view.papers.last { $0.kind == .consultation && $0.addressee == asked.ministry }
        facts.set(.earlierNumber, request.map { "\($0.number)(\($0.issuedOn.text(language)))" })
        if let next = subject.view.agenda.last(where: { $0.result == nil }) {
            facts.set(.meetingOn, day(next.heldOn))
        }
        return facts
    }

    private func decision(_ subject: PaperMaterial.CaseMaterial) -> PaperSheet.Facts {
        var facts = PaperSheet.Facts()
        guard let decision = subject.view.decision else { return facts }
        facts.set(.outcome, outcome(decision.outcome))
        facts.set(.reason, decision.reason)
        facts.set(.decidedOn, day(decision.decidedOn))
        facts.set(.meeting, decision.meeting)
        if decision.outcome == .noRegulation || decision.outcome == .positiveInterpretation {
            facts.set(.isFree, outcome(decision.outcome))
        }
        if decision.outcome == .permitNeeded { facts.set(.isPermitNeeded, outcome(decision.outcome)) }
        facts.set(.replies, replies(subject.view), .replyCount, count)
        facts.set(.conditions, conditions(subject.conditions), .conditionCount, count)
        let redeliberation = subject.redeliberation
        facts.set(.redeliberationUntil, day(redeliberation?.dueOn, redeliberation?.doubt))
        setObjection(&facts, to: subject.view.dispositions.last { $0.kind == .rejection })
        return facts
    }

    /// The latest answer of each ministry; what it said before was replaced.
    func replies(_ view: CaseDetail) -> PaperSheet.Rows {
        let latest = view.consultations.filter { one in
            !view.consultations.contains { $0.ministry == one.ministry && $0.round > one.round }
        }
        return .init(
            [
                said("기관", "Agency"), said("통보일", "Told"), said("회신일", "Replied"), said("회신 내용", "Reply"),
                said("사유", "Reason"), said("조건", "Conditions"),
            ],
            latest.sorted { $0.ministry < $1.ministry }.map { one in
                [
                    one.ministry, day(one.notifiedOn), day(of: one.repliedAt), reply(one), one.reason,
                    one.conditions.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n"),
                ]
            })
    }

    private func reply(_ one: ConsultationSummary) -> String {
        if let opinion = one.opinion { return self.opinion(opinion) }
        if let lapse = one.lapse {
            let due = one.dueOn.map { $0.text(language) } ?? ""
            return said(
                "기한(\(due))까지 회신이 없어 \(quoted(lapse.basis))에 따라 소관 업무에 해당하지 아니하거나 허가등이 필요하지 아니한 것으로 봄",
                "no reply by \(due): deemed not its business, or no permit needed (\(lapse.basis))")
        }
        return said("회신 없음", "no reply")
    }

    private func opinion(_ opinion: Opinion) -> String {
        switch opinion {
        case .agree:
            material.template.kind == .rapidResult ? said("허가등이 필요하지 아니함", "no permit needed") : said("동의", "agrees")
        case .agreeWithConditions: said("조건부 동의", "agrees with conditions")
        case .oppose: said("부동의", "opposes")
        case .notOurs: said("소관 업무에 해당하지 아니함", "not its business")
        case .permitNeeded: said("허가등이 필요함", "a permit is needed")
        }
    }

    func outcome(_ outcome: DecisionOutcome) -> String {
        let isRapid = material.template.kind == .rapidResult
        return switch outcome {
        case .granted: said("원안 의결", "granted")
        case .grantedWithConditions: said("조건부 의결", "granted with conditions")
        case .rejected: said(isRapid ? "불가" : "부결", "rejected")
        case .positiveInterpretation: said("적극해석(규제특례 없이 가능)", "possible without an exemption")
        case .noRegulation: said(isRapid ? "허가등이 필요하지 아니함" : "규제 없음", "no permit needed")
        case .permitNeeded: said("허가등이 필요함", "a permit is needed")
        case .conditionsChanged: said("조건 변경", "conditions changed")
        }
    }

    func conditions(_ list: [StandingCondition]) -> PaperSheet.Rows {
        conditions(
            list.map {
                ($0.number, $0.phase, $0.text, $0.due, day($0.dueOn, $0.doubt), $0.evidence, $0.askedBy, $0.purpose)
            })
    }

    func conditions(
        _ list: [(
            number: Int, phase: ConditionPhase?, text: String, due: DueRule?, on: String?, evidence: String?,
            askedBy: String?, purpose: String?
        )]
    ) -> PaperSheet.Rows {
        .init(
            [
                said("번호", "No."), said("시기", "When"), said("조건", "Condition"), said("이유", "Why"),
                said("이행 기한", "Due"), said("확인 자료", "Evidence"), said("요청 기관", "Asked by"),
            ],
            list.map { one in
                [
                    "\(one.number)", one.phase.map(phase), one.text, one.purpose, one.due.map { due($0, one.on) },
                    one.evidence, one.askedBy,
                ]
            })
    }

    private func phase(_ phase: ConditionPhase) -> String {
        switch phase {
        case .before: said("사업개시 전", "before commencement")
        case .during: said("사업 중", "while it runs")
        case .after: said("종료 후", "after the end")
        }
    }

    /// When a condition is due, in words and with the day where it is known.
    private func due(_ rule: DueRule, _ on: String?) -> String {
        let known = on.map { said("(\($0)까지)", " (by \($0))") } ?? ""
        func length(_ number: Int, _ unit: DueRule.Unit) -> String {
            unit == .days
                ? said("\(number)일", Wording.counted(number, "day"))
                : said("\(number)개월", Wording.counted(number, "month"))
        }
        return switch rule {
        case .before(let event):
            (event == .commencement ? said("사업개시 전까지", "before commencement") : said("유효기간 만료 전까지", "before the end"))
                + known
        case .every(let number, let unit):
            said("사업개시 후 \(length(number, unit))마다", "every \(length(number, unit)) from commencement")
        case .within(let number, let unit, let event):
            switch event {
            case .grant: said("처분일부터 \(length(number, unit)) 이내", "within \(length(number, unit)) of the grant") + known
            case .commencement:
                said("사업개시 후 \(length(number, unit)) 이내", "within \(length(number, unit)) of commencement") + known
            case .end: said("유효기간 만료 후 \(length(number, unit)) 이내", "within \(length(number, unit)) of the end") + known
            }
        case .on(let day): said("\(day.text(language))까지", "by \(day.text(language))")
        }
    }
}
