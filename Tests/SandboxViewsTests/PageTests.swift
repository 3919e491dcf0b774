import SandboxDomain
import SandboxPresentation
import SandboxViews
import Testing

@testable import SandboxCore

/// What a web page needs is here, without the command line: this file does not import it.
@Suite("A page can be made")
struct PageTests {
    private func html(_ page: Page) -> String { String(decoding: page.html(.english), as: UTF8.self) }

    @Test("from a listing") func listing() throws {
        let rows = [
            DeadlineContradiction(
                reference: try DeadlineReference("DE-2026-0001/2"), problem: .dueDiffers, found: nil,
                expected: try CivilDate(iso: "2026-11-23"))
        ]
        let title = Wording("모순", "Contradictions")
        let page = html(
            Page(title, [.init(nil, [.table(title, EmbeddedTable(.contradictions, rows))])]))
        #expect(page.contains("<th") && page.contains("Expected") && page.contains("DE-2026-0001/2"))
    }

    @Test("from a detail") func detail() {
        let reach = CheckCalendar.Reach(calendar: CalendarCode("kr"), firstYear: 2000, lastYear: 2060, holidays: 900)
        let detail = Detail(CheckCalendar.Findings(reaches: [reach], deadlines: []), .english)
        let page = html(Page(Wording("달력 확인", "Check of the calendars"), detail: detail))
        #expect(page.contains("<h1>Check of the calendars</h1>") && page.contains("2060"))
    }

    @Test("from a confirmation, with whose turn it is") func confirmation() throws {
        let moved = MovedCase(reference: try CaseReference("DE-2026-0001"), stage: .received)
        let task = CaseDetail.OpenTask(
            waitingOn: .desk, organisation: nil, task: .consult, since: try CivilDate(iso: "2026-11-23"),
            about: nil)
        let confirmation = Confirmation(received: moved, openTasks: [task])
        #expect(confirmation.next.map(\.en) == ["Next: the desk sends the case to the ministries."])
        let page = html(Page(confirmation.said, detail: Detail(confirmation)))
        #expect(page.contains("<h1>DE-2026-0001 was received.</h1>") && page.contains("<dt>Stage</dt>"))
    }

    @Test("from a failure, with everything that is in the way") func failure() throws {
        let paper = Gap(.paper, "test-plan", korean: "실증계획서", english: "test plan", basis: "제42조의4")
        let failure = try #require(
            Failure(Refusal.caseFile(.papersMissing([paper])), notDone: Wording("제출하지 않았습니다", "nothing was filed")))
        let page = html(Page(failure))
        #expect(page.contains("<h1>nothing was filed</h1>") && page.contains("papers are missing"))
        #expect(page.contains("test plan [test-plan]") && page.contains("Attach the papers named above."))
    }
}
