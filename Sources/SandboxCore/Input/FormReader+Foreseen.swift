import SandboxDomain

/// What a regime file says of the holidays to come.
extension FormReader {
    mutating func regimeForeseen(_ tree: FormTree) -> RegimeDocument.Foreseen? {
        if tree.isBlank { return nil }
        let keys = tree.mapping(RegimeKeys.foreseen, &self)
        let year = { (text: String) throws(InputProblem) in try RegimeWords.number(text, 2000, 2060) }
        let first = keys["from"]?.required(in: tree, &self, year)
        let last = keys["to"]?.required(in: tree, &self, year)
        let basis = keys["basis"]?.value(&self, RegimeWords.label)
        if let first, let last, first > last {
            report(.endsBeforeStart, at: keys["to"]?.node, field: keys["to"]?.name)
            return nil
        }
        let holidays = (keys["holidays"]?.list(&self) ?? []).compactMap { regimeHoliday($0) }
        guard let first, let last else { return nil }
        return .init(years: first...last, basis: basis, holidays: holidays)
    }

    /// A holiday with a fixed date, or with the days it falls on.
    private mutating func regimeHoliday(_ tree: FormTree) -> RegimeDocument.HolidayRule? {
        let keys = tree.mapping(RegimeKeys.holidayRule, &self)
        let name = keys["name"].flatMap { regimeName($0, tree) }
        let every = keys["every"]?.value(&self) { text throws(InputProblem) in
            // A leap day comes back too seldom to be a holiday of every year.
            let day = try CivilDate(iso: "2001-" + foldedWord(text))
            return String(day.description.dropFirst(5))
        }
        let days = regimeList(keys["on"], RegimeWords.date)
        let substitute = keys["substitute"]?.value(&self) { text throws(InputProblem) in
            try RegimeDocument.HolidayRule.Substitute(code: text)
        }
        if keys["every"]?.isBlank == false, keys["on"]?.isBlank == false {
            report(
                .contradiction(.field(Field("every")), .field(Field("on"))), at: keys["on"]?.node,
                field: keys["on"]?.name)
            return nil
        }
        if keys["every"]?.isBlank != false, keys["on"]?.isBlank != false {
            _ = keys["every"]?.required(in: tree, &self, RegimeWords.label)
            return nil
        }
        guard let name, every != nil || !days.isEmpty else { return nil }
        return .init(name: name, every: every, on: days, substitute: substitute ?? .none)
    }
}
