import SandboxDomain

/// What a regime file has named so far, for the parts that refer to it.
struct RegimeNames {
    let committees: [String]
    var tracks: [String] = []
    var prefixes: [String] = []
    /// The rules and tracks that each grant names, by its key: looked up when all of them are read.
    var grants: [(track: String?, codes: [String: String], places: [String: FormTree])] = []

    init(committees: [String]) { self.committees = committees }
}

/// Committees of a regime file.
extension FormReader {
    /// Every committee of the file; one with a mistake in it can still be named.
    mutating func regimeCommittees(_ tree: FormTree) -> (read: [RegimeDocument.Committee], named: [String]) {
        var read: [RegimeDocument.Committee] = []
        var named: [String] = []
        for item in tree.list(&self) {
            let keys = item.mapping(RegimeKeys.committee, &self)
            let code = keys["committee"]?.required(in: item, &self, RegimeWords.code)
            regimeCode(code, at: keys["committee"], among: named)
            if let code { named.append(code) }
            let name = keys["name"].flatMap { regimeName($0, item) }
            let basis = keys["basis"]?.required(in: item, &self, RegimeWords.label)
            let members = keys["members"].flatMap { regimeMembers($0, item) }
            let opens = keys["opens_above_percent"]?.required(in: item, &self, RegimeWords.belowHundred)
            let carries = keys["carries_above_percent"]?.required(in: item, &self, RegimeWords.belowHundred)
            guard let code, let name, let basis, let members, let opens, let carries else { continue }
            read.append(
                .init(
                    code, name: name, basis: basis, members: members, opensAbovePercent: opens,
                    carriesAbovePercent: carries))
        }
        return (read, named)
    }

    private mutating func regimeMembers(_ tree: FormTree, _ committee: FormTree) -> CommitteeRule? {
        let keys = tree.mapping(RegimeKeys.members, &self)
        let place = tree.node == nil ? committee : tree
        let minimum = keys["min"]?.required(in: place, &self) { text throws(InputProblem) in
            try RegimeWords.number(text, 1, 999)
        }
        let maximum = keys["max"]?.required(in: place, &self) { text throws(InputProblem) in
            try RegimeWords.number(text, minimum ?? 1, 999)
        }
        let privatePercent = keys["private_percent"]?.value(&self) { text throws(InputProblem) in
            try RegimeWords.number(text, 0, 100)
        }
        let fromMain = keys["from_main"]?.value(&self) { text throws(InputProblem) in
            try RegimeWords.number(text, 0, maximum ?? 999)
        }
        guard let minimum, let maximum else { return nil }
        return .init(
            minMembers: minimum, maxMembers: maximum, minPrivatePercent: privatePercent ?? 0,
            minFromMain: fromMain ?? 0)
    }

    mutating func regimeDeciders(_ tree: FormTree?, committees: [String]) -> [RegimeDocument.Track.Decider] {
        var deciders: [RegimeDocument.Track.Decider] = []
        for item in tree?.list(&self) ?? [] {
            let keys = item.mapping(RegimeKeys.decider, &self)
            let committee = keys["committee"]?.required(in: item, &self) { text throws(InputProblem) in
                try RegimeWords.word(text, committees)
            }
            regimeCode(committee, at: keys["committee"], among: deciders.map(\.committee))
            let needs = keys["needs"]?.required(in: item, &self) { text throws(InputProblem) in
                try CommitteeNeed(code: text)
            }
            let basis = keys["basis"]?.required(in: item, &self, RegimeWords.label)
            guard let committee, let needs, let basis else { continue }
            deciders.append(.init(committee, needs: needs, basis: basis))
        }
        return deciders
    }
}

/// Grants of a regime file.
extension FormReader {
    /// The first part of the numbers of cases or certificates: no two begin alike.
    mutating func regimePrefix(
        _ tree: FormTree?, _ parent: FormTree, _ named: inout RegimeNames
    ) -> String? {
        let prefix = tree?.required(in: parent, &self, RegimeWords.prefix)
        regimeCode(prefix, at: tree, among: named.prefixes)
        if let prefix { named.prefixes.append(prefix) }
        return prefix
    }

    mutating func regimeGrant(
        _ tree: FormTree, of track: String?, _ named: inout RegimeNames
    ) -> RegimeDocument.Grant? {
        let keys = tree.mapping(RegimeKeys.grant, &self)
        let prefix = regimePrefix(keys["prefix"], tree, &named)
        let certificate = keys["certificate"].flatMap { regimeName($0, tree) }
        let validity = keys["validity"]?.required(in: tree, &self, RegimeWords.code)
        let atEnd = keys["at_end"]?.required(in: tree, &self) { text throws(InputProblem) in
            try RegimeDocument.Grant.AtEnd(code: text)
        }
        let levels = regimeList(keys["barring_levels"]) { text throws(InputProblem) in try LawLevel(code: text) }
        let maySuspend = keys["may_suspend"]?.required(in: tree, &self, RegimeWords.truth)
        let articles = regimeArticles(keys["articles"])
        let grounds = regimeRevocationGrounds(keys["revocation_grounds"])
        var codes = validity.map { ["validity": $0] } ?? [:]
        for key in ["extension", "revision", "permit", "converts_to"] {
            codes[key] = keys[key]?.value(&self, RegimeWords.code)
        }
        named.grants.append((track, codes, keys))
        if codes["permit"] != nil, keys["converts_to"]?.isBlank != false {
            report(.missingValue, at: tree.node, field: keys["converts_to"]?.name)
        }
        guard let prefix, let certificate, let validity, let atEnd, let maySuspend else { return nil }
        var grant = RegimeDocument.Grant(
            prefix: prefix, certificate: certificate, validityRule: validity, atEnd: atEnd, barringLevels: levels,
            maySuspend: maySuspend, articles: articles, revocationGrounds: grounds)
        (grant.extensionRule, grant.revisionRule) = (codes["extension"], codes["revision"])
        (grant.permitRule, grant.convertsTo) = (codes["permit"], codes["converts_to"].map { TrackCode($0) })
        return grant
    }

    private mutating func regimeArticles(_ tree: FormTree?) -> [RegimeDocument.Grant.Article] {
        var articles: [RegimeDocument.Grant.Article] = []
        var seen: [String] = []
        for item in tree?.list(&self) ?? [] {
            let keys = item.mapping(RegimeKeys.article, &self)
            var topics: [String] = []
            if keys["topics"]?.isBlank != false {
                report(.missingValue, at: keys["topics"]?.node ?? item.node, field: keys["topics"]?.name)
            }
            for place in keys["topics"]?.list(&self) ?? [] {
                let topic = place.value(&self) { text throws(InputProblem) in
                    try RegimeWords.word(text, RegimeDocument.Grant.topics)
                }
                regimeCode(topic, at: place, among: seen)
                if let topic { (topics, seen) = (topics + [topic], seen + [topic]) }
            }
            if let basis = keys["basis"]?.required(in: item, &self, RegimeWords.label) {
                articles.append(.init(topics, basis: basis))
            }
        }
        return articles
    }

    private mutating func regimeRevocationGrounds(_ tree: FormTree?) -> [RegimeDocument.Grant.RevocationGround] {
        var grounds: [RegimeDocument.Grant.RevocationGround] = []
        for item in tree?.list(&self) ?? [] {
            let keys = item.mapping(RegimeKeys.revocationGround, &self)
            let code = keys["ground"]?.required(in: item, &self, RegimeWords.code)
            regimeCode(code, at: keys["ground"], among: grounds.map(\.code))
            let name = keys["name"].flatMap { regimeName($0, item) }
            let needs = keys["needs"]?.value(&self) { text throws(InputProblem) in
                try RegimeDocument.Grant.RevocationGround.Need(code: text)
            }
            let basis = keys["basis"]?.required(in: item, &self, RegimeWords.label)
            guard let code, let name, let basis else { continue }
            grounds.append(.init(code, name: name, needs: needs, basis: basis))
        }
        return grounds
    }

    /// Looks up what the grants name. A validity begins on its own day and lasts as the permit says, for this track,
    /// whatever the day: by another rule a grant would have a deadline that cannot be found.
    mutating func checkGrants(_ named: RegimeNames, rules: [RegimeDocument.Rule], unread: [String]) {
        for (track, codes, places) in named.grants {
            let holding = rules.filter { rule in rule.tracks.isEmpty || rule.tracks.contains { $0.code == track } }
            let validities = holding.filter {
                $0.start == .event("validity-begun") && [.validity, .validitySameDate].contains($0.counting)
                    && $0.validFrom == nil && $0.validTo == nil
            }
            // A grant becomes one of another track that also makes grants.
            let granting = named.grants.compactMap(\.track).filter { $0 != track }
            let (all, any) = (rules.map(\.code) + unread, holding.map(\.code) + unread)
            let known = [
                ("validity", all), ("extension", any), ("revision", any), ("permit", any), ("converts_to", granting),
            ]
            for (key, known) in known {
                guard let code = codes[key], !known.contains(code) else { continue }
                report(.unknownWord(code, known: known), at: places[key]?.node, field: places[key]?.name)
            }
            if let code = codes["validity"], all.contains(code), !(validities.map(\.code) + unread).contains(code) {
                report(.notAValidityRule(code), at: places["validity"]?.node, field: places["validity"]?.name)
            }
        }
    }

    mutating func regimeCovers(_ tree: FormTree) -> [RegimeDocument.Cover] {
        var covers: [RegimeDocument.Cover] = []
        for item in tree.list(&self) {
            let keys = item.mapping(RegimeKeys.cover, &self)
            let code = keys["cover"]?.required(in: item, &self, RegimeWords.code)
            regimeCode(code, at: keys["cover"], among: covers.map(\.code))
            let name = keys["name"].flatMap { regimeName($0, item) }
            let amount = keys["amount"]?.required(in: item, &self) { text throws(InputProblem) in
                try RegimeWords.number(text, 1, 1_000_000_000_000_000)
            }
            let basis = keys["basis"]?.required(in: item, &self, RegimeWords.label)
            guard let code, let name, let amount, let basis else { continue }
            covers.append(.init(code, name: name, amount: Int64(amount), basis: basis))
        }
        return covers
    }

    mutating func regimeGrounds(_ tree: FormTree) -> [RegimeDocument.DisclosureGround] {
        var grounds: [RegimeDocument.DisclosureGround] = []
        for item in tree.list(&self) {
            let keys = item.mapping(RegimeKeys.disclosureGround, &self)
            let code = keys["ground"]?.required(in: item, &self, RegimeWords.code)
            regimeCode(code, at: keys["ground"], among: grounds.map(\.code))
            let name = keys["name"].flatMap { regimeName($0, item) }
            let basis = keys["basis"]?.required(in: item, &self, RegimeWords.label)
            guard let code, let name, let basis else { continue }
            grounds.append(.init(code, name: name, basis: basis))
        }
        return grounds
    }

    mutating func regimeLawEndings(_ tree: FormTree) -> [RegimeDocument.LawEnding] {
        var endings: [RegimeDocument.LawEnding] = []
        for item in tree.list(&self) {
            let keys = item.mapping(RegimeKeys.lawEnding, &self)
            let ending = keys["ending"]?.required(in: item, &self, RegimeWords.label)
            regimeCode(ending, at: keys["ending"], among: endings.map(\.ending))
            let level = keys["level"]?.value(&self) { text throws(InputProblem) in try LawLevel(code: text) }
            if let ending { endings.append(.init(ending, level: level)) }
        }
        return endings
    }

    mutating func regimeOtherNames(_ tree: FormTree) -> [RegimeDocument.OtherNames] {
        var all: [RegimeDocument.OtherNames] = []
        var taken: [String] = []
        for item in tree.list(&self) {
            let keys = item.mapping(RegimeKeys.otherNames, &self)
            let kind = keys["kind"]?.required(in: item, &self) { text throws(InputProblem) in
                try RegimeDocument.OtherNames.Kind(code: text)
            }
            let name = keys["name"]?.required(in: item, &self, RegimeWords.label)
            let short = regimeList(keys["short"], RegimeWords.label)
            let former = regimeList(keys["former"], RegimeWords.label)
            for (place, others) in [(keys["short"], short), (keys["former"], former)] {
                for other in others {
                    let word = "\(kind?.rawValue ?? "") \(other)"
                    if taken.contains(word) { report(.repeatedName(other), at: place?.node, field: place?.name) }
                    taken.append(word)
                }
            }
            if let kind, let name { all.append(.init(kind, name, short: short, former: former)) }
        }
        return all
    }
}

extension RegimeWords {
    /// A percentage below a hundred, so that a higher one can exceed it.
    static func belowHundred(_ text: String) throws(InputProblem) -> Int { try number(text, 0, 99) }
}
