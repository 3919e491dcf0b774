import SandboxDomain
import SandboxPresentation
import Testing

@testable import SandboxViews

@Suite("Last days on official papers") struct PaperDayTests {
    @Test("say how far holidays are known where they hang on days that nobody has announced") func doubt() {
        let day: CivilDate = "2028-01-31"
        let foreseen = CalendarDoubt(.foreseen, knownTo: "2027-12-31")
        #expect(day.onPaper(nil, .korean) == "2028. 1. 31.")
        #expect(day.onPaper(foreseen, .korean) == "2028. 1. 31.(예상일, 공휴일은 2027. 12. 31.까지 확정)")
        #expect(day.onPaper(foreseen, .english) == "31 Jan 2028 (expected; holidays are known to 31 Dec 2027)")
        #expect(day.onPaper(CalendarDoubt(.foreseen, knownTo: nil), .korean) == "2028. 1. 31.(예상일, 공휴일 미확정)")
        #expect(day.onPaper(CalendarDoubt(.unknown, knownTo: "2027-12-31"), .english) == nil)
    }
}
