extension RegimeDocument {
    /// One thing in which two documents differ.
    public struct Difference: Hashable, Sendable {
        /// Where, as in the file: `rules.k3.length`; without a field for what only one of the two has.
        public let place: String
        /// The value before; nil if there was none.
        public let before: String?
        /// The value now; nil if there is none.
        public let after: String?
    }

    /// What changed since `earlier`, in the order of the file. A track, paper, section or rule that only one of the two
    /// has is one difference.
    public func differences(since earlier: RegimeDocument) -> [Difference] {
        let (old, new) = (earlier.parts, parts)
        let before = Dictionary(old.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(\.place))
        var found: [Difference] = []
        for part in new {
            guard let standing = before[part.place] else {
                found.append(Difference(place: part.place, before: nil, after: part.title))
                continue
            }
            for (field, value) in part.fields {
                let former = standing.fields.first { $0.0 == field }?.1
                if former != value {
                    let place = part.place.isEmpty ? field : "\(part.place).\(field)"
                    found.append(Difference(place: place, before: former, after: value))
                }
            }
        }
        for part in old where !after.contains(part.place) {
            found.append(Difference(place: part.place, before: part.title, after: nil))
        }
        return found
    }

    /// A part of a document with its fields, all of which it always has.
    fileprivate struct Part {
        let place: String
        let title: String?
        let fields: [(String, String?)]
    }

    private var parts: [Part] {
        let weekdays = calendar.closedWeekdays.map(\.rawValue).joined(separator: ", ")
        var parts = [
            Part(
                place: "", title: nil,
                fields: name.fields + [
                    ("basis", basis), ("time_zone", timeZone), ("meeting_name.ko", meetingName.korean),
                    ("meeting_name.en", meetingName.english), ("calendar.code", calendar.code),
                    ("calendar.name.ko", calendar.name.korean), ("calendar.name.en", calendar.name.english),
                    ("calendar.closed_weekdays", weekdays), ("calendar.opens_at", calendar.opensAt),
                    ("calendar.closes_at", calendar.closesAt), ("calendar.foreseen", calendar.foreseen?.text),
                    ("committees", committees.map(\.code).joined(separator: ", ")),
                    ("tracks", tracks.map(\.code.code).joined(separator: ", ")),
                    ("rules", rules.map(\.code).joined(separator: ", ")),
                    ("insurance", insurance.map(\.code).joined(separator: ", ")),
                    ("disclosure_grounds", disclosureGrounds.map(\.code).joined(separator: ", ")),
                    ("law_endings", lawEndings.map(\.text).joined(separator: ", ")),
                    ("other_names", otherNames.map(\.text).joined(separator: "; ")),
                    ("issuer.agency.ko", issuer?.agency.korean), ("issuer.agency.en", issuer?.agency.english),
                    ("issuer.head.ko", issuer?.head.korean), ("issuer.head.en", issuer?.head.english),
                ])
        ]
        parts += committees.map { Part(place: "committees.\($0.code)", title: $0.name.korean, fields: $0.fields) }
        for track in tracks {
            let place = "tracks.\(track.code)"
            parts.append(Part(place: place, title: track.name.korean, fields: track.fields))
            for section in track.sections {
                parts.append(
                    Part(
                        place: "\(place).sections.\(section.code)", title: section.name.korean,
                        fields: section.name.fields + [("required", "\(section.isRequired)")]))
            }
            for paper in track.papers {
                parts.append(
                    Part(
                        place: "\(place).papers.\(paper.code)", title: paper.name.korean,
                        fields: paper.name.fields + [("basis", paper.basis), ("required", "\(paper.isRequired)")]))
            }
            parts += track.deciders.map { decider in
                Part(
                    place: "\(place).decided_by.\(decider.committee)", title: decider.needs.rawValue,
                    fields: [("needs", decider.needs.rawValue), ("basis", decider.basis)])
            }
            if let grant = track.grant { parts += grant.parts(at: "\(place).grant") }
        }
        parts += rules.map { Part(place: "rules.\($0.code)", title: $0.name.korean, fields: $0.fields) }
        parts += insurance.map { cover in
            Part(
                place: "insurance.\(cover.code)", title: cover.name.korean,
                fields: cover.name.fields + [("amount", "\(cover.amount)"), ("basis", cover.basis)])
        }
        return parts
            + disclosureGrounds.map { ground in
                Part(
                    place: "disclosure_grounds.\(ground.code)", title: ground.name.korean,
                    fields: ground.name.fields + [("basis", ground.basis)])
            }
            + paperParts.map { part in
                Part(
                    place: "paper_parts.\(part.code)", title: part.code,
                    fields: [("text.ko", part.text.korean), ("text.en", part.text.english)])
            }
            + officialPapers.enumerated().map { index, paper in
                Part(place: "official_papers.\(index + 1)", title: paper.title.korean, fields: paper.fields)
            }
    }
}

extension RegimeDocument.PaperTemplate {
    fileprivate var fields: [(String, String?)] {
        [
            ("paper", kind.rawValue), ("tracks", tracks.map(\.code).joined(separator: ", ")),
            ("variants", variants.joined(separator: ", ")), ("layout", layout.rawValue), ("form.ko", form?.korean),
            ("form.en", form?.english), ("title.ko", title.korean), ("title.en", title.english),
            ("number.ko", number.korean), ("number.en", number.english), ("disclosure.ko", disclosure?.korean),
            ("disclosure.en", disclosure?.english), ("text.ko", text.korean), ("text.en", text.english),
        ]
    }
}

extension RegimeDocument.Grant {
    fileprivate func parts(at place: String) -> [RegimeDocument.Part] {
        let fields: [(String, String?)] = [
            ("prefix", prefix), ("certificate.ko", certificate.korean), ("certificate.en", certificate.english),
            ("validity", validityRule), ("extension", extensionRule), ("revision", revisionRule),
            ("permit", permitRule),
            ("converts_to", convertsTo?.code), ("at_end", atEnd.rawValue),
            ("barring_levels", barringLevels.map(\.rawValue).joined(separator: ", ")),
            ("may_suspend", "\(maySuspend)"),
            ("revocation_grounds", revocationGrounds.map(\.code).joined(separator: ", ")),
        ]
        let basisOf = articles.flatMap { article in article.topics.map { (topic: $0, basis: article.basis) } }
        return [.init(place: place, title: prefix, fields: fields)]
            + basisOf.map {
                .init(place: "\(place).articles.\($0.topic)", title: $0.basis, fields: [("basis", $0.basis)])
            }
            + revocationGrounds.map { ground in
                .init(
                    place: "\(place).revocation_grounds.\(ground.code)", title: ground.name.korean,
                    fields: ground.name.fields + [("needs", ground.needs?.rawValue), ("basis", ground.basis)])
            }
    }
}

extension RegimeDocument.Committee {
    fileprivate var fields: [(String, String?)] {
        name.fields + [
            ("basis", basis), ("members.min", "\(members.minMembers)"), ("members.max", "\(members.maxMembers)"),
            ("members.private_percent", "\(members.minPrivatePercent)"),
            ("members.from_main", "\(members.minFromMain)"), ("opens_above_percent", "\(opensAbovePercent)"),
            ("carries_above_percent", "\(carriesAbovePercent)"),
        ]
    }
}

extension RegimeDocument.LawEnding {
    fileprivate var text: String { level.map { "\(ending): \($0.rawValue)" } ?? ending }
}

extension RegimeDocument.OtherNames {
    fileprivate var text: String { "\(name): \((short + former).joined(separator: ", "))" }
}

extension RegimeDocument.Name {
    fileprivate var fields: [(String, String?)] { [("name.ko", korean), ("name.en", english)] }
}

extension RegimeDocument.Track {
    fileprivate var fields: [(String, String?)] {
        name.fields + [
            ("prefix", prefix), ("basis", basis), ("grants", "\(grants)"), ("since", "\(since)"),
            ("opinions", opinions.map(\.rawValue).joined(separator: ", ")),
            ("outcomes", outcomes.map(\.rawValue).joined(separator: ", ")),
            ("imported_outcomes", importedOutcomes.map(\.rawValue).joined(separator: ", ")),
            ("sections", sections.map(\.code).joined(separator: ", ")),
            ("papers", papers.map(\.code).joined(separator: ", ")),
            ("decided_by", deciders.map(\.committee).joined(separator: ", ")),
        ]
    }
}

extension RegimeDocument.Rule {
    fileprivate var fields: [(String, String?)] {
        var startsOn: String?
        var startsAtEndOf: String?
        var orAtEndOf: String?
        switch start {
        case .event(let event): startsOn = event
        case .endOf(let rule): startsAtEndOf = rule
        case .eventOrEndOf(let event, let rule): (startsOn, orAtEndOf) = (event, rule)
        }
        return name.fields + [
            ("basis", basis), ("tracks", tracks.map(\.code).joined(separator: ", ")), ("owed_by", owedBy.rawValue),
            ("starts_on", startsOn), ("starts_at_end_of", startsAtEndOf), ("or_at_end_of", orAtEndOf),
            ("no_earlier_than", noEarlierThan),
            ("ends_on", endsOn.joined(separator: ", ")), ("length", length.text), ("counting", counting.rawValue),
            ("stopped_by", stoppedBy.map(\.rawValue).joined(separator: ", ")), ("cap", cap?.text),
            ("extensions", extensions.map { "\($0.times) × \($0.length.text), \($0.from.rawValue)" }),
            ("readings", readings.map(\.text).joined(separator: "; ")), ("when_missed", whenMissed.rawValue),
            ("missed.ko", missed?.korean), ("missed.en", missed?.english), ("valid_from", validFrom.map { "\($0)" }),
            ("valid_to", validTo.map { "\($0)" }),
        ]
    }
}
