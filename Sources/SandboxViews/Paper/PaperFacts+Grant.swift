import SandboxCore
import SandboxDomain
import SandboxPresentation

extension PaperFacts {
    /// A grant with its days.
    func grant(_ grant: PaperMaterial.GrantMaterial, _ subject: PaperMaterial.CaseMaterial) -> PaperSheet.Facts {
        var facts = PaperSheet.Facts()
        let (view, legal) = (grant.view, grant.view.legal)
        facts.set(.certificateNumber, said("제\(grant.year)-\(grant.serial)호", "No. \(grant.year)-\(grant.serial)"))
        facts.set(.registerNumber, view.head.certificate)
        facts.set(.grantedOn, day(legal.grantedOn))
        facts.set(.grantedInWords, legal.grantedOn?.inWords(language))
        if let from = grant.validFrom, let until = grant.validUntil {
            facts.set(.validity, span(from, until))
            facts.set(.validityEnd, day(until))
            if let before = grant.promisedUntil, before != until { facts.set(.validityBefore, span(from, before)) }
        } else {
            let length = months(grant.months)
            facts.set(.validity, said("사업개시일부터 \(length)", "\(length) from the commencement of business"))
        }
        if let ended = legal.endedOn {
            facts.set(.endedOn, day(ended))
            facts.set(.endedAs, legal.reason.wording[language])
        }
        if let extended = view.acts.last(where: {
            $0.act == .extend && (material.template.kind != .extensionCertificate || $0.number == material.about)
        }) {
            facts.set(.extendedOn, day(extended.day))
        }
        func until(_ rule: String?) -> String? {
            // What is counted back ends on a day that hangs on no calendar.
            let last = rule.flatMap { code in subject.view.deadlines.last { $0.rule == code } }
            return day(last?.dueOn, last?.safeOn == nil ? last?.doubt : nil)
        }
        facts.set(.extensionUntil, until(material.terms?.extensionRule))
        facts.set(.revisionUntil, until(material.terms?.revisionRule))
        facts.set(.permitUntil, until(material.terms?.permitRule))
        facts.set(.revisionAskedOn, day(legal.requestedOn))
        if legal.state.isInForce { facts.set(.deemedSince, day(legal.requestedOn)) }
        let owed = view.dues.filter { $0.owedBy == .applicant && $0.dueOn != nil }
        facts.set(
            .duties,
            .init(
                [said("이행할 사항", "Duty"), said("기한", "Due"), said("근거", "Basis")],
                owed.map {
                    [
                        said($0.korean, $0.english), day($0.dueOn, $0.safeOn == nil ? $0.doubt : nil),
                        $0.basis.map(quoted),
                    ]
                }), .dutyCount, count)
        let anew =
            material.editions.filter { $0.reason != nil }.map { ($0.issuedOn, $0.reason) }
            + (material.reason == nil ? [] : [(material.number.issuedOn, material.reason)])
        facts.set(
            .changes, .init([said("날짜", "Day"), said("내용", "What")], anew.map { [day($0.0), $0.1] }), .changeCount,
            count)
        return facts
    }

    /// What a ministry found, or the authority ordered.
    func act(_ subject: PaperMaterial.CaseMaterial) -> PaperSheet.Facts {
        var facts = PaperSheet.Facts()
        guard let entry = subject.grant?.view.acts.first(where: { $0.number == material.about }) else { return facts }
        facts.set(.act, entry.act.wording[language])
        facts.set(.decidedOn, day(entry.day))
        facts.set(.reason, entry.text)
        facts.set(
            .ground,
            entry.ground.flatMap { code in material.terms?.revocationGrounds.first { $0.code == code } }
                .map { said($0.name.korean, $0.name.english) })
        facts.set(.legalBasis, entry.basis.map(quoted))
        if entry.act == .revoke {
            let heard = subject.grant?.view.acts.last {
                $0.act == .recordHearing && $0.ground == entry.ground && $0.number < entry.number
            }
            facts.set(.heardOn, day(heard?.day))
        }
        facts.set(.dueOn, day(entry.until))
        facts.set(.ministry, entry.organisation)
        facts.set(
            .finding,
            entry.finding.map {
                $0 == .needed
                    ? said("법령정비가 필요함", "a revision is needed") : said("법령정비가 필요하지 아니함", "no revision is needed")
            })
        if entry.finding == .needed { facts.set(.isRevisionNeeded, facts.values[.finding]) }
        if entry.finding == .notNeeded { facts.set(.deemedUntil, day(entry.day)) }
        let kind: DispositionKind? =
            switch entry.act {
            case .correct: .correct
            case .suspend: .suspend
            case .revoke: .revoke
            case .refuseExtension: .refuseExtension
            default: nil
            }
        setObjection(&facts, to: subject.view.dispositions.last { $0.kind == kind })
        return facts
    }
}

extension PaperMaterial.CaseMaterial {
    /// Until when re-deliberation may be asked for.
    var redeliberation: DeadlineSummary? {
        guard view.decision?.outcome == .rejected, view.redeliberation == nil else { return nil }
        return view.deadlines.last { $0.owedBy == .applicant && $0.endedOn == nil && $0.dueOn != nil }
    }
}
