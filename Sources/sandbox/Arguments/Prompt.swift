import ArgumentParser
import SandboxDomain
import SandboxPresentation

extension GlobalOptions {
    /// The text of an option that is needed; where it is missing somebody is asked for it, if somebody is there.
    func asked(_ prose: Prose?, _ field: Field, _ question: Wording) throws -> String {
        if let prose { return try prose.text(field) }
        guard let answer = try ask(question, checked: { text throws(InputProblem) in try TextRule.prose.checked(text) })
        else { throw BadInput(.missingName(field)) }
        return answer
    }

    /// Does an act that may need a reason. Where the rule asks for one that was not given, somebody is told why and asked for
    /// it, if somebody is there; then it is done again.
    func reasoned<Outcome>(
        _ prose: Prose?, _ field: Field = .reason, _ act: (String?) async throws -> Outcome
    ) async throws -> Outcome {
        let given = try prose?.text(field)
        do { return try await act(given) } catch let refusal as Refusal
            where refusal.remedy == .giveReason && given == nil && mayAsk
        {
            Console.current.writeError(Array("\(refusal.message.why[language])\n".utf8))
            return try await act(try asked(Prose?.none, field, Wording("사유", "Reason")))
        }
    }

    /// Texts of which there must be one at least; where none is given somebody is asked for them, one by one up to an empty
    /// line, if somebody is there.
    func asked(_ given: [Prose], _ field: Field, each question: Wording) throws -> [String] {
        var texts = try given.map { try $0.text(field) }
        if !given.isEmpty || !mayAsk { return texts }
        while let text = try ask(
            Wording(
                "\(question.ko) \(texts.count + 1)(없으면 Enter)", "\(question.en) \(texts.count + 1) (Enter for none)"),
            checked: { text throws(InputProblem) in try TextRule.prose.checked(text) })
        {
            texts.append(text)
        }
        return texts
    }

    /// Whether questions may be put to somebody.
    var mayAsk: Bool { !noInput && Console.current.isInteractive }

    /// Puts a question until the answer can be used; an empty answer is nil, and so is nobody there to answer.
    /// - Parameter check: reads the answer.
    func ask<Value>(
        _ question: Wording, checked check: (String) throws(InputProblem) -> Value
    ) throws -> Value? {
        guard mayAsk else { return nil }
        let console = Console.current
        while true {
            guard let line = console.readLine("\(question[language]): ") else {
                console.writeError([UInt8(ascii: "\n")])
                console.say(Wording("그만두었습니다", "interrupted"), in: language)
                throw CancellationError()
            }
            if line.allSatisfy(\.isWhitespace) { return nil }
            do { return try check(line) } catch {
                console.writeError(Array("  \(error.wording[language].visible())\n".utf8))
            }
        }
    }

    /// A limit that somebody typed.
    func checked(limit: Int?) throws -> Int? {
        let maximum = Int(Int32.max) - 1
        if let limit, !(0...maximum).contains(limit) {
            throw BadInput(.notInRange("\(limit)", minimum: 0, maximum: maximum), field: .limit)
        }
        return limit
    }
}

extension ArgumentHelp {
    /// What a case is called.
    static let reference = ArgumentHelp("The case, e.g. DE-2026-0001 or DRAFT-17.", valueName: "ref")
    /// What cases are called.
    static let references = ArgumentHelp(
        "The cases, e.g. DE-2026-0001 or DRAFT-17; - for a list on standard input.", valueName: "ref")

    /// Which regime's rows a list shows.
    static let listedRegime = ArgumentHelp(
        "Only this regime's (default: all; for the desk those of its authority).", valueName: "code")

    /// A text in somebody's own words.
    static func prose(_ what: String) -> ArgumentHelp {
        ArgumentHelp("\(what) TEXT, @FILE, or - for standard input.", valueName: "text")
    }
}

extension GlobalOptions {
    /// The value of an option that is needed; where it is missing somebody is asked to choose, if somebody is there.
    func asked<Code: StableCode & HasWording>(_ given: Code?, _ field: Field, _ question: Wording) throws -> Code {
        if let given { return given }
        guard let answer = try chosen(Code.self, question) else { throw BadInput(.missingName(field)) }
        return answer
    }

    /// One of the choices, which are listed first; nil for an empty answer, and where nobody is there.
    func chosen<Code: StableCode & HasWording>(_ type: Code.Type, _ question: Wording) throws -> Code? {
        if mayAsk {
            for (index, code) in Code.allCases.enumerated() {
                let words = code.wording[language]
                Console.current.writeError(Array("  \(index + 1)  \(words)  \(code.rawValue)\n".utf8))
            }
        }
        return try ask(question, checked: { text throws(InputProblem) in try Code(chosen: text) })
    }
}
