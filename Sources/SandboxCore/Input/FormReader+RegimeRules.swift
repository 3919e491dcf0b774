import SandboxDomain

/// The deadline rules of a regime file.
extension FormReader {
    /// Every rule of the file, and the codes of those that could not be read. The tracks and other rules that a rule
    /// names are looked up when all are read.
    mutating func regimeRules(
        _ tree: FormTree, tracks: [String]
    ) -> (rules: [RegimeDocument.Rule], unread: [String]) {
        var rules: [RegimeDocument.Rule] = []
        var places: [[String: FormTree]] = []
        var named: [String] = []
        for item in tree.list(&self) {
            let keys = item.mapping(RegimeKeys.rule, &self)
            let code = keys["rule"]?.required(in: item, &self, RegimeWords.code)
            regimeCode(code, at: keys["rule"], among: named)
            if let code { named.append(code) }
            guard let rule = regimeRule(item, keys, code, tracks: tracks) else { continue }
            rules.append(rule)
            places.append(keys)
        }
        // A period that starts at the end of another may only follow one that starts with an event: longer chains
        // cannot be followed.
        let standing = Set(rules.filter { $0.start.anchor == nil }.map(\.code))
        let hanging = Set(rules.map(\.code)).subtracting(standing)
        let anchors = named.filter { !hanging.contains($0) }
        for (rule, keys) in zip(rules, places) {
            if let anchor = rule.start.anchor, !anchors.contains(anchor) {
                let place = keys["starts_at_end_of"]?.isBlank == false ? keys["starts_at_end_of"] : keys["or_at_end_of"]
                report(.unknownWord(anchor, known: anchors), at: place?.node, field: place?.name)
            }
            if let floor = rule.noEarlierThan, !anchors.contains(floor) || floor == rule.code {
                report(
                    .unknownWord(floor, known: anchors), at: keys["no_earlier_than"]?.node,
                    field: keys["no_earlier_than"]?.name)
            }
        }
        return (rules, named.filter { code in !rules.contains { $0.code == code } })
    }

    private mutating func regimeRule(
        _ tree: FormTree, _ keys: [String: FormTree], _ code: String?, tracks: [String]
    ) -> RegimeDocument.Rule? {
        let name = keys["name"].flatMap { regimeName($0, tree) }
        let basis = keys["basis"]?.required(in: tree, &self, RegimeWords.label)
        let owedBy = keys["owed_by"]?.required(in: tree, &self) { text throws(InputProblem) in
            try RegimeDocument.Rule.Debtor(code: text)
        }
        let start = regimeStart(tree, keys)
        let endsOn = regimeList(keys["ends_on"], RegimeWords.event)
        let length = keys["length"]?.required(in: tree, &self) { text throws(InputProblem) in
            try PeriodLength(text)
        }
        let counting = keys["counting"]?.required(in: tree, &self) { text throws(InputProblem) in
            try RegimeDocument.Rule.Counting(code: text)
        }
        let forTracks = regimeList(keys["tracks"]) { text throws(InputProblem) in try RegimeWords.word(text, tracks) }
        let stoppedBy = regimeList(keys["stopped_by"]) { text throws(InputProblem) in
            try StopCause(code: text)
        }
        let cap = keys["cap"]?.value(&self, RegimeWords.someLength)
        let extensions = keys["extensions"].flatMap { regimeExtensions($0) }
        let readings = (keys["readings"]?.list(&self) ?? []).compactMap { regimeReading($0) }
        let whenMissed = keys["when_missed"]?.value(&self) { text throws(InputProblem) in
            try RegimeDocument.Rule.Effect(code: text)
        }
        // What silence means, it means after a while. A length that cannot be read is told once.
        if length != nil, let whenMissed, whenMissed != .none {
            _ = keys["length"]?.value(&self, RegimeWords.someLength)
        }
        let missed = keys["missed"].flatMap { $0.isBlank ? nil : regimeName($0, tree, RegimeWords.prose) }
        let floor = keys["no_earlier_than"]?.value(&self, RegimeWords.code)
        let validFrom = keys["valid_from"]?.value(&self, RegimeWords.date)
        let validTo = keys["valid_to"]?.value(&self, RegimeWords.date)
        if let validFrom, let validTo, validFrom > validTo {
            report(.endsBeforeStart, at: keys["valid_to"]?.node, field: keys["valid_to"]?.name)
        }
        guard let code, let name, let basis, let owedBy, let start, let length, let counting else { return nil }
        var rule = RegimeDocument.Rule(
            code: code, name: name, basis: basis, owedBy: owedBy, start: start, endsOn: endsOn, length: length,
            counting: counting)
        (rule.tracks, rule.stoppedBy) = (forTracks.map { TrackCode($0) }, stoppedBy)
        (rule.cap, rule.extensions, rule.noEarlierThan) = (cap, extensions, floor)
        (rule.readings, rule.whenMissed, rule.missed) = (readings, whenMissed ?? .none, missed)
        (rule.validFrom, rule.validTo) = (validFrom, validTo)
        return rule
    }

    /// What starts it: an event, or the end of another rule's period.
    private mutating func regimeStart(
        _ tree: FormTree, _ keys: [String: FormTree]
    ) -> RegimeDocument.Rule.Start? {
        let (event, anchor) = (keys["starts_on"], keys["starts_at_end_of"])
        let isAnchored = anchor?.isBlank == false
        if isAnchored, event?.isBlank == false {
            report(
                .contradiction(.field(Field("starts_on")), .field(Field("starts_at_end_of"))), at: anchor?.node,
                field: anchor?.name)
        }
        let or = keys["or_at_end_of"]
        if isAnchored {
            if or?.isBlank == false {
                report(
                    .contradiction(.field(Field("starts_at_end_of")), .field(Field("or_at_end_of"))), at: or?.node,
                    field: or?.name)
            }
            return anchor?.value(&self, RegimeWords.code).map { .endOf($0) }
        }
        guard let started = event?.required(in: tree, &self, RegimeWords.event) else { return nil }
        if or?.isBlank == false { return or?.value(&self, RegimeWords.code).map { .eventOrEndOf(started, $0) } }
        return .event(started)
    }

    /// Another way in which the law can be read. One that differs in its length says how long it is.
    private mutating func regimeReading(_ tree: FormTree) -> RuleReading? {
        let keys = tree.mapping(RegimeKeys.reading, &self)
        let kind = keys["reading"]?.required(in: tree, &self) { text throws(InputProblem) in
            try RuleReading.Kind(code: text)
        }
        let basis = keys["basis"]?.required(in: tree, &self, RegimeWords.label)
        let text = keys["text"].flatMap { regimeName($0, tree, RegimeWords.prose) }
        let length = keys["length"].flatMap { place in
            kind == .otherLength
                ? place.required(in: tree, &self, RegimeWords.someLength) : place.value(&self, RegimeWords.someLength)
        }
        if length != nil, let kind, kind != .otherLength {
            report(
                .contradiction(.value(kind.rawValue), .field(Field("length"))), at: keys["length"]?.node,
                field: keys["length"]?.name)
        }
        let about = regimeList(keys["about"]) { text throws(InputProblem) in try DispositionKind(code: text) }
        guard let kind, let basis, let text else { return nil }
        return RuleReading(
            kind, basis: basis, korean: text.korean, english: text.english, length: length, about: about)
    }

    private mutating func regimeExtensions(_ tree: FormTree) -> RegimeDocument.Rule.Extensions? {
        if tree.isBlank { return nil }
        let keys = tree.mapping(RegimeKeys.extensions, &self)
        let times = keys["times"]?.required(in: tree, &self) { text throws(InputProblem) in
            try RegimeWords.number(text, 1, 12)
        }
        let length = keys["length"]?.required(in: tree, &self, RegimeWords.someLength)
        let from = keys["from"]?.value(&self) { text throws(InputProblem) in
            try RegimeDocument.Rule.Extensions.From(code: text)
        }
        if from == .expiry, let times, times > 1 {
            report(.notInRange("\(times)", minimum: 1, maximum: 1), at: keys["times"]?.node, field: keys["times"]?.name)
        }
        guard let times, let length else { return nil }
        return .init(times, by: length, from: from ?? .period)
    }
}

/// The single values of a regime file.
enum RegimeWords {
    static func label(_ text: String) throws(InputProblem) -> String { try TextRule.label.checked(text) }
    /// `제{no}차 {committee}`: the placeholders are for the number and the committee.
    static func meetingName(_ text: String) throws(InputProblem) -> String {
        let name = try label(text)
        for place in ["{no}", "{committee}"] where name.firstRange(of: place) == nil { throw .missingPlace(place) }
        return name
    }

    static func prose(_ text: String) throws(InputProblem) -> String { try TextRule.prose.checked(text) }
    static func date(_ text: String) throws(InputProblem) -> CivilDate { try CivilDate(typed: trimmed(text)) }
    static func event(_ text: String) throws(InputProblem) -> String { try word(text, RegimeDocument.Rule.events) }

    static func number(
        _ text: String, _ minimum: Int, _ maximum: Int
    ) throws(InputProblem) -> Int {
        guard let number = Int(foldedWord(text)), minimum <= number, number <= maximum else {
            throw .notInRange(text, minimum: minimum, maximum: maximum)
        }
        return number
    }

    static func truth(_ text: String) throws(InputProblem) -> Bool { try word(text, ["true", "false"]) == "true" }

    static func word(_ text: String, _ known: [String]) throws(InputProblem) -> String {
        let word = foldedWord(text)
        guard known.contains(word) else { throw .unknownWord(text, known: known) }
        return word
    }

    /// Lower-case letters and digits, with `-` or `_` between them.
    static func code(_ text: String) throws(InputProblem) -> String {
        let word = foldedWord(text)
        let parts = word.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        let isCode = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        }
        guard isCode else { throw .notACode(text) }
        return word
    }

    /// A capital letter and one to seven capitals or digits: what reference numbers begin with.
    static func prefix(_ text: String) throws(InputProblem) -> String {
        let letters = Array(trimmed(text).utf8)
        let isPrefix =
            (2...8).contains(letters.count) && (0x41...0x5A).contains(letters[0])
            && letters.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
        guard isPrefix else { throw .notAPrefix(text) }
        return trimmed(text)
    }

    /// `09:00`.
    static func time(_ text: String) throws(InputProblem) -> String {
        let word = foldedWord(text)
        let parts = word.split(separator: ":")
        guard word.utf8.count == 5, parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
        else { throw .notATime(text) }
        return word
    }

    /// `Asia/Seoul`: the form only; PostgreSQL knows whether there is such a zone.
    static func timeZone(_ text: String) throws(InputProblem) -> String {
        let word = trimmed(text)
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        let isZone = parts.allSatisfy { part in
            part.first?.isLetter == true && part.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 }
        }
        guard isZone, parts.count > 1 || word == "UTC" else { throw .notATimeZone(text) }
        return word
    }

    /// A length of at least one.
    static func someLength(_ text: String) throws(InputProblem) -> PeriodLength {
        let length = try PeriodLength(text)
        guard length.count > 0 else { throw .notALength(text) }
        return length
    }
}
