public import SandboxDomain

extension RegimeDocument {
    /// The document as a regime file, which reads back as the same document.
    public var yaml: String {
        var writer = YAMLWriter()
        writer.entry("regime", code.code)
        writer.entry("name", name)
        writer.entry("basis", basis)
        writer.entry("time_zone", timeZone)
        writer.group("calendar") { writer in
            writer.entry("code", calendar.code)
            writer.entry("name", calendar.name)
            writer.entry("closed_weekdays", codes: calendar.closedWeekdays.map(\.rawValue))
            writer.entry("opens_at", calendar.opensAt)
            writer.entry("closes_at", calendar.closesAt)
        }
        writer.group("tracks") { writer in
            for track in tracks { writer.item { writer in track.write(&writer) } }
        }
        if !rules.isEmpty {
            writer.group("rules") { writer in
                for rule in rules { writer.item { writer in rule.write(&writer) } }
            }
        }
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

    /// Codes on one line; left out when there are none.
    fileprivate mutating func entry(_ key: String, codes: [String]) {
        if !codes.isEmpty { entry(key, bare: "[\(codes.joined(separator: ", "))]") }
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
        if !sections.isEmpty {
            writer.group("sections") { writer in
                for section in sections {
                    writer.item { writer in
                        writer.entry("section", section.code)
                        writer.entry("name", section.name)
                        writer.entry("required", bare: section.isRequired)
                    }
                }
            }
        }
        if !papers.isEmpty {
            writer.group("papers") { writer in
                for paper in papers {
                    writer.item { writer in
                        writer.entry("paper", paper.code)
                        writer.entry("name", paper.name)
                        writer.entry("basis", paper.basis)
                        writer.entry("required", bare: paper.isRequired)
                    }
                }
            }
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
            }
        }
        if whenMissed != .none { writer.entry("when_missed", whenMissed.rawValue) }
        if let missed { writer.entry("missed", missed) }
        writer.entry("valid_from", bare: validFrom)
        writer.entry("valid_to", bare: validTo)
    }
}
