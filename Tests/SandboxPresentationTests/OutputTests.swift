import SandboxDomain
import Testing

@testable import SandboxPresentation

@Suite("Output")
struct OutputTests {
    @Test("is a table on a terminal and tab-separated elsewhere, unless a format is asked for")
    func formats() {
        let terminal = Output(format: nil, language: nil, environment: ["TERM": "xterm"], terminalWidth: 80)
        #expect(terminal.format == .table && terminal.isTerminal && terminal.width == 80 && terminal.hasColours)
        let pipe = Output(format: nil, language: nil, environment: ["TERM": "xterm"], terminalWidth: nil)
        #expect(pipe.format == .tsv && !pipe.isTerminal && pipe.width == nil && !pipe.hasColours)
        #expect(Output(format: .csv, language: nil, environment: [:], terminalWidth: 80).format == .csv)
        #expect(Output(format: nil, language: nil, environment: [:], terminalWidth: 0).width == nil)
    }

    @Test(
        "has colours only where they are wanted",
        arguments: [
            ([:], true, true), ([:], false, false), (["TERM": "dumb"], true, false), (["NO_COLOR": "1"], true, false),
            (["NO_COLOR": ""], true, true), (["CLICOLOR_FORCE": "1"], false, true),
            (["CLICOLOR_FORCE": "0"], false, false),
            (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], true, false), (["CLICOLOR": "0"], true, false),
            (["CLICOLOR_FORCE": "1", "TERM": "dumb"], true, true),
        ] as [([String: String], Bool, Bool)])
    func colours(_ environment: [String: String], _ isTerminal: Bool, _ wanted: Bool) {
        #expect(Colours.areWanted(environment: environment, isTerminal: isTerminal) == wanted)
    }

    @Test("paints nothing that is plain, empty or unwanted")
    func paint() {
        #expect(Colours.paint("반려", .bad, true) == "\u{1B}[31m반려\u{1B}[0m")
        #expect(Colours.paint("반려", .bad, false) == "반려")
        #expect(Colours.paint("반려", .plain, true) == "반려")
        #expect(Colours.paint("", .bad, true).isEmpty)
    }

    @Test("shows days to people in their way, and near ones by their distance")
    func dates() {
        let today: CivilDate = "2026-11-23"
        let filed: CivilDate = "2026-10-23"
        let old: CivilDate = "2026-10-22"
        #expect(today.text(.korean) == "2026. 11. 23.")
        #expect(today.text(.english) == "23 Nov 2026")
        #expect(filed.text(.korean, .relative, today: today) == "31일 전")
        #expect(old.text(.korean, .relative, today: today) == "2026. 10. 22.")
        #expect(old.text(.english, .relative, today: nil) == "22 Oct 2026")
        let due: CivilDate = "2027-01-02"
        #expect(due.text(.korean, .countdown, today: today) == "2027. 1. 2. (D-40)")
        #expect(today.text(.english, .countdown, today: today) == "23 Nov 2026 (D-day)")
    }

    @Test(
        "reads moments as PostgreSQL prints them",
        arguments: [
            ("2026-11-23 14:05:09", "2026-11-23T14:05:09"),
            ("2026-11-23 14:05:09.123456+09", "2026-11-23T14:05:09+09:00"),
            ("2026-11-23T04:05:09Z", "2026-11-23T04:05:09Z"), ("2026-11-23 14:05:09-0330", "2026-11-23T14:05:09-03:30"),
            ("2026-11-23 14:05:09+05:45", "2026-11-23T14:05:09+05:45"),
        ])
    func moments(_ text: String, _ iso: String) throws {
        let moment = try #require(Timestamp(postgres: text))
        #expect(Cell.timestamp(moment).plainText == iso)
        #expect(moment.text(.korean) == "2026. 11. 23. \(iso.dropFirst(11).prefix(5))")
    }

    @Test(
        "reads nothing else as a moment",
        arguments: [
            "", "infinity", "2026-11-23", "2026-13-01 00:00:00", "2026-11-23 24:00:00", "2026-11-23 14:05:09+9",
            "2026-11-23 14:05:09 BC", "2026-11-23 14:05:0x", "2026-11-23 14:05:09+09:00:30",
        ])
    func noMoments(_ text: String) {
        #expect(Timestamp(postgres: text) == nil)
    }

    @Test("draws bars of one length, and no share looks like none or all unless it is")
    func bars() {
        for value in -1...1_001 {
            let bar = Bar.text(value, of: 1_000, width: 10)
            #expect(bar.count == 10)
            #expect(bar.contains("█") == (value > 0) && bar.contains("░") == (value < 1_000))
        }
        #expect(Bar.text(6, of: 10, width: 10) == "██████░░░░")
        #expect(Bar.text(1, of: 0, width: 3) == "░░░" && Bar.text(1, of: 2, width: 0) == "")
        #expect(Bar.sparkline([0, 1, 50, 100]) == " ▁▄█" && Bar.sparkline([0, 0]) == "  " && Bar.sparkline([]) == "")
    }
}
