import SandboxDomain

extension RegimeDocument {
    /// The document as the database takes it: `regime_document` returns the same.
    var json: String {
        object([
            ("regime", quoted(code.code)), ("name", name.json), ("basis", quoted(basis)),
            ("time_zone", quoted(timeZone)), ("meeting_name", meetingName.json),
            (
                "calendar",
                object([
                    ("code", quoted(calendar.code)), ("name", calendar.name.json),
                    ("closed_weekdays", list(calendar.closedWeekdays)), ("opens_at", quoted(calendar.opensAt)),
                    ("closes_at", quoted(calendar.closesAt)), ("foreseen", calendar.foreseen.map(\.json)),
                ])
            ),
            ("committees", list(committees.map(\.json))), ("tracks", list(tracks.map(\.json))),
            ("rules", list(rules.map(\.json))), ("insurance", list(insurance.map(\.json))),
            ("disclosure_grounds", list(disclosureGrounds.map(\.json))), ("law_endings", list(lawEndings.map(\.json))),
            ("other_names", list(otherNames.map(\.json))),
            ("issuer", issuer.map { object([("agency", $0.agency.json), ("head", $0.head.json)]) }),
            (
                "paper_parts",
                list(paperParts.map { object([("part", quoted($0.code)), ("text", $0.text.json)]) })
            ),
            ("official_papers", list(officialPapers.map(\.json))),
        ])
    }
}

extension RegimeDocument.Name {
    fileprivate var json: String { object([("ko", quoted(korean)), ("en", quoted(english))]) }
}

extension RegimeDocument.Track {
    fileprivate var json: String {
        object([
            ("track", quoted(code.code)), ("prefix", quoted(prefix)), ("name", name.json), ("basis", quoted(basis)),
            ("grants", "\(grants)"), ("since", quoted("\(since)")), ("opinions", list(opinions)),
            ("outcomes", list(outcomes)), ("imported_outcomes", list(importedOutcomes)),
            (
                "sections",
                list(
                    sections.map {
                        object([
                            ("section", quoted($0.code)), ("name", $0.name.json), ("required", "\($0.isRequired)"),
                        ])
                    })
            ),
            (
                "papers",
                list(
                    papers.map {
                        object([
                            ("paper", quoted($0.code)), ("name", $0.name.json), ("basis", quoted($0.basis)),
                            ("required", "\($0.isRequired)"),
                        ])
                    })
            ),
            (
                "decided_by",
                list(
                    deciders.map {
                        object([
                            ("committee", quoted($0.committee)), ("needs", quoted($0.needs.rawValue)),
                            ("basis", quoted($0.basis)),
                        ])
                    })
            ),
            ("grant", grant.map(\.json)),
        ])
    }
}

extension RegimeDocument.Committee {
    fileprivate var json: String {
        object([
            ("committee", quoted(code)), ("name", name.json), ("basis", quoted(basis)),
            (
                "members",
                object([
                    ("min", "\(members.minMembers)"), ("max", "\(members.maxMembers)"),
                    ("private_percent", "\(members.minPrivatePercent)"), ("from_main", "\(members.minFromMain)"),
                ])
            ),
            ("opens_above_percent", "\(opensAbovePercent)"), ("carries_above_percent", "\(carriesAbovePercent)"),
        ])
    }
}

extension RegimeDocument.Grant {
    fileprivate var json: String {
        object([
            ("prefix", quoted(prefix)), ("certificate", certificate.json), ("validity", quoted(validityRule)),
            ("extension", extensionRule.map(quoted)), ("revision", revisionRule.map(quoted)),
            ("permit", permitRule.map(quoted)), ("converts_to", convertsTo.map { quoted($0.code) }),
            ("at_end", quoted(atEnd.rawValue)), ("barring_levels", list(barringLevels)),
            ("may_suspend", "\(maySuspend)"),
            (
                "articles",
                list(
                    articles.map { object([("topics", list($0.topics.map(quoted))), ("basis", quoted($0.basis))]) })
            ),
            (
                "revocation_grounds",
                list(
                    revocationGrounds.map {
                        object([
                            ("ground", quoted($0.code)), ("name", $0.name.json),
                            ("needs", $0.needs.map { quoted($0.rawValue) }), ("basis", quoted($0.basis)),
                        ])
                    })
            ),
        ])
    }
}

extension RegimeDocument.Cover {
    fileprivate var json: String {
        object([
            ("cover", quoted(code)), ("name", name.json), ("amount", "\(amount)"), ("basis", quoted(basis)),
        ])
    }
}

extension RegimeDocument.DisclosureGround {
    fileprivate var json: String {
        object([("ground", quoted(code)), ("name", name.json), ("basis", quoted(basis))])
    }
}

extension RegimeDocument.LawEnding {
    fileprivate var json: String { object([("ending", quoted(ending)), ("level", level.map { quoted($0.rawValue) })]) }
}

extension RegimeDocument.PaperTemplate {
    fileprivate var json: String {
        object([
            ("paper", quoted(kind.rawValue)), ("tracks", list(tracks.map { quoted($0.code) })),
            ("variants", list(variants.map(quoted))), ("layout", quoted(layout.rawValue)), ("form", form.map(\.json)),
            ("title", title.json), ("number", number.json), ("disclosure", disclosure.map(\.json)),
            ("text", text.json),
        ])
    }
}

extension RegimeDocument.OtherNames {
    fileprivate var json: String {
        object([
            ("kind", quoted(kind.rawValue)), ("name", quoted(name)), ("short", list(short.map(quoted))),
            ("former", list(former.map(quoted))),
        ])
    }
}

extension RegimeDocument.Rule {
    fileprivate var json: String {
        let started: [(String, String?)] =
            switch start {
            case .event(let event): [("starts_on", quoted(event))]
            case .endOf(let rule): [("starts_at_end_of", quoted(rule))]
            case .eventOrEndOf(let event, let rule): [("starts_on", quoted(event)), ("or_at_end_of", quoted(rule))]
            }
        return object(
            started + [
                ("rule", quoted(code)), ("name", name.json), ("basis", quoted(basis)),
                ("tracks", list(tracks.map { quoted($0.code) })), ("owed_by", quoted(owedBy.rawValue)),
                ("no_earlier_than", noEarlierThan.map(quoted)), ("ends_on", list(endsOn.map(quoted))),
                ("length", quoted(length.text)), ("counting", quoted(counting.rawValue)),
                ("stopped_by", list(stoppedBy)),
                ("cap", cap.map { quoted($0.text) }),
                (
                    "extensions",
                    extensions.map {
                        object([
                            ("times", "\($0.times)"), ("length", quoted($0.length.text)),
                            ("from", quoted($0.from.rawValue)),
                        ])
                    }
                ),
                ("readings", list(readings.map(\.json))),
                ("when_missed", quoted(whenMissed.rawValue)), ("missed", missed.map(\.json)),
                ("valid_from", validFrom.map { quoted("\($0)") }), ("valid_to", validTo.map { quoted("\($0)") }),
            ])
    }
}

extension RuleReading {
    fileprivate var json: String {
        object([
            ("reading", quoted(kind.rawValue)), ("basis", quoted(basis)),
            ("text", object([("ko", quoted(korean)), ("en", quoted(english))])),
            ("length", length.map { quoted($0.text) }), ("about", about.isEmpty ? nil : list(about)),
        ])
    }
}

extension RegimeDocument.Foreseen {
    fileprivate var json: String {
        object([
            ("from", "\(years.lowerBound)"), ("to", "\(years.upperBound)"), ("basis", basis.map(quoted)),
            (
                "holidays",
                list(
                    holidays.map { rule in
                        object([
                            ("name", rule.name.json), ("every", rule.every.map(quoted)),
                            ("on", rule.every == nil ? list(rule.on.map { quoted($0.description) }) : nil),
                            ("substitute", quoted(rule.substitute.rawValue)),
                        ])
                    })
            ),
        ])
    }
}

/// An object of values that are JSON already; those that are nil are left out.
private func object(_ entries: [(String, String?)]) -> String {
    "{" + entries.compactMap { key, value in value.map { "\(quoted(key)):\($0)" } }.joined(separator: ",") + "}"
}

private func list(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

private func list(_ values: [some StableCode]) -> String { list(values.map { quoted($0.rawValue) }) }

private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
