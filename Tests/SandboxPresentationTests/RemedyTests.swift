import SandboxDomain
import Testing

@testable import SandboxPresentation

/// Every refusal is walked: what it advises can be done by whoever is told, and costs nobody a right.
@Suite("What a refusal advises")
struct RemedyTests {
    /// Who can meet a refusal, where that is not everybody who can do the act it advises.
    private static let told: [Refusal.Code: [GroupRole]] = [
        .caseFile(.draftOnly): [.company], .caseFile(.papersMissing): [.company], .caseFile(.fieldsMissing): [.company],
        .caseFile(.proposalIncomplete): [.company], .caseFile(.attachmentNotEditable): [.company],
        .caseFile(.filedBefore): [.company], .caseFile(.companyClosed): [.company],
        .caseFile(.supplementOpen): [.desk], .caseFile(.supplementAmbiguous): [.company, .desk, .ministry],
        .caseFile(.supplementNotDue): [.desk], .caseFile(.supplementRepeated): [.desk, .ministry],
        .consultation(.open): [.desk], .consultation(.roundOpen): [.desk], .consultation(.missing): [.desk, .ministry],
        .consultation(.alreadyReplied): [.desk, .ministry], .consultation(.replyLapsed): [.desk, .ministry],
        .consultation(.lapseContested): [.desk, .ministry], .consultation(.lapseNotContested): [.desk],
        .consultation(.fastTrackUnfounded): [.desk], .consultation(.documentRequired): [.desk],
        .consultation(.ministriesUnasked): [.desk],
        .condition(.evidenceNoneOpen): [.desk], .objection(.noneOpen): [.desk], .recall(.reliedOn): [.desk],
        .grant(.doneOnce): [.company, .ministry, .desk], .grant(.extendedOnce): [.desk],
        .grant(.planNotOwed): [.ministry],
        .decision(.alreadyDecided): [.desk], .decision(.conditionsDropped): [.desk],
        .condition(.conditionIncomplete): [.desk], .condition(.changeReplyOpen): [.desk],
        .grant(.insuranceMissing): [.company], .grant(.coverTooSmall): [.company], .grant(.conditionsUnmet): [.company],
        .grant(.hearingMissing): [.desk], .grant(.permitNotApplicable): [.company],
        .deadline(.stopped): [.desk], .deadline(.stopPaperRequired): [.desk], .deadline(.stopsOverlap): [.desk],
        .organisation(.personIsSelf): [.operator],
        .organisation(.personDisabled): [.operator], .schemaOlder: [.operator], .schemaBeforeRelease: [.operator],
        .schemaDefinitionsDiffer: [.operator],
    ]

    @Test("can be done by whoever is told") func takers() {
        for refusal in RefusalSamples.all {
            guard let remedy = refusal.remedy else { continue }
            let committee: [GroupRole]? = if case .committee = refusal { [.desk] } else { nil }
            let told = Self.told[refusal.code] ?? committee ?? GroupRole.allCases
            #expect(told.allSatisfy(remedy.takers.contains), "\(refusal.code): \(remedy)")
        }
    }

    @Test("costs nobody a right: nothing is returned, withdrawn or rejected on its advice") func rights() {
        for remedy in Remedy.allCases {
            #expect(!remedy.wording.ko.contains("반려") && !remedy.wording.en.contains("return the case"), "\(remedy)")
        }
    }

    @Test("does not send anybody to wait for a stage that does not come") func stages() {
        #expect(Refusal.wrongStage(.filed, allowed: [.draft]).remedy == nil)
        #expect(Refusal.wrongStage(.returned, allowed: [.filed]).remedy == nil)
        #expect(Refusal.wrongStage(.decided, allowed: [.received, .consulting]).remedy == nil)
        #expect(Refusal.wrongStage(.draft, allowed: [.filed, .received]).remedy == .rightStage)
        #expect(Refusal.wrongStage(.filed, allowed: [.consulting]).remedy == .rightStage)
    }
}
