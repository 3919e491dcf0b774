import SandboxDomain

/// The parts of a regime file. Each is read to its end whatever was wrong before it.
extension FormReader {
    /// What a regime file says, before its text is added.
    struct RegimeContents {
        let document: RegimeDocument
        let validFrom: CivilDate?
        let appliesToOpenCases: Bool
        let note: String?
    }

    mutating func regimeFile(_ root: FormTree) -> RegimeContents? {
        let keys = root.mapping(RegimeKeys.document, &self)
        func tree(_ key: String) -> FormTree { keys[key] ?? FormTree(node: nil, name: key) }
        let code = tree("regime").required(in: root, &self, RegimeWords.code)
        let name = regimeName(tree("name"), root)
        let basis = tree("basis").required(in: root, &self, RegimeWords.label)
        let timeZone = tree("time_zone").required(in: root, &self, RegimeWords.timeZone)
        let meetingName = regimeName(tree("meeting_name"), root, RegimeWords.meetingName)
        let calendar = regimeCalendar(tree("calendar"), root)
        let committees = regimeCommittees(tree("committees"))
        var tracks: [RegimeDocument.Track] = []
        var named = RegimeNames(committees: committees.named)
        for item in tree("tracks").list(&self) {
            if let track = regimeTrack(item, &named) { tracks.append(track) }
        }
        if tree("tracks").isBlank { report(.missingValue, at: tree("tracks").node ?? root.node, field: "tracks") }
        let (rules, unread) = regimeRules(tree("rules"), tracks: named.tracks)
        checkGrants(named, rules: rules, unread: unread)
        let insurance = regimeCovers(tree("insurance"))
        let grounds = regimeGrounds(tree("disclosure_grounds"))
        let endings = regimeLawEndings(tree("law_endings"))
        let issuer = regimeIssuer(tree("issuer"))
        let parts = regimePaperParts(tree("paper_parts"))
        let papers = regimePaperTemplates(tree("official_papers"), parts, tracks: named.tracks)
        if !papers.isEmpty, issuer == nil {
            report(.missingValue, at: tree("issuer").node ?? root.node, field: "issuer")
        }
        let otherNames = regimeOtherNames(tree("other_names"))
        let validFrom = tree("valid_from").value(&self, RegimeWords.date)
        let appliesTo = tree("applies_to").value(&self) { text throws(InputProblem) in
            try RegimeWords.word(text, ["new-cases", "open-cases"])
        }
        let note = tree("note").value(&self, RegimeWords.prose)
        guard let code, let name, let basis, let timeZone, let meetingName, let calendar else { return nil }
        return RegimeContents(
            document: RegimeDocument(
                code: RegimeCode(code), name: name, basis: basis, timeZone: timeZone, meetingName: meetingName,
                calendar: calendar, committees: committees.read, tracks: tracks, rules: rules, insurance: insurance,
                disclosureGrounds: grounds,
                lawEndings: endings, otherNames: otherNames, issuer: issuer, paperParts: parts, officialPapers: papers),
            validFrom: validFrom, appliesToOpenCases: appliesTo == "open-cases", note: note)
    }

    mutating func regimeName(
        _ tree: FormTree, _ parent: FormTree,
        _ rule: (String) throws(InputProblem) -> String = RegimeWords.label
    ) -> RegimeDocument.Name? {
        let keys = tree.mapping(RegimeKeys.name, &self)
        let place = tree.node == nil ? parent : tree
        let korean = keys["ko"]?.required(in: place, &self, rule)
        let english = keys["en"]?.required(in: place, &self, rule)
        guard let korean, let english else { return nil }
        return .init(korean, english)
    }

    /// The values of a list, each of which can be read separately.
    mutating func regimeList<T>(_ tree: FormTree?, _ make: (String) throws(InputProblem) -> T) -> [T] {
        (tree?.list(&self) ?? []).compactMap { $0.value(&self, make) }
    }

    /// Notes a code that occurs for the second time.
    mutating func regimeCode(_ code: String?, at tree: FormTree?, among known: [String]) {
        guard let code, let tree, known.contains(code) else { return }
        report(.repeatedName(code), at: tree.node, field: tree.name)
    }

    private mutating func regimeCalendar(_ tree: FormTree, _ root: FormTree) -> RegimeDocument.Calendar? {
        let keys = tree.mapping(RegimeKeys.calendar, &self)
        let place = tree.node == nil ? root : tree
        let code = keys["code"]?.required(in: place, &self, RegimeWords.code)
        let name = keys["name"].flatMap { regimeName($0, place) }
        let closed = regimeList(keys["closed_weekdays"]) { text throws(InputProblem) in
            try RegimeDocument.Weekday(code: text)
        }
        let opens = keys["opens_at"]?.required(in: place, &self, RegimeWords.time)
        let closes = keys["closes_at"]?.required(in: place, &self, RegimeWords.time)
        if let opens, let closes, opens >= closes {
            report(.endsBeforeStart, at: keys["closes_at"]?.node, field: "calendar.closes_at")
        }
        let foreseen = keys["foreseen"].flatMap { regimeForeseen($0) }
        guard let code, let name, let opens, let closes else { return nil }
        let weekdays = RegimeDocument.Weekday.allCases.filter { closed.contains($0) }
        return .init(
            code: code, name: name, closedWeekdays: weekdays, opensAt: opens, closesAt: closes, foreseen: foreseen)
    }

    private mutating func regimeTrack(_ tree: FormTree, _ named: inout RegimeNames) -> RegimeDocument.Track? {
        let keys = tree.mapping(RegimeKeys.track, &self)
        let code = keys["track"]?.required(in: tree, &self, RegimeWords.code)
        regimeCode(code, at: keys["track"], among: named.tracks)
        // A track with a mistake in it still exists: rules that name it are not reported as naming an unknown track.
        if let code { named.tracks.append(code) }
        let prefix = regimePrefix(keys["prefix"], tree, &named)
        let name = keys["name"].flatMap { regimeName($0, tree) }
        let basis = keys["basis"]?.required(in: tree, &self, RegimeWords.label)
        let grants = keys["grants"]?.required(in: tree, &self, RegimeWords.truth)
        let since = keys["since"]?.required(in: tree, &self, RegimeWords.date)
        let opinions = regimeList(keys["opinions"]) { text throws(InputProblem) in try Opinion(code: text) }
        let outcomes = regimeList(keys["outcomes"]) { text throws(InputProblem) in try DecisionOutcome(code: text) }
        let imported = regimeList(keys["imported_outcomes"]) { text throws(InputProblem) in
            try DecisionOutcome(code: text)
        }
        for outcome in imported where outcomes.contains(outcome) {
            let place = keys["imported_outcomes"]
            report(.repeatedName(outcome.rawValue), at: place?.node, field: place?.name)
        }
        if keys["outcomes"]?.isBlank != false {
            report(.missingValue, at: keys["outcomes"]?.node ?? tree.node, field: keys["outcomes"]?.name)
        }
        var sections: [RegimeDocument.Section] = []
        for item in keys["sections"]?.list(&self) ?? [] {
            if let section = regimeSection(item, after: sections) { sections.append(section) }
        }
        var papers: [RegimeDocument.Paper] = []
        for item in keys["papers"]?.list(&self) ?? [] {
            if let paper = regimePaper(item, after: papers) { papers.append(paper) }
        }
        let deciders = regimeDeciders(keys["decided_by"], committees: named.committees)
        let grant = keys["grant"].flatMap { $0.isBlank ? nil : regimeGrant($0, of: code, &named) }
        if grants == false, let place = keys["grant"], !place.isBlank {
            report(.contradiction(.value("grants: false"), .field(Field("grant"))), at: place.node, field: place.name)
        }
        guard let code, let prefix, let name, let basis, let grants, let since else { return nil }
        return .init(
            code: TrackCode(code), prefix: prefix, name: name, basis: basis, grants: grants, since: since,
            opinions: opinions, outcomes: outcomes, importedOutcomes: imported, sections: sections, papers: papers,
            deciders: deciders, grant: grant)
    }

    private mutating func regimeSection(
        _ tree: FormTree, after earlier: [RegimeDocument.Section]
    ) -> RegimeDocument.Section? {
        let keys = tree.mapping(RegimeKeys.section, &self)
        let code = keys["section"]?.required(in: tree, &self, RegimeWords.code)
        regimeCode(code, at: keys["section"], among: earlier.map(\.code))
        let name = keys["name"].flatMap { regimeName($0, tree) }
        let isRequired = keys["required"]?.required(in: tree, &self, RegimeWords.truth)
        guard let code, let name, let isRequired else { return nil }
        return .init(code, name: name, isRequired: isRequired)
    }

    private mutating func regimePaper(
        _ tree: FormTree, after earlier: [RegimeDocument.Paper]
    ) -> RegimeDocument.Paper? {
        let keys = tree.mapping(RegimeKeys.paper, &self)
        let code = keys["paper"]?.required(in: tree, &self, RegimeWords.code)
        regimeCode(code, at: keys["paper"], among: earlier.map(\.code))
        let name = keys["name"].flatMap { regimeName($0, tree) }
        let basis = keys["basis"]?.required(in: tree, &self, RegimeWords.label)
        let isRequired = keys["required"]?.required(in: tree, &self, RegimeWords.truth)
        guard let code, let name, let basis, let isRequired else { return nil }
        return .init(code, name: name, basis: basis, isRequired: isRequired)
    }
}
