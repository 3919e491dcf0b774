import SandboxDomain
import SandboxTesting

/// A grant's life in a few numbers, and in which legal state it is on a day: the law told a second time, as a story that
/// runs forward, for comparison with what the database derives.
struct GrantHistory {
    var track: TrackCode
    var grantedOn: Int
    /// How many ministries were consulted: those that owe plan and finding.
    var ministries: Int
    /// Whether the validity begins with the business and not with the grant.
    var beginsWithBusiness = false
    var acts: [Act] = []

    struct Act {
        var day: Int
        var act: GrantAct
        var ministry: Int?
        var months: Int?
        var finding: RevisionFinding?
        var until: Int?
        var level: LawLevel?
    }

    /// The last day of the validity by what is known on a day: two years, and what an extension adds (K11, K12); nil: it has
    /// not begun.
    func end(on day: Int) -> Int? {
        let commenced = acts.first { $0.act == .commence && $0.day <= day }?.day
        guard let first = beginsWithBusiness ? commenced : grantedOn else { return nil }
        var end = Self.monthsOn(first, 24) - 1
        for act in acts where act.day <= day { if let months = act.months { end = Self.monthsOn(end + 1, months) - 1 } }
        return end
    }

    /// The last day in force by what is known on a day; nil: nothing ends it yet.
    func last(on day: Int, _ isOpen: (Int) -> Bool) -> Int? {
        let known = acts.filter { $0.day <= day }
        if let final = known.first(where: { $0.act.isFinal })?.day {
            var before = self
            before.acts.removeAll { $0.act.isFinal }
            return min(final, before.last(on: day, isOpen) ?? final)
        }
        guard let end = end(on: day) else { return nil }
        if track == .demonstration {
            guard known.contains(where: { $0.act == .requestRevision }) else { return end }
            let findings = known.filter { $0.finding != nil }
            guard let needed = findings.first(where: { $0.finding == .needed }) else {
                guard findings.count >= max(1, ministries) else { return nil }
                return max(end, findings.map(\.day).max() ?? 0, findings.compactMap(\.until).max() ?? 0)
            }
            let isRefused = known.contains { $0.act == .permitRefused }
            if known.contains(where: { $0.act == .applyPermit }), !isRefused { return nil }
            return max(end, window(needed.day, end, isOpen), known.last { $0.act == .permitRefused }?.day ?? 0)
        }
        guard known.contains(where: { $0.act == .extend }), level(on: day) != .act else { return end }
        guard let completed = known.last(where: { $0.act == .revise })?.day else { return nil }
        return max(end, completed)
    }

    /// Three months from the notice, its day not counted, on to an open day, and not before the validity ends (K16).
    func window(_ notice: Int, _ end: Int, _ isOpen: (Int) -> Bool) -> Int {
        var day = Self.monthsOn(notice + 1, 3) - 1
        while !isOpen(day) { day += 1 }
        return max(day, end)
    }

    /// What each ministry said last of the level of its law; an Act outweighs all others.
    func level(on day: Int) -> LawLevel? {
        var said: [Int: LawLevel] = [:]
        for act in acts where act.day <= day { if let level = act.level { said[act.ministry ?? 0] = level } }
        return said.values.contains(.act) ? .act : said.values.first
    }

    /// The legal state on a day.
    func state(on day: Int, _ isOpen: (Int) -> Bool) -> GrantState {
        var (hasCommenced, isSuspended) = (false, false)
        for act in acts where act.day <= day {
            switch act.act {
            case .revoke: return .revoked
            case .graduate: return .graduated
            case .recordInterpretation: return .unnecessary
            case .convert: return .converted
            case .renounce: return .ended
            case .commence: hasCommenced = true
            case .suspend: isSuspended = true
            case .resume: isSuspended = false
            default: break
            }
        }
        if let last = last(on: day, isOpen), day > last { return .expired }
        if isSuspended { return .suspended }
        if day <= end(on: day) ?? day { return hasCommenced ? .running : .preparing }
        if track == .demonstration { return .deemedRunning }
        return level(on: day) == nil ? .undetermined : .deemedExtended
    }

    /// The same day so many months later; in a month without that day, the first of the next one, so that a period that ends
    /// the day before ends with the month.
    static func monthsOn(_ day: Int, _ months: Int) -> Int {
        guard let date = CivilDate(dayNumber: day) else { return day }
        let index = date.year * 12 + date.month - 1 + months
        if let same = CivilDate(year: index / 12, month: index % 12 + 1, day: date.day) { return same.dayNumber }
        let next = index + 1
        return CivilDate(year: next / 12, month: next % 12 + 1, day: 1)?.dayNumber ?? day
    }
}

extension GrantAct {
    /// Whether it ends the grant.
    fileprivate var isFinal: Bool { [.revoke, .graduate, .recordInterpretation, .convert, .renounce].contains(self) }
}

extension GrantHistory {
    /// A life as the rules would allow it: acts at random days, each possible in the state the grant is in.
    static func random(_ generator: inout some RandomNumberGenerator, _ isOpen: (Int) -> Bool) -> GrantHistory {
        let first = CivilDate(year: 2019, month: 2, day: 1)?.dayNumber ?? 0
        var history = GrantHistory(
            track: Bool.random(using: &generator) ? .demonstration : .temporaryPermit,
            grantedOn: first + .random(in: 0..<2000, using: &generator),
            ministries: .random(in: 0...2, using: &generator), beginsWithBusiness: .random(using: &generator))
        var day = history.grantedOn
        for _ in 0..<Int.random(in: 0...14, using: &generator) {
            day += .random(in: 0...1, using: &generator) == 0 ? 0 : .random(in: 1...260, using: &generator)
            let state = history.state(on: day, isOpen)
            let choices = GrantAct.allCases.filter { history.mayChoose($0, state, day, isOpen) }
            guard let act = choices.randomElement(using: &generator) else { continue }
            // A final act ends most lives too early to be interesting.
            if [.revoke, .graduate, .recordInterpretation, .renounce, .convert].contains(act),
                Int.random(in: 0..<6, using: &generator) > 0
            {
                continue
            }
            history.acts.append(history.filled(act, day, &generator))
        }
        return history
    }

    private func mayChoose(_ act: GrantAct, _ state: GrantState, _ day: Int, _ isOpen: (Int) -> Bool) -> Bool {
        func has(_ wanted: GrantAct) -> Bool { acts.contains { $0.act == wanted } }
        let isDemonstration = track == .demonstration
        let needed = acts.first { $0.finding == .needed }
        switch act {
        case .convert, .permitRefused:
            return state.isInForce && has(.applyPermit) && !has(.permitRefused)
        case .suspend: return isDemonstration && act.states.contains(state)
        case .extend: return act.states.contains(state) && !has(.extend) && end(on: day) != nil
        case .requestRevision: return isDemonstration && act.states.contains(state) && !has(.requestRevision)
        case .recordFinding:
            return act.states.contains(state) && has(.requestRevision)
                && acts.count { $0.act == .recordFinding } < max(1, ministries)
        case .applyPermit:
            guard let needed, let end = end(on: day) else { return false }
            return act.states.contains(state) && !has(.applyPermit) && day <= window(needed.day, end, isOpen)
        case .commence: return act.states.contains(state)
        case .revise: return !has(.revise)
        case .plan: return ministries > 0
        case .resume, .revoke, .graduate, .recordInterpretation, .renounce: return act.states.contains(state)
        default: return false
        }
    }

    private func filled(_ act: GrantAct, _ day: Int, _ generator: inout some RandomNumberGenerator) -> Act {
        var filled = Act(day: day, act: act)
        switch act {
        case .extend: filled.months = .random(in: 1...24, using: &generator)
        case .recordFinding:
            filled.ministry = acts.count { $0.act == .recordFinding }
            filled.finding = Bool.random(using: &generator) ? .needed : .notNeeded
            if filled.finding == .notNeeded, Bool.random(using: &generator) {
                filled.until = day + .random(in: 0...400, using: &generator)
            }
            filled.level = LawLevel.allCases.randomElement(using: &generator)
        case .plan:
            filled.ministry = .random(in: 0..<max(1, ministries), using: &generator)
            filled.level = Bool.random(using: &generator) ? LawLevel.allCases.randomElement(using: &generator) : nil
        default: break
        }
        return filled
    }
}
