public import SandboxDomain

extension RegimeDocument {
    /// The document as a regime file, which reads back as the same document.
    public var yaml: String {
        var writer = YAMLWriter()
        writer.entry("regime", code.code)
        writer.entry("name", name)
        writer.entry("basis", basis)
        writer.entry("time_zone", timeZone)
        writer.entry("meeting_name", meetingName)
        writer.group("calendar") { writer in
            writer.entry("code", calendar.code)
            writer.entry("name", calendar.name)
            writer.entry("closed_weekdays", codes: calendar.closedWeekdays.map(\.rawValue))
            writer.entry("opens_at", calendar.opensAt)
            writer.entry("closes_at", calendar.closesAt)
            if let foreseen = calendar.foreseen {
                writer.group("foreseen") { writer in
                    writer.entry("from", bare: foreseen.years.lowerBound)
                    writer.entry("to", bare: foreseen.years.upperBound)
                    writer.entry("basis", foreseen.basis)
                    writer.items("holidays", foreseen.holidays) { rule, writer in
                        writer.entry("name", rule.name)
                        writer.entry("every", bare: rule.every)
                        writer.entry("on", codes: rule.on.map(\.description))
                        if rule.substitute != .none { writer.entry("substitute", rule.substitute.rawValue) }
                    }
                }
            }
        }
        writer.items("committees", committees) { committee, writer in committee.write(&writer) }
        writer.items("tracks", tracks) { track, writer in track.write(&writer) }
        writer.items("rules", rules) { rule, writer in rule.write(&writer) }
        writer.items("insurance", insurance) { cover, writer in
            writer.entry("cover", cover.code)
            writer.entry("name", cover.name)
            writer.entry("amount", bare: cover.amount)
            writer.entry("basis", cover.basis)
        }
        writer.items("disclosure_grounds", disclosureGrounds) { ground, writer in
            writer.entry("ground", ground.code)
            writer.entry("name", ground.name)
            writer.entry("basis", ground.basis)
        }
        writer.items("law_endings", lawEndings) { law, writer in
            writer.entry("ending", law.ending)
            writer.entry("level", law.level?.rawValue)
        }
        writer.items("other_names", otherNames) { names, writer in
            writer.entry("kind", names.kind.rawValue)
            writer.entry("name", names.name)
            writer.entry("short", names.short)
            writer.entry("former", names.former)
        }
        if let issuer {
            writer.group("issuer") { writer in
                writer.entry("agency", issuer.agency)
                writer.entry("head", issuer.head)
            }
        }
        writer.items("paper_parts", paperParts) { part, writer in
            writer.entry("part", part.code)
            writer.entry("text", part.text)
        }
        writer.items("official_papers", officialPapers) { paper, writer in paper.write(&writer) }
        return writer.text
    }
}

extension YAMLWriter {
    fileprivate mutating func entry(_ key: String, _ name: RegimeDocument.Name) {
        group(key) { writer in
            writer.entry("ko", name.korean)
            writer.entry("en", name.english)
        }
    }

    /// A list of texts; left out when there are none.
    fileprivate mutating func entry(_ key: String, _ texts: [String]) {
        if texts.isEmpty { return }
        group(key) { writer in
            for text in texts { writer.item(text) }
        }
    }

    /// A list of codes on one line; left out when there are none.
    fileprivate mutating func entry(_ key: String, codes: [String]) {
        if !codes.isEmpty { entry(key, bare: "[\(codes.joined(separator: ", "))]") }
    }

    /// A list of mappings; left out when there are none.
    fileprivate mutating func items<Item>(
        _ key: String, _ items: [Item], _ write: (Item, inout YAMLWriter) -> Void
    ) {
        if items.isEmpty { return }
        group(key) { writer in
            for item in items { writer.item { writer in write(item, &writer) } }
        }
    }
}

extension RegimeDocument.PaperTemplate {
    fileprivate func write(_ writer: inout YAMLWriter) {
        writer.entry("paper", kind.rawValue)
        writer.entry("tracks", codes: tracks.map(\.code))
        writer.entry("variants", codes: variants)
        writer.entry("layout", layout.rawValue)
        if let form { writer.entry("form", form) }
        writer.entry("title", title)
        writer.entry("number", number)
        if let disclosure { writer.entry("disclosure", disclosure) }
        writer.entry("text", text)
    }
}

extension RegimeDocument.Committee {
    fileprivate func write(_ writer: inout YAMLWriter) {
        writer.entry("committee", code)
        writer.entry("name", name)
        writer.entry("basis", basis)
        writer.group("members") { writer in
            writer.entry("min", bare: members.minMembers)
            writer.entry("max", bare: members.maxMembers)
            writer.entry("private_percent", bare: members.minPrivatePercent)
            writer.entry("from_main", bare: members.minFromMain)
        }
        writer.entry("opens_above_percent", bare: opensAbovePercent)
        writer.entry("carries_above_percent", bare: carriesAbovePercent)
    }
}

extension RegimeDocument.Track {
    fileprivate func write(_ writer: inout YAMLWriter) {
        writer.entry("track", code.code)
        writer.entry("prefix", prefix)
        writer.entry("name", name)
        writer.entry("basis", basis)
        writer.entry("grants", bare: grants)
        writer.entry("since", bare: since)
        writer.entry("opinions", codes: opinions.map(\.rawValue))
        writer.entry("outcomes", codes: outcomes.map(\.rawValue))
        writer.entry("imported_outcomes", codes: importedOutcomes.map(\.rawValue))
        writer.items("sections", sections) { section, writer in
            writer.entry("section", section.code)
            writer.entry("name", section.name)
            writer.entry("required", bare: section.isRequired)
        }
        writer.items("papers", papers) { paper, writer in
            writer.entry("paper", paper.code)
            writer.entry("name", paper.name)
            writer.entry("basis", paper.basis)
            writer.entry("required", bare: paper.isRequired)
        }
        writer.items("decided_by", deciders) { decider, writer in
            writer.entry("committee", decider.committee)
            writer.entry("needs", decider.needs.rawValue)
            writer.entry("basis", decider.basis)
        }
        if let grant { writer.group("grant") { writer in grant.write(&writer) } }
    }
}

extension RegimeDocument.Grant {
    fileprivate func write(_ writer: inout YAMLWriter) {
        writer.entry("prefix", prefix)
        writer.entry("certificate", certificate)
        writer.entry("validity", validityRule)
        writer.entry("extension", extensionRule)
        writer.entry("revision", revisionRule)
        writer.entry("permit", permitRule)
        writer.entry("converts_to", convertsTo?.code)
        writer.entry("at_end", atEnd.rawValue)
        writer.entry("barring_levels", codes: barringLevels.map(\.rawValue))
        writer.entry("may_suspend", bare: maySuspend)
        writer.items("articles", articles) { article, writer in
            writer.entry("topics", codes: article.topics)
            writer.entry("basis", article.basis)
        }
        writer.items("revocation_grounds", revocationGrounds) { ground, writer in
            writer.entry("ground", ground.code)
            writer.entry("name", ground.name)
            writer.entry("needs", ground.needs?.rawValue)
            writer.entry("basis", ground.basis)
        }
    }
}

extension RegimeDocument.Rule {
    fileprivate func write(_ writer: inout YAMLWriter) {
        writer.entry("rule", code)
        writer.entry("name", name)
        writer.entry("basis", basis)
        writer.entry("tracks", codes: tracks.map(\.code))
        writer.entry("owed_by", owedBy.rawValue)
        switch start {
        case .event(let event): writer.entry("starts_on", event)
        case .endOf(let rule): writer.entry("starts_at_end_of", rule)
        case .eventOrEndOf(let event, let rule):
            writer.entry("starts_on", event)
            writer.entry("or_at_end_of", rule)
        }
        writer.entry("no_earlier_than", noEarlierThan)
        writer.entry("ends_on", codes: endsOn)
        writer.entry("length", bare: length.text)
        writer.entry("counting", counting.rawValue)
        writer.entry("stopped_by", codes: stoppedBy.map(\.rawValue))
        writer.entry("cap", bare: cap?.text)
        if let extensions {
            writer.group("extensions") { writer in
                writer.entry("times", bare: extensions.times)
                writer.entry("length", bare: extensions.length.text)
                writer.entry("from", extensions.from.rawValue)
            }
        }
        writer.items("readings", readings) { reading, writer in
            writer.entry("reading", reading.kind.rawValue)
            writer.entry("length", bare: reading.length?.text)
            writer.entry("about", codes: reading.about.map(\.rawValue))
            writer.entry("basis", reading.basis)
            writer.entry("text", RegimeDocument.Name(reading.korean, reading.english))
        }
        if whenMissed != .none { writer.entry("when_missed", whenMissed.rawValue) }
        if let missed { writer.entry("missed", missed) }
        writer.entry("valid_from", bare: validFrom)
        writer.entry("valid_to", bare: validTo)
    }
}
