extension Proposal.Exemption {
    /// A provision as people name it: the law, then the article. `저작권법 제35조의5` and `Copyright Act Article 35-5` are
    /// taken apart; a law without an article stays whole.
    public init(provision: String) throws(InputProblem) {
        let words = try TextRule.label.checked(provision).split(separator: " ")
        let first = words.indices.dropFirst().first { index in
            let word = words[index]
            return (word.hasPrefix("제") && word.dropFirst().first?.isNumber == true)
                || ["article", "art.", "section", "§"].contains(word.lowercased())
        }
        self.init(
            law: words[..<(first ?? words.endIndex)].joined(separator: " "),
            article: first.map { words[$0...].joined(separator: " ") })
    }
}
