import SandboxDomain

/// One refusal of every code, and more where its words depend on its values.
enum RefusalSamples {
    static let all: [Refusal] = {
        let parts: [[Refusal]] = [
            caseFile.map { .caseFile($0) },
            consultation.map { .consultation($0) },
            committee.map { .committee($0) },
            decision.map { .decision($0) },
            condition.map { .condition($0) },
            grant.map { .grant($0) },
            objection.map { .objection($0) },
            recall.map { .recall($0) },
            official.map { .paper($0) },
            deadline.map { .deadline($0) },
            organisation.map { .organisation($0) },
            office.map { .office($0) },
            roadmap.map { .roadmap($0) },
            summit.map { .summit($0) },
            regime.map { .regime($0) },
        ]
        return shared + parts.joined()
    }()

    private static let paper = Gap(
        .paper, "test-plan", korean: "실증계획서", english: "test plan", basis: "시행령 제42조의4제1항")
    private static let main = MeetingReference(committee: "main", number: 43)

    private static let shared: [Refusal] = [
        .wrongStage(.draft, allowed: [.filed, .received]),
        .wrongStage(.decided, allowed: []),
        .reasonRequired,
        .dateInFuture("2030-01-01"),
        .appendOnly,
        .idempotencyKeyReused("k1"),
        .schemaOlder(database: 3, program: 11),
        .schemaNewer(database: 12, program: 11),
        .schemaDefinitionsDiffer,
        .schemaBeforeRelease,
        .superuserActing,
        .dateOutside("2027-01-01", earliest: "2026-11-01", latest: "2026-11-23"),
        .dateOutside("2027-01-01", earliest: "2026-11-23", latest: "2026-11-23"),
        .wrongStage(.consulting, allowed: [.received]),
    ]

    private static let caseFile: [CaseFileRefusal] = [
        .draftOnly(.filed),
        .papersMissing([paper]),
        .fieldsMissing([paper]),
        .proposalIncomplete(papers: [paper], fields: [paper]),
        .attachmentTooLarge(name: "계획.pdf", size: 30_000_000, limit: 20_000_000),
        .attachmentEmpty(name: "계획.pdf"),
        .attachmentNotEditable(.decided),
        .supplementOpen([1, 2]),
        .supplementRepeated(1),
        .supplementAmbiguous([1, 2]),
        .supplementNotOwn(1, "국토교통부"),
        .supplementNotDue(1, nil),
        .supplementNotDue(1, "2026-12-01"),
        .supplementNoneOpen,
        .alreadyAnswered(2),
        .trackClosed(.demonstration),
        .companyClosed("달구름"),
        .filedBefore(.draft(CaseFileID(1))),
    ]

    private static let consultation: [ConsultationRefusal] = [
        .open(["문화체육관광부", "개인정보보호위원회"]),
        .missing,
        .roundOpen(ministry: "국토교통부", round: 2),
        .alreadyReplied(round: 1),
        .notAMinistry("카카오페이"),
        .opinionNotForTrack(.permitNeeded, .demonstration, known: [.agree, .oppose]),
        .alreadyNotified("2026-11-02"),
        .replyLapsed("2026-11-02"),
        .lapseContested,
        .lapseOpen(["MOJ"]),
        .lapseMissing("MOJ"),
        .noFastTrack(.rapidConfirmation),
        .lapseNotContested,
        .fastTrackUnfounded,
        .documentRequired,
        .ministriesUnasked(["국토교통부"]),
        .ministryAsked("국토교통부"),
    ]

    private static let committee: [CommitteeRefusal] = [
        .meetingExists(main),
        .compositionUnlawful([
            .members(3, minimum: 7, maximum: 20), .chairs(0), .privateMembers(1, minimum: 2), .fromMain(0, minimum: 1),
        ]),
        .agendaFrozen(main),
        .agendaNotFrozen(main),
        .agendaEmpty(main),
        .meetingCancelled(main),
        .meetingBegun(main),
        .alreadyTabled(main),
        .committeeNotForTrack("main", .rapidConfirmation, known: []),
        .precedentRequired,
        .delegationRequired,
        .delegationNotAllowed,
        .notOnAgenda,
        .itemClosed,
        .meetingNotBegun("2026-12-10"),
        .memberRecused("A"),
        .memberHasVoted("A"),
        .memberHasNotVoted("A"), .voteUnchanged("A"),
        .quorumMissing(present: 4, composed: 9),
        .votesSayOtherwise(.granted, inFavour: 2, present: 5),
        .notRejected,
        .redeliberatedOnce,
        .redeliberationTooLate("2026-11-23"),
        .notAPrecedent(.draft(CaseFileID(1))),
        .precedentNamed,
        .mediationOpen,
        .mediationNoneOpen,
        .mediationDateOutside("2027-01-01", earliest: "2026-11-01", latest: "2026-11-23"),
        .committeeClosed("main"),
    ]

    private static let decision: [DecisionRefusal] = [
        .ministryNotConsulted,
        .outcomeNotForTrack(.noRegulation, .demonstration, known: [.granted, .rejected]),
        .conditionsRequired,
        .conditionsNotAllowed,
        .dateOutside("2027-01-01", earliest: "2026-11-01", latest: "2026-11-23"),
        .alreadyDecided,
        .againstReplies(["식품의약품안전처"]),
        .conditionsDropped(2),
    ]

    private static let condition: [ConditionRefusal] = [
        .conditionIncomplete([
            .init(number: 1, lacksPurpose: true, lacksEvidence: true),
            .init(number: 2, lacksPurpose: true, lacksEvidence: false),
            .init(number: 3, lacksPurpose: false, lacksEvidence: true),
        ]),
        .conditionNotStanding,
        .conditionChangeOpen(2),
        .conditionChangeNoneOpen(2),
        .evidenceNoneOpen(2),
        .changeReplyNotOwed(2),
        .changeReplyOpen(["개인정보보호위원회"]),
        .conditionGrantOver(2),
        .conditionGrantInForce(2),
        .conditionWaived(2),
    ]

    private static let grant: [GrantRefusal] = [
        .validityNotBegun,
        .notAGrant(.draft(CaseFileID(1))),
        .wrongState(.expired, allowed: [.running]),
        .wrongState(.running, allowed: []),
        .notForTrack(.suspend, .temporaryPermit),
        .doneOnce(.correct),
        .extendedOnce,
        .insuranceMissing(until: "2028-11-22"),
        .coverTooSmall([CoverGap("death", korean: "사망", english: "death", amount: 1, minimum: 2, basis: "Decree 42")]),
        .conditionsUnmet([1, 2]),
        .hearingMissing("fraud"),
        .groundNotGiven("whim", known: ["fraud"]),
        .groundNotGiven("whim", known: []),
        .windowClosed("2026-11-23"),
        .extensionNotAsked,
        .validityTooLong(latest: "2028-11-22"),
        .validityTooLong(latest: "2028-11-22", now: "2027-11-22"),
        .revisionNotRequested,
        .planNotOwed,
        .permitNotApplicable, .detailMissing,
        .partNotOpen(3),
    ]

    private static let recall: [RecallRefusal] =
        [.nothingEntered, .notRecalled] + Reliance.allCases.filter { $0 != .kind }.map { .reliedOn($0) }

    private static let objection: [ObjectionRefusal] = [
        .noDisposition(nil),
        .noDisposition(2),
        .objectedBefore(1),
        .tooLate("2026-11-30"),
        .noneOpen(nil),
        .noneOpen(2),
    ]

    private static let official: [PaperRefusal] = [
        .noTemplate(.receipt),
        .noTemplate(nil),
        .nothingToTell(.certificate),
        .nothingToTell(nil),
        .incomplete([.field(.address), .table(.conditions)]),
        .incomplete([.field(.official)]), .incomplete([.field(.division), .field(.address)]),
        .incomplete([.field(.outcome)]),
        .officialUnknown("kim"),
        .officialUnknown(nil),
        .alreadyIssued(edition: 2),
    ]

    private static let deadline: [DeadlineRefusal] = [
        .ended("2026-11-02"),
        .extensionNotInRule(basis: "§ 1"),
        .extensionUsedUp(1),
        .extensionTooLong(maximum: 30, .day),
        .extensionTooLate("2026-11-02"),
        .notOwed(nil),
        .stopCauseUnknown(.revision, known: [.mediation]),
        .stopped("2026-11-02"),
        .notStopped,
        .stopPaperRequired,
        .stopsOverlap,
        .stopUndone(3),
        .supplementOpen(2),
        .dayOutsideCalendar,
        .holidaysMissing(["2028-01-26 설날 전날"]),
    ]

    private static let organisation: [OrganisationRefusal] = [
        .wrongKind(.desk, .company),
        .required(.ministry),
        .exists("KT"),
        .same("㈜KT", as: "KT"),
        .numberWrong("124-81-00999"),
        .numberTaken("124-81-00998", by: "KT"),
        .closed("KT"),
        .personExists("kim"),
        .personIsAdministrator("postgres"),
        .personDisabled("kim"),
        .personEnabled("kim"),
        .personIsSelf,
        .personIsLast(.auditor),
        .rightMissing(.decide),
        .passwordTooShort(10),
    ]

    private static let office: [OfficeRefusal] = [
        .notColleague("kim"),
        .absenceOverlaps("kim", from: "2026-12-01", until: "2026-12-05"),
        .notAbsent("kim"),
    ]

    private static let roadmap: [RoadmapRefusal] = [
        .taskNotOwed(["MOJ"]),
        .inForceDateNotForStatus(.drafting),
        .statusUnreachable(.merged, .planned),
        .taskContinued("ai-2025/T01"),
        .taskEnded("ai-2025/T01", .dropped),
        .alreadyPromised("2021", "2020-12-24"),
        .beforeBaseline("2020-12-24"),
        .nothingToTakeBack,
        .reportTooEarly("2026-12-01"),
        .noReportOwed,
    ]

    private static let summit: [SummitRefusal] = [
        .commitmentNotOwn("Naver"),
        .commitmentSettled,
        .commitmentOpen,
        .councilReportsLater,
    ]

    private static let regime: [RegimeRefusal] = [
        .begun("2026-08-02"),
        .notBegun,
        .fixed("time_zone", from: "Asia/Seoul", to: "Europe/Brussels"),
        .committeeTaken("main", by: "kr-ict"),
        .otherAuthority("kr-ict", "과학기술정보통신부"),
        .prefixTaken("DE", by: "eu-ai-act"),
    ]
}
